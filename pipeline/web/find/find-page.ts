import { html } from "hono/html";
import { FaktumError } from "../../runtime/faktum-error.js";
import { pathWith, sqlPath } from "../path-with.js";
import { badParameter } from "../request-problem.js";
import { showPage } from "../show-page.js";
import { documentsAt } from "../sql/documents-at.js";
import { PAGE_LIMITS } from "../sql/page-limits.js";
import type { QueryFailure } from "../sql/query-message.js";
import type { WholeAnswer } from "../sql/query-pool.js";
import { resultTable, statedPaths } from "../sql/result-table.js";
import type { Markup, WebApp, WebContext } from "../web-context.js";
import { type UnderstoodQuestion, understandQuestion } from "./understand-question.js";

const LONGEST_QUESTION = 500;
const EXAMPLES = [
  "percentages above 80 in German articles",
  "amounts of at least 5 million EUR since 2023",
  "ranks above 10",
  "decisions cited in Arabic articles in 2024",
  "first 20 laws before 2020",
];

/** `/find`: a question in English, with the SQL that it became and what in it was not understood. */
export function addFindPage(app: WebApp, context: WebContext): void {
  app.get("/find", async (request) => {
    const text = (request.req.query("q") ?? "").trim();
    if (text.length > LONGEST_QUESTION) throw badParameter("q", `give at most ${LONGEST_QUESTION} letters`);
    const found = text === "" ? undefined : await find(context, text, request.req.raw.signal);
    return showPage(request, {
      title: "Ask",
      section: "/find",
      isWide: true,
      status: typeof found === "string" ? 400 : 200,
      body: html`<h1>Ask in English</h1>
${findForm(text)}
${found === undefined ? examples() : typeof found === "string" ? [html`<p class="problem" role="alert">${found}</p>`, examples()] : foundFacts(context, found)}`,
    });
  });
}

export function findForm(text: string): Markup {
  return html`<form action="/find" method="get" class="find-form">
<label for="find">A question, such as <i>${EXAMPLES[0] ?? ""}</i></label>
<p class="actions"><input id="find" name="q" value="${text}" maxlength="${LONGEST_QUESTION}" autocomplete="off" spellcheck="false"> <button class="main">Find</button></p>
</form>`;
}

interface Found {
  readonly question: UnderstoodQuestion;
  readonly answer: WholeAnswer | QueryFailure;
}

/** Or, in one line, why there is nothing to look for. */
async function find({ queries }: WebContext, text: string, signal: AbortSignal): Promise<Found | string> {
  let question: UnderstoodQuestion;
  try {
    question = await understandQuestion(text);
  } catch (error) {
    if (error instanceof FaktumError) return error.message;
    throw error;
  }
  return { question, answer: await queries.ask(question.sql, PAGE_LIMITS, signal) };
}

function foundFacts({ store }: WebContext, { question, answer }: Found): Markup {
  const { sql, notUnderstood, words } = question;
  return html`${notUnderstood.length === 0 ? "" : html`<p class="problem">Not understood, and left out: ${quoted(notUnderstood)}</p>`}
<details class="made-sql"${answer.sort === "failure" ? html` open` : ""}><summary>The SQL that the question became</summary>
<pre tabindex="0"><code>${sql}</code></pre>
<p><a href="${sqlPath(sql)}">Change it in the SQL console</a></p>
</details>
${answer.sort === "failure" ? html`<p class="problem" role="alert">${answer.message}</p>` : facts(answer)}`;

  function facts(found: WholeAnswer): Markup {
    const count = found.rows.length;
    if (count === 0) {
      return html`<p class="empty" role="status">No fact fits.${words.length === 0 ? "" : html` Articles are searched as they are written: translate, or leave out, ${quoted(words)}.`}</p>`;
    }
    return html`<p class="actions"><span role="status">${count.toLocaleString("en")} ${count === 1 ? "fact" : "facts"}${found.cut === undefined ? "" : "; there are more"}</span>
<a href="${pathWith("/sql.csv", { sql })}">CSV</a> <a href="${pathWith("/sql.json", { sql })}">JSON</a></p>
${resultTable(found, documentsAt(store, statedPaths(found)))}`;
  }
}

function examples(): Markup {
  return html`<h2>Examples</h2>
<ul class="examples">${EXAMPLES.map((text) => html`<li><a href="${pathWith("/find", { q: text })}">${text}</a></li>`)}</ul>
<p class="soft">Kinds, comparisons, units, years, languages and kinds of documents are understood; any other word is looked for in the sentences.</p>`;
}

function quoted(words: readonly string[]): string {
  return words.map((word) => `“${word}”`).join(", ");
}
