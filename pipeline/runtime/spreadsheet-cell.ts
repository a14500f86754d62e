import { plainValue } from "./json-lines.js";

/** What a spreadsheet takes for the beginning of a formula, or for nothing in front of one. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/u;
const PLAIN_NUMBER = /^[+-]?[0-9]+(?:\.[0-9]+)?$/u;

/** A value as a cell of a CSV file: what a spreadsheet would take for a formula gets an apostrophe in front. */
export function spreadsheetCell(value: unknown): unknown {
  const plain = plainValue(value);
  return typeof plain === "string" && FORMULA.test(plain) && !PLAIN_NUMBER.test(plain) ? `'${plain}` : plain;
}
