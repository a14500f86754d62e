import { html } from "hono/html";
import { readDocuments } from "../../store/open-errors.js";
import { pastRuns } from "../../store/store-status.js";
import { findForm } from "../find/find-page.js";
import { factsPath } from "../path-with.js";
import { showPage } from "../show-page.js";
import type { Markup, WebApp, WebContext } from "../web-context.js";
import type { FactCounts } from "./count-facts.js";
import { factSummary } from "./fact-summary.js";
import { changedList, errorList, newestList, runTable } from "./run-table.js";

const MOST_RUNS = 5;

/** `/`: what the database holds, and what happened to it last. Every number leads to the facts that it counts. */
export function addOverviewPage(app: WebApp, context: WebContext): void {
  const { store } = context;
  app.get("/", async (request) => {
    const { columns } = await context.facts.snapshot();
    const { counts, markup } = await factSummary(columns);
    const runs = pastRuns(store, MOST_RUNS);
    return showPage(request, {
      title: "Overview",
      section: "/",
      body: html`<h1>Overview</h1>
${counts.facts === 0 ? html`<p class="empty">The database holds no facts yet. <code>faktum run</code> reads articles into it.</p>` : [held(counts), findForm(""), markup]}
<div class="news">
${newestList(readDocuments(store, counts.newest))}
${runTable(runs)}
${changedList(store, runs[0])}
${errorList(store)}
</div>`,
    });
  });
}

function held({ facts, articles, languages }: FactCounts): Markup {
  return html`<p class="held"><a href="${factsPath({})}"><strong>${facts.toLocaleString("en")}</strong> ${facts === 1 ? "fact" : "facts"}</a>
in <strong>${articles.toLocaleString("en")}</strong> ${articles === 1 ? "article" : "articles"}
and <strong>${languages.length}</strong> ${languages.length === 1 ? "language" : "languages"}</p>`;
}
