import { html } from "hono/html";
import { evidenceColumns, type ReadFact, readFacts } from "../../store/read-facts.js";
import { addFactPages } from "../articles/fact-page.js";
import { addMarkPages } from "../marks/mark-pages.js";
import { type Verdicts, verdictsOn } from "../marks/verdicts.js";
import { FILE_FORMATS, sendRows } from "../rows-file.js";
import { showPage } from "../show-page.js";
import type { Markup, WebApp, WebContext, WebRequest } from "../web-context.js";
import { evidencePieces, factPlace } from "./evidence-pieces.js";
import { facetList } from "./facet-list.js";
import { FACET_NAMES, FACETS } from "./facets.js";
import {
  type FactFilter,
  filterQuery,
  isEmpty,
  type PageKey,
  readFilter,
  readPageKey,
  withValue,
} from "./fact-filter.js";
import type { FactSnapshot } from "./fact-index.js";
import { keyOf, type Sort } from "./fact-orders.js";
import { factsTable } from "./facts-table.js";
import { allSelected, type FactPage, type FactSelection, pageOf, selectFacts } from "./select-facts.js";

const ROWS_OF_A_PAGE = 50;
const SORT_NAMES: Readonly<Record<Sort, string>> = {
  newest: "newest article first",
  "value-down": "largest value first",
  "value-up": "smallest value first",
};

/** The table of facts, what it holds as CSV and JSON, and the page of each fact. */
export function addFactsPages(app: WebApp, context: WebContext): void {
  const { store, facts: index } = context;
  addFactPages(app, context, index);
  addMarkPages(app, context);
  app.get("/facts", async (request) => {
    const { filter, pageKey } = readAddress(request);
    const snapshot = await index.snapshot();
    const selection = selectFacts(snapshot, filter);
    const page = pageOf(snapshot, selection, filter, pageKey, ROWS_OF_A_PAGE);
    const facts = readFacts(
      store,
      page.positions.map((position) => factPlace(snapshot.columns, position)),
    );
    const verdicts = verdictsOn(store, new Set(facts.map(({ document_id: id }) => id)));
    const body = factsMarkup({ snapshot, selection, filter, page, facts, verdicts });
    return showPage(request, { title: "Facts", section: "/facts", isWide: true, body });
  });
  for (const format of FILE_FORMATS) {
    app.get(`/facts.${format}`, async (request) => {
      const { filter } = readAddress(request);
      const snapshot = await index.snapshot();
      const positions = allSelected(snapshot, selectFacts(snapshot, filter), filter);
      const pieces = evidencePieces(store, snapshot.columns, positions);
      return sendRows(request, { name: "facts", format, columns: evidenceColumns(store), pieces });
    });
  }
}

function readAddress(request: WebRequest): { readonly filter: FactFilter; readonly pageKey: PageKey | undefined } {
  const parameters = new URL(request.req.url).searchParams;
  return { filter: readFilter(parameters), pageKey: readPageKey(parameters) };
}

interface FactsView {
  readonly snapshot: FactSnapshot;
  readonly selection: FactSelection;
  readonly filter: FactFilter;
  readonly page: FactPage;
  readonly facts: readonly ReadFact[];
  readonly verdicts: Verdicts;
}

function factsMarkup(view: FactsView): Markup {
  const { snapshot, selection, filter, facts } = view;
  const { total } = selection;
  const query = filterQuery(filter);
  const suffix = query === "" ? "" : `?${query}`;
  return html`<h1>Facts</h1>
${searchForm(filter)}
<div class="with-facets">
<details class="facets" open data-folds>
<summary>Narrow down</summary>
<nav aria-label="Filters">${facetList(snapshot.columns, selection, filter)}</nav>
</details>
<section aria-label="What was found">
<div class="found">
<p role="status"><strong>${total.toLocaleString("en")}</strong> ${total === 1 ? "fact" : "facts"}${isEmpty(filter) ? "" : " match"}, ${SORT_NAMES[filter.sort]}</p>
<p class="downloads">All of them as <a href="/facts.csv${suffix}">CSV</a> <a href="/facts.json${suffix}">JSON</a></p>
</div>
${chosenFilters(filter)}
${facts.length === 0 ? nothingFound(view) : factsTable(facts, filter.q, view.verdicts)}
${pagingLinks(view)}
</section>
</div>`;
}

