import { html } from "hono/html";
import type { Markup } from "./web-context.js";

export interface TableColumn {
  readonly name: string;
  /** Aligned by the digits. */
  readonly isNumber?: boolean;
}

export interface DataTable {
  /** For those who do not see the page around it. */
  readonly caption: string;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly (readonly (Markup | string | number)[])[];
  /** The first cell of a row says what the others are of. */
  readonly hasRowHeads?: boolean;
}

/** A table in a frame that scrolls by itself, so that the page never does. */
export function dataTable({ caption, columns, rows, hasRowHeads = false }: DataTable): Markup {
  return html`<div class="table-frame" role="region" aria-label="${caption}" tabindex="0">
<table>
<caption class="visually-hidden">${caption}</caption>
<thead><tr>${columns.map((column) => html`<th scope="col"${numberClass(column)}>${column.name}</th>`)}</tr></thead>
<tbody>${rows.map(
    (row) =>
      html`<tr>${row.map((cell, at) =>
        hasRowHeads && at === 0
          ? html`<th scope="row">${shown(cell)}</th>`
          : html`<td${numberClass(columns[at])}>${shown(cell)}</td>`,
      )}</tr>\n`,
  )}</tbody>
</table>
</div>`;
}

function numberClass(column: TableColumn | undefined): Markup | string {
  return column?.isNumber ? html` class="number"` : "";
}

function shown(cell: Markup | string | number): Markup | string {
  return typeof cell === "number" ? groupedNumber(cell) : cell;
}

/** `12,345.6`: as English groups it, the language of the pages; a year stays whole. */
export function groupedNumber(value: number): string {
  return value.toLocaleString("en", { maximumFractionDigits: 10, useGrouping: "min2" });
}
