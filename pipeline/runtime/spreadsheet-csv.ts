import { stringify } from "csv-stringify/sync";
import { plainValue, type Rows } from "./json-lines.js";

const BYTE_ORDER_MARK = "\uFEFF";
/** Rows written at a time. */
const PORTION = 500;
/** What a spreadsheet takes for the beginning of a formula, or for nothing in front of one. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/u;
const PLAIN_NUMBER = /^[+-]?[0-9]+(?:\.[0-9]+)?$/u;

/**
 * Rows as CSV (RFC 4180), head first, piece by piece, to be opened with a spreadsheet: a text that it would take for a formula
 * gets an apostrophe in front. With `bom` Excel takes the file for UTF-8.
 */
export function* spreadsheetCsv({ columns, rows }: Rows, { bom }: { readonly bom: boolean }): Generator<string> {
  yield `${bom ? BYTE_ORDER_MARK : ""}${lines([columns])}`;
  let portion: (readonly unknown[])[] = [];
  for (const row of rows) {
    portion.push(row.map(harmless));
    if (portion.length < PORTION) continue;
    yield lines(portion);
    portion = [];
  }
  if (portion.length > 0) yield lines(portion);
}

/** The value as a cell: never a formula. */
function harmless(value: unknown): unknown {
  const plain = plainValue(value);
  return typeof plain === "string" && FORMULA.test(plain) && !PLAIN_NUMBER.test(plain) ? `'${plain}` : plain;
}

function lines(rows: readonly (readonly unknown[])[]): string {
  return stringify([...rows], { record_delimiter: "\r\n", quoted_match: /[\r\n]/u });
}
