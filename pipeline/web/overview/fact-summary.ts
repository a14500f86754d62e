import { html } from "hono/html";
import { barChart } from "../charts/bar-chart.js";
import { chartFigure } from "../charts/chart-figure.js";
import { monthBars, monthChart } from "../charts/month-chart.js";
import { dataTable } from "../data-table.js";
import type { Facet } from "../facts/facets.js";
import type { FactColumns } from "../facts/fact-columns.js";
import { factsPath, type Parameters } from "../path-with.js";
import type { Markup } from "../web-context.js";
import { countFacts, type FactCounts, type NamedCount } from "./count-facts.js";

const MOST_BARS = 10;

/** What the overview tells of the facts. */
export interface FactSummary {
  readonly counts: FactCounts;
  readonly markup: Markup;
}

/** Made once for each state of the facts. */
export function factSummary(columns: FactColumns): Promise<FactSummary> {
  const known = SUMMARIES.get(columns);
  if (known !== undefined) return known;
  const made = summarise(columns);
  SUMMARIES.set(columns, made);
  return made;
}

const SUMMARIES = new WeakMap<FactColumns, Promise<FactSummary>>();

async function summarise(columns: FactColumns): Promise<FactSummary> {
  const counts = countFacts(columns);
  const markup = await html`<section aria-labelledby="by-language">
<h2 id="by-language">By language and kind</h2>
${byLanguage(counts)}
</section>
${overTime(counts)}
<div class="charts">
${bars("Most frequent concepts", "concept", counts.concepts)}
${bars("Most frequent units", "unit", counts.units)}
${bars("Publishers with most facts", "publisher", counts.publishers)}
</div>`;
  return { counts, markup };
}

function byLanguage({ kinds, languages, byLanguage: of, facts }: FactCounts): Markup {
  const cell = (count: number, filters: Parameters): Markup | string =>
    count === 0 ? "" : html`<a href="${factsPath(filters)}">${count.toLocaleString("en")}</a>`;
  return dataTable({
    caption: "Facts by language and kind",
    hasRowHeads: true,
    columns: [
      { name: "Language" },
      ...kinds.map(({ name }) => ({ name, isNumber: true })),
      { name: "all", isNumber: true },
    ],
    rows: [
      ...languages.map(({ name: language, facts: all }) => [
        language,
        ...kinds.map(({ name: kind }) => cell(of.get(language)?.get(kind) ?? 0, { language, kind })),
        cell(all, { language }),
      ]),
      ["all", ...kinds.map(({ name: kind, facts: all }) => cell(all, { kind })), cell(facts, {})],
    ],
  });
}

function overTime({ months, undated }: FactCounts): Markup | string {
  const shown = monthBars(months, (year) => factsPath({ year }));
  if (shown.length === 0) return "";
  const title = `Facts by ${shown[0]?.name.length === 4 ? "year" : "month"} of publication`;
  return html`<section aria-labelledby="over-time">
<h2 id="over-time">Over time</h2>
${chartFigure(monthChart(title, shown), {
  caption: `${title}, in figures`,
  columns: [{ name: "Published" }, { name: "Facts", isNumber: true }],
  rows: shown.map(({ name, facts, href }) => [html`<a href="${href}">${name}</a>`, facts]),
})}
${undated === 0 ? "" : html`<p class="soft small">${undated.toLocaleString("en")} more stand in articles whose month is not known.</p>`}
</section>`;
}

function bars(title: string, facet: Facet, all: readonly NamedCount[]): Promise<Markup> | string {
  if (all.length === 0) return "";
  const shown = all
    .slice(0, MOST_BARS)
    .map(({ name, facts }) => ({ name, value: facts, href: factsPath({ [facet]: name }) }));
  return chartFigure(barChart(title, shown), {
    caption: `${title}, in figures`,
    columns: [{ name: facet }, { name: "Facts", isNumber: true }],
    rows: shown.map(({ name, value, href }) => [html`<a href="${href}"><bdi>${name}</bdi></a>`, value]),
  });
}
