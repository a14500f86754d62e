import { searchKey } from "../../store/search-words.js";

/** SQL's text: quotation marks are doubled; SQLite would end at a zero character. */
export function sqlText(text: string): string {
  return `'${text.replaceAll("\u0000", "").replaceAll("'", "''")}'`;
}

export function isOneOf(column: string, values: readonly (string | number)[]): string {
  const [only] = values;
  return values.length === 1 && only !== undefined ? `${column} = ${literal(only)}` : `${column} IN (${list(values)})`;
}

export function isNoneOf(column: string, values: readonly (string | number)[]): string {
  const [only] = values;
  return values.length === 1 && only !== undefined
    ? `${column} <> ${literal(only)}`
    : `${column} NOT IN (${list(values)})`;
}

/** The sentences that hold all words, by the index alone. A name of several words is looked for as it stands. */
export function sentencesWith(words: readonly string[]): string {
  const keys = words.map((word) => (/^\p{Lu}/u.test(word) ? phrase(searchKey(word)) : searchKey(word)));
  return `SELECT rowid FROM sentence_words WHERE sentence_words MATCH ${sqlText(keys.join(" "))}`;
}

function phrase(key: string): string {
  return key.endsWith("*") ? key : key.replaceAll('" "', " ");
}

function list(values: readonly (string | number)[]): string {
  return values.map(literal).join(", ");
}

function literal(value: string | number): string {
  return typeof value === "number" ? String(value) : sqlText(value);
}
