import { usualField } from "./fields.js";

const DELIMITERS = ["\t", ";", ",", "|"] as const;
const LONGEST_NAME = 60;
/** Columns that are called as fields of articles are; fewer may be chance in a line of prose. */
const LEAST_FIELDS = 3;

/** The character that separates the columns in a table's first line: the commonest of comma, semicolon, tab and bar. */
export function delimiterOf(line: string): string {
  const counts = DELIMITERS.map((delimiter) => line.split(delimiter).length);
  return DELIMITERS[counts.indexOf(Math.max(...counts))] ?? ",";
}

/** Whether a text begins like a table of articles: its first line names a text and two more of an article's fields. */
export function isTableHead(text: string): boolean {
  const line = text.split("\n", 1)[0]?.trim() ?? "";
  const names = line.split(delimiterOf(line)).map((name) => name.trim().replace(/^"(.*)"$/u, "$1"));
  if (names.length < LEAST_FIELDS || names.some((name) => name.length > LONGEST_NAME)) return false;
  const fields = new Set(names.map(usualField).filter((field) => field !== undefined));
  return fields.size >= LEAST_FIELDS && (fields.has("text") || fields.has("html"));
}