function searchForm(filter: FactFilter): Markup {
  return html`<form class="search" action="/facts" method="get" role="search">
<label for="q">Words in the sentence</label>
<input type="search" id="q" name="q" value="${filter.q}" maxlength="300" dir="auto" autocomplete="off" spellcheck="false">
<label for="min">Value from</label>
<input id="min" name="min" value="${filter.least ?? ""}" inputmode="decimal" size="8">
<label for="max">to</label>
<input id="max" name="max" value="${filter.most ?? ""}" inputmode="decimal" size="8">
<label for="sort">Sort</label>
<select id="sort" name="sort">${Object.entries(SORT_NAMES).map(
    ([sort, name]) => html`<option value="${sort}"${sort === filter.sort ? html` selected` : ""}>${name}</option>`,
  )}</select>
${FACETS.flatMap((facet) => filter.chosen[facet].map((value) => html`<input type="hidden" name="${facet}" value="${value}">`))}
<button class="main">Search</button>
</form>`;
}

/** What is set, each with a link that takes it back. */
function chosenFilters(filter: FactFilter): Markup | string {
  if (isEmpty(filter)) return "";
  const set: (readonly [name: string, value: string, without: FactFilter])[] = [];
  if (filter.q !== "") set.push(["Words", filter.q, { ...filter, q: "" }]);
  for (const facet of FACETS) {
    for (const value of filter.chosen[facet])
      set.push([FACET_NAMES[facet], value, withValue(filter, facet, value, false)]);
  }
  if (filter.least !== undefined) set.push(["Value from", String(filter.least), { ...filter, least: undefined }]);
  if (filter.most !== undefined) set.push(["Value to", String(filter.most), { ...filter, most: undefined }]);
  return html`<ul class="chosen" aria-label="Filters that are set">${set.map(
    ([name, value, without]) =>
      html`<li><a href="/facts?${filterQuery(without)}"><span class="soft">${name}</span> <bdi>${value}</bdi> <span aria-hidden="true">×</span><span class="visually-hidden"> (take back)</span></a></li>`,
  )}<li><a href="/facts">Take all back</a></li></ul>`;
}

function nothingFound({ snapshot, filter, selection }: FactsView): Markup {
  if (selection.total > 0)
    return html`<p class="empty">The list ends here. <a href="/facts?${filterQuery(filter)}">Go to its beginning</a></p>`;
  if (snapshot.columns.size === 0) {
    return html`<p class="empty">The database holds no facts yet. <code>faktum run</code> reads articles into it.</p>`;
  }
  return html`<div class="empty"><p>No fact matches all of this. Take a filter back above, or widen it:</p>
<ul>
<li>A search finds sentences that hold all its words; fewer words find more, and <code>bredb*</code> finds whatever begins so.</li>
<li>Only values that are numbers lie between two bounds; references and dates have none.</li>
</ul></div>`;
}

function pagingLinks({ snapshot, filter, page }: FactsView): Markup | string {
  const { positions, hasBefore, hasAfter } = page;
  const [first] = positions;
  const last = positions.at(-1);
  if (first === undefined || last === undefined || (!hasBefore && !hasAfter)) return "";
  const link = (direction: "after" | "before", position: number): string =>
    `/facts?${filterQuery(filter, {}, { direction, key: keyOf(snapshot.columns, position) })}`;
  return html`<nav class="paging" aria-label="Pages">
${hasBefore ? html`<a class="button" href="/facts?${filterQuery(filter)}">First page</a> <a class="button" rel="prev" href="${link("before", first)}">Previous</a>` : ""}
${hasAfter ? html`<a class="button" rel="next" href="${link("after", last)}">Next</a>` : ""}
</nav>`;
}
