import Database from "better-sqlite3";
import { foldKey } from "../../extractors/text/fold-key.js";
import { searchForms, searchKey, searchWords } from "./search-words.js";

/** The item key of a word or phrase in a language, by BCP 47 tag. */
export type Stem = (phrase: string, language: string) => string;

export interface SqlFunctions {
  /** Without it there is no `stem()`: it needs the lexicons, which the store does not know. */
  readonly stem?: Stem | undefined;
}

/**
 * The functions that faktum adds to SQL: `normalise`, `stem` and `search_key` are for questions, by `search_words` and
 * `search_forms` the index of sentences is kept. Nothing in, nothing out. `normalise` and `stem` refuse what is no text.
 */
export function registerSqlFunctions(database: Database.Database, { stem }: SqlFunctions = {}): void {
  const plain = { deterministic: true };
  database.function("search_key", plain, (text: unknown) => (text === null ? null : searchKey(String(text))));
  database.function("search_words", plain, (text: unknown) => (text === null ? null : searchWords(String(text))));
  database.function("search_forms", plain, (text: unknown) => (text === null ? null : searchForms(String(text))));
  database.function("normalise", plain, (text: unknown) =>
    text === null ? null : foldKey(textOf(text, "normalise(text)")),
  );
  if (stem === undefined) return;
  database.function("stem", plain, (text: unknown, language: unknown) => {
    if (text === null || language === null) return null;
    return stem(textOf(text, "stem(text, language)"), textOf(language, "stem(text, language)"));
  });
}

/** Throws what SQLite's own functions throw: it is the SQL that is wrong. */
function textOf(value: unknown, call: string): string {
  if (typeof value === "string") return value;
  const sort = typeof value === "object" ? "a blob" : `the number ${value}`;
  throw new Database.SqliteError(`${call} takes text, not ${sort}`, "SQLITE_ERROR");
}
