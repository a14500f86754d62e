import { html } from "hono/html";
import type { SqlValue } from "../../store/run-query.js";
import { type DataTable, dataTable, groupedNumber } from "../data-table.js";
import { articlePath, factPath } from "../fact-paths.js";
import type { Markup } from "../web-context.js";
import type { WholeAnswer } from "./query-pool.js";

/** The rows of an answer. Ids, paths and addresses lead to the article or fact that they name. */
export function resultTable(answer: WholeAnswer, documentOf: ReadonlyMap<string, number>): Markup {
  const { columns, rows } = answer;
  const documentColumn = columns.indexOf("document_id");
  const table: DataTable = {
    caption: "Rows of the answer",
    columns: columns.map((name, at) => ({ name, isNumber: isNumeric(rows, at) })),
    rows: rows.map((row) => {
      const stated = documentColumn < 0 ? null : row[documentColumn];
      return row.map((value, at) => cell(value, columns[at] ?? "", isId(stated) ? stated : undefined, documentOf));
    }),
  };
  return dataTable(table);
}

/** Values that may be paths of documents, to look up their ids. */
export function statedPaths({ columns, rows }: WholeAnswer): readonly string[] {
  const places = columns.flatMap((name, at) => (name === "path" || name.endsWith("_path") ? [at] : []));
  const values = rows.flatMap((row) => places.map((at) => row[at]));
  return [...new Set(values.filter((value) => typeof value === "string"))];
}

function isNumeric(rows: WholeAnswer["rows"], at: number): boolean {
  let hasNumber = false;
  for (const row of rows) {
    const value = row[at] ?? null;
    if (value === null) continue;
    if (typeof value !== "number" && typeof value !== "bigint") return false;
    hasNumber = true;
  }
  return hasNumber;
}

function cell(
  value: SqlValue,
  column: string,
  documentId: number | undefined,
  documentOf: ReadonlyMap<string, number>,
): Markup | string {
  if (value === null) return html`<span class="soft" title="NULL">–</span>`;
  if (value instanceof Uint8Array)
    return html`<code>x'${Buffer.from(value.subarray(0, SHOWN_BYTES)).toString("hex")}${value.length > SHOWN_BYTES ? "…" : ""}'</code>`;
  if (typeof value !== "string") {
    // Ids are names, not quantities.
    const text = column.endsWith("id")
      ? String(value)
      : typeof value === "bigint"
        ? String(value)
        : groupedNumber(value);
    return column === "document_id" && isId(value) ? html`<a href="${articlePath(value)}">${text}</a>` : text;
  }
  if (column === "fact_id" && documentId !== undefined)
    return html`<a href="${factPath({ document_id: documentId, fact_id: value })}">${value}</a>`;
  const known = documentOf.get(value);
  if (known !== undefined) return html`<a href="${articlePath(known)}">${value}</a>`;
  if (WEB_ADDRESS.test(value)) return html`<a href="${value}" rel="noopener noreferrer nofollow">${value}</a>`;
  return html`<bdi>${value}</bdi>`;
}

function isId(value: SqlValue | undefined): value is number {
  return typeof value === "number";
}

const SHOWN_BYTES = 32;
const WEB_ADDRESS = /^https?:\/\/[^\s<>"]+$/iu;
