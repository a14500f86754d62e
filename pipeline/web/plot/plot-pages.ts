import { html } from "hono/html";
import { chartFigure } from "../charts/chart-figure.js";
import type { DataTable } from "../data-table.js";
import { articlePath } from "../fact-paths.js";
import { pathWith, sqlPath } from "../path-with.js";
import { showPage } from "../show-page.js";
import { PAGE_LIMITS } from "../sql/page-limits.js";
import type { WholeAnswer } from "../sql/query-pool.js";
import type { Markup, WebApp, WebContext } from "../web-context.js";
import { type Measure, type Measures, measuresIn } from "./measures.js";
import {
  groupsOf,
  hasMedians,
  isOverTime,
  type PlotPoint,
  plotChart,
  plotPoints,
  seriesOf,
  valueText,
} from "./plot-chart.js";
import { PLOTTED_BY, PLOTTED_KINDS, type PlotChoice, plotChoice, plotPath } from "./plot-choice.js";
import { plotForm } from "./plot-form.js";
import { MOST_POINTS, type PlotRow, plotSql } from "./plot-sql.js";

const MOST_EXAMPLES = 12;

/** `/plot`: the values of one measure over time, or by publisher, language or subject. */
export function addPlotPages(app: WebApp, context: WebContext): void {
  app.get("/plot", async (request) => {
    const choice = plotChoice((name) => request.req.query(name));
    const { columns } = await context.facts.snapshot();
    const measures = measuresIn(columns);
    const hasMeasure = choice.kind !== undefined && (choice.concept ?? choice.item ?? choice.unit) !== undefined;
    const answer = hasMeasure
      ? await context.queries.ask(plotSql(choice), { ...PAGE_LIMITS, rows: MOST_POINTS }, request.req.raw.signal)
      : undefined;
    return showPage(request, {
      title: hasMeasure ? `Plot: ${titleOf(choice)}` : "Plot",
      section: "/plot",
      isWide: true,
      status: answer?.sort === "failure" ? 503 : 200,
      body: html`<h1>Plot</h1>
${plotForm(choice, measures)}
${
  answer === undefined
    ? exampleList("Choose a kind, and a concept, an item or a unit", measures)
    : answer.sort === "failure"
      ? html`<p class="problem" role="alert">${answer.message}</p>`
      : plotted(choice, answer, measures)
}`,
    });
  });
}

async function plotted(choice: PlotChoice, answer: WholeAnswer, measures: Measures): Promise<Markup> {
  const rows = rowsOf(answer);
  const units = countedUnits(rows);
  const [unit] = units.keys();
  const points = plotPoints(
    rows.filter((row) => (row.unit ?? "") === unit),
    choice.by,
  );
  if (points.length === 0) return exampleList("No fact fits this; of what there is, most is", measures);
  const title = titleOf({ ...choice, ...(unit !== undefined && unit !== "" && { unit }) });
  return html`<section aria-label="The plot">
${await chartFigure(plotChart(title, points, choice), pointTable(title, points), legend(choice, points))}
<p class="actions"><span role="status">${points.length.toLocaleString("en")} ${points.length === 1 ? "fact" : "facts"}</span>
<a href="${pathWith("/sql.csv", { sql: plotSql(choice) })}">CSV</a>
<a href="${pathWith("/sql.json", { sql: plotSql(choice) })}">JSON</a>
<a href="${sqlPath(plotSql(choice))}">its SQL</a></p>
${notes(choice, rows, units, points)}
</section>`;
}

function rowsOf({ columns, rows }: WholeAnswer): readonly PlotRow[] {
  return rows.map((row) => Object.fromEntries(columns.map((name, at) => [name, row[at]])) as unknown as PlotRow);
}

/** The most frequent first. Values in different units cannot share an axis. */
function countedUnits(rows: readonly PlotRow[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { unit } of rows) counts.set(unit ?? "", (counts.get(unit ?? "") ?? 0) + 1);
  return new Map([...counts].sort(([, one], [, other]) => other - one));
}

