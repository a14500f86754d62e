import { stringify } from "csv-stringify/sync";
import type { Rows } from "./json-lines.js";
import { spreadsheetCell } from "./spreadsheet-cell.js";

const BYTE_ORDER_MARK = "\uFEFF";
/** Rows written at a time. */
const PORTION = 500;

/**
 * Rows as CSV (RFC 4180), head first, piece by piece, to be opened with a spreadsheet: a text that it would take for a formula
 * gets an apostrophe in front. With `bom` Excel takes the file for UTF-8.
 */
export function* spreadsheetCsv({ columns, rows }: Rows, { bom }: { readonly bom: boolean }): Generator<string> {
  yield `${bom ? BYTE_ORDER_MARK : ""}${lines([columns])}`;
  let portion: (readonly unknown[])[] = [];
  for (const row of rows) {
    portion.push(row.map(spreadsheetCell));
    if (portion.length < PORTION) continue;
    yield lines(portion);
    portion = [];
  }
  if (portion.length > 0) yield lines(portion);
}

function lines(rows: readonly (readonly unknown[])[]): string {
  return stringify([...rows], { record_delimiter: "\r\n", quoted_match: /[\r\n]/u });
}
