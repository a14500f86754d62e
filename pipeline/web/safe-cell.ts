const FORMULA = /^[=+\-@\t\r]/u;
/** Signs and digits only: a number, a range, a date. */
const FIGURES = /^[-+]?[-0-9.,/ ]*$/u;

/** A value for a CSV file that no spreadsheet takes for a formula: an apostrophe stands before what looks like one. */
export function safeCell(value: unknown): unknown {
  return typeof value === "string" && FORMULA.test(value) && !FIGURES.test(value) ? `'${value}` : value;
}
