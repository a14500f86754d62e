import { html } from "hono/html";
import { type DataTable, dataTable } from "../data-table.js";
import type { Markup } from "../web-context.js";
import { type ChartSpec, drawChart } from "./draw-chart.js";

/** A chart with its heading, and behind a fold the same data as a table. */
export async function chartFigure(spec: ChartSpec, table: DataTable, legend: Markup | string = ""): Promise<Markup> {
  const chart = await drawChart(spec);
  return html`<figure class="chart-figure">
<figcaption>${spec.title}</figcaption>
${legend}
<div class="chart-frame${spec.isWide ? " scrolls" : ""}" role="region" aria-label="${spec.title}" tabindex="0">${chart}</div>
<details><summary>The same as a table</summary>
${dataTable(table)}
</details>
</figure>`;
}
