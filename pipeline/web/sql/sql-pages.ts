import { html } from "hono/html";
import type { Store } from "../../store/store.js";
import { pathWith, sqlPath } from "../path-with.js";
import { FILE_FORMATS, sendRows } from "../rows-file.js";
import { showPage } from "../show-page.js";
import type { Markup, WebApp, WebContext, WebRequest } from "../web-context.js";
import { documentsAt } from "./documents-at.js";
import { EXAMPLE_QUERIES } from "./example-queries.js";
import { FILE_LIMITS, PAGE_LIMITS } from "./page-limits.js";
import type { QueryFailure } from "./query-message.js";
import type { WholeAnswer } from "./query-pool.js";
import { resultTable, statedPaths } from "./result-table.js";
import { schemaEntries, schemaList } from "./schema-list.js";

/** `/sql`: one question in SQL, its address is the question; `/sql.csv` and `/sql.json`: all rows of it as a file. */
export function addSqlPages(app: WebApp, context: WebContext): void {
  const schema = schemaEntries(context.store);
  app.get("/sql", async (request) => {
    const sql = askedSql(request);
    const answer = sql.trim() === "" ? undefined : await context.queries.ask(sql, PAGE_LIMITS, request.req.raw.signal);
    return showPage(request, {
      title: "SQL",
      section: "/sql",
      isWide: true,
      status: answer?.sort === "failure" ? statusOf(answer) : 200,
      body: html`<h1>SQL</h1>
<div class="console">
<div>
${questionForm(sql, answer?.sort === "failure" ? answer : undefined)}
${answer === undefined ? examples() : answer.sort === "answer" ? result(context.store, sql, answer) : ""}
</div>
<aside aria-label="Tables and columns">
<h2>What can be asked</h2>
${schemaList(schema)}
</aside>
</div>`,
    });
  });
  for (const format of FILE_FORMATS) {
    app.get(`/sql.${format}`, async (request) => {
      const answer = await context.queries.open(askedSql(request), FILE_LIMITS, request.req.raw.signal);
      if (answer.sort === "failure") return request.text(`${answer.message}\n`, statusOf(answer));
      return sendRows(request, { name: "faktum-query", format, columns: answer.columns, pieces: answer.pieces });
    });
  }
}

function askedSql(request: WebRequest): string {
  // A form sends lines that end as in mails.
  return (request.req.query("sql") ?? "").replaceAll("\r\n", "\n");
}

function statusOf({ code }: QueryFailure): 400 | 413 | 503 {
  if (code === "query.too-large") return 413;
  return code === "query.busy" || code === "query.closed" ? 503 : 400;
}

function questionForm(sql: string, failure: QueryFailure | undefined): Markup {
  const lines = Math.min(24, Math.max(6, sql.split("\n").length + 1));
  return html`<form action="/sql" method="get" class="sql-form">
<label for="sql">One statement, SQLite</label>
<textarea id="sql" name="sql" class="code" rows="${lines}" spellcheck="false" autocapitalize="off" autocomplete="off" aria-describedby="sql-limits${failure === undefined ? "" : " sql-problem"}"${failure === undefined ? "" : html` aria-invalid="true"`} data-submits>${sql}</textarea>
${failure === undefined ? "" : html`<p class="problem" id="sql-problem" role="alert">${failure.message}</p>`}
<p class="actions"><button class="main">Run</button> <span class="soft small" id="sql-limits">Ctrl or ⌘ and Enter. The database is only read. At most ${PAGE_LIMITS.pieceMs / 1000} seconds and ${PAGE_LIMITS.rows.toLocaleString("en")} rows; files hold all rows, up to ${FILE_LIMITS.bytes / 1024 / 1024} MB.</span></p>
</form>`;
}

function result(store: Store, sql: string, answer: WholeAnswer): Markup {
  const count = answer.rows.length;
  const rows = count === 1 ? "1 row" : `${count.toLocaleString("en")} rows`;
  const cut =
    answer.cut === undefined ? "" : `; there are more, this page shows the first ${count.toLocaleString("en")}`;
  return html`<h2>Answer</h2>
<p class="actions"><span role="status">${rows} in ${Math.max(1, Math.round(answer.milliseconds)).toLocaleString("en")} ms${cut}</span>
<a href="${pathWith("/sql.csv", { sql })}">CSV</a> <a href="${pathWith("/sql.json", { sql })}">JSON</a></p>
${count === 0 ? html`<p>No row fits.</p>` : resultTable(answer, documentsAt(store, statedPaths(answer)))}`;
}

function examples(): Markup {
  return html`<h2>Examples</h2>
<ul class="examples">${EXAMPLE_QUERIES.map(
    ({ title, sql }) =>
      html`<li><a href="${sqlPath(sql)}">${title}</a><pre tabindex="0"><code>${sql}</code></pre></li>`,
  )}</ul>`;
}