/** What is not in the plot, and how to get at it. */
function notes(
  choice: PlotChoice,
  rows: readonly PlotRow[],
  units: ReadonlyMap<string, number>,
  points: readonly PlotPoint[],
): Markup {
  const [shown, ...others] = units.keys();
  const ofUnit = units.get(shown ?? "") ?? 0;
  return html`${rows.length >= MOST_POINTS ? html`<p class="soft">Only the newest ${MOST_POINTS.toLocaleString("en")} facts are shown; narrow the choice to see older ones.</p>` : ""}
${ofUnit > points.length ? html`<p class="soft">${ofUnit - points.length} more state a time without a year and cannot be placed.</p>` : ""}
${
  others.length === 0
    ? ""
    : html`<p class="soft">Only values ${shown === "" ? "without a unit" : html`in ${shown}`} are shown. There are others in: ${others.map(
        (unit) =>
          html`<a href="${plotPath({ ...choice, unit })}">${unit === "" ? "no unit" : unit}</a> (${units.get(unit)}) `,
      )}</p>`
}`;
}

function legend(choice: PlotChoice, points: readonly PlotPoint[]): Markup | string {
  if (!isOverTime(choice)) return "";
  const series = seriesOf(groupsOf(points));
  return html`<ul class="legend" aria-label="Languages">${series.map(
    ({ series: at, name }) =>
      html`<li><span class="swatch series-${at + 1}" aria-hidden="true">${SHAPES[at]}</span> ${name}</li>`,
  )}${hasMedians(choice) ? html`<li><span class="soft" aria-hidden="true">╌╌</span> median of the facts of one time</li>` : ""}</ul>`;
}

function pointTable(title: string, points: readonly PlotPoint[]): DataTable {
  return {
    caption: `${title}, fact by fact`,
    columns: ["Time", "Value", "Item", "Subject", "Language", "Publisher", "Article"].map((name) => ({
      name,
      isNumber: name === "Value",
    })),
    rows: points.map((point) => {
      const { row, href, time } = point;
      return [
        time,
        html`<a href="${href}">${valueText(row)}</a>`,
        html`<bdi>${row.item ?? ""}</bdi>`,
        html`<bdi>${row.subject ?? ""}</bdi>`,
        row.language,
        html`<bdi>${row.publisher ?? ""}</bdi>`,
        html`<a href="${articlePath(row.document_id)}">${row.path}</a>`,
      ];
    }),
  };
}

function titleOf({ kind, concept, item, unit, language, publisher, by }: PlotChoice): string {
  const of = [concept?.replaceAll("_", " "), item === undefined ? undefined : `“${item}”`].filter(Boolean).join(", ");
  return [
    `${kind === undefined ? "Facts" : PLOTTED_KINDS[kind]}${of === "" ? "" : ` of ${of}`}`,
    unit === undefined ? "" : ` in ${unit}`,
    language === undefined ? "" : `, language ${language}`,
    publisher === undefined ? "" : `, from ${publisher}`,
    ` by ${by === "time" ? "time" : PLOTTED_BY[by]}`,
  ].join("");
}

function exampleList(what: string, { all }: Measures): Markup {
  const ofConcepts = all.filter(({ concept }) => concept !== undefined);
  const ofUnits = all.filter(({ concept, unit }) => concept === undefined && unit !== undefined);
  const examples = [...ofConcepts, ...ofUnits].slice(0, MOST_EXAMPLES);
  if (examples.length === 0) {
    return html`<p class="empty">There are no facts with a value yet. <code>faktum run</code> reads articles into the database.</p>`;
  }
  return html`<h2>${what}</h2>
<ul class="examples">${examples.map((measure) => html`<li><a href="${plotPath(choiceOf(measure))}">${titleOf(choiceOf(measure))}</a> <span class="soft">${measure.facts.toLocaleString("en")} ${measure.facts === 1 ? "fact" : "facts"}</span></li>`)}</ul>`;
}

function choiceOf({ facts: _, ...measure }: Measure): PlotChoice {
  return { ...measure, by: "time" };
}

/** As `SYMBOLS` of the chart, for the eye. */
const SHAPES = ["●", "■", "▲", "◆", "★", "✚"] as const;
