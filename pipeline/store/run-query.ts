import type { Statement } from "better-sqlite3";
import { leadingPragma } from "./leading-pragma.js";
import type { Store } from "./store.js";
import { StoreError, sqliteCodeOf, toStoreError } from "./store-error.js";

/** Integers beyond 2^53 come as bigint, so that no digit is lost. */
export type SqlValue = null | number | bigint | string | Uint8Array;

export interface QueryResult {
  readonly columns: readonly string[];
  /** Read from the database as they are asked for, once. */
  readonly rows: Iterable<readonly SqlValue[]>;
  /** After the last row: whether there were more than `limit`. */
  readonly wasCut: () => boolean;
}

export interface QueryOptions {
  /** At most so many rows. */
  readonly limit?: number;
}

/**
 * Asks one read-only question; the store must be open for reading. Throws StoreError, here or while rows are read, when
 * the SQL is wrong, is several statements, or would do anything but read.
 */
export function runQuery(store: Store, sql: string, options: QueryOptions = {}): QueryResult {
  const statement = prepareQuestion(store, sql);
  const columns = statement.columns().map(({ name }) => name);
  let cut = false;
  function* rows(): Generator<readonly SqlValue[]> {
    let count = 0;
    try {
      for (const row of statement.iterate()) {
        if (count === options.limit) {
          cut = true;
          return;
        }
        count += 1;
        yield (row as readonly SqlValue[]).map(plainNumber);
      }
    } catch (error) {
      throw questionError(store, error);
    }
  }
  return { columns, rows: rows(), wasCut: () => cut };
}

function prepareQuestion(store: Store, sql: string): Statement<unknown[], unknown> {
  if (sql.length > LONGEST_SQL) {
    throw notAQuestion(store, `a statement may have ${LONGEST_SQL} characters at most; ask for less at once`);
  }
  const pragma = leadingPragma(sql);
  if (pragma !== undefined && (pragma.isExplained || !isReadingPragma(pragma.argument))) {
    throw notAQuestion(store, "a PRAGMA may set something; ask pragma_table_info('facts') and the like with SELECT");
  }
  let statement: Statement<unknown[], unknown>;
  try {
    statement = store.prepare(sql);
  } catch (error) {
    throw questionError(store, error);
  }
  if (!statement.reader || !statement.readonly) {
    throw notAQuestion(store, "this would change or attach something; the database is only read here, write a SELECT");
  }
  return statement.raw(true).safeIntegers(true);
}

/** SQLite's own words for what is wrong, or the fitting remedy when it is the database that fails. */
function questionError(store: Store, error: unknown): unknown {
  const problem = hasMessage(error) ? error.message.replace(/\s+/gu, " ") : "";
  if (sqliteCodeOf(error)?.startsWith("SQLITE_ERROR")) {
    const remedy = "mend the SQL, docs/schema.md names the tables and columns";
    return new StoreError("store.bad-sql", `${store.path}: ${problem}; ${remedy}`, { cause: error });
  }
  if (sqliteCodeOf(error)?.startsWith("SQLITE_TOOBIG")) {
    const remedy = "ask for smaller values, or fewer columns";
    return new StoreError("store.bad-sql", `${store.path}: ${problem}; ${remedy}`, { cause: error });
  }
  // What the driver refuses before SQLite sees it has no code.
  if (/more than one statement|contains no statements/u.test(problem)) {
    return new StoreError("store.not-a-question", `${store.path}: give exactly one SQL statement`, { cause: error });
  }
  if (/parameter/u.test(problem)) {
    const remedy = "the SQL leaves a place for a value open; write the value itself";
    return new StoreError("store.bad-sql", `${store.path}: ${remedy}`, { cause: error });
  }
  return toStoreError(store.path, error);
}

function notAQuestion(store: Store, remedy: string): StoreError {
  return new StoreError("store.not-a-question", `${store.path}: ${remedy}`);
}

function hasMessage(error: unknown): error is { readonly message: string } {
  return typeof error === "object" && error !== null && "message" in error && typeof error.message === "string";
}

function plainNumber(value: SqlValue): SqlValue {
  return typeof value === "bigint" && Number.isSafeInteger(Number(value)) ? Number(value) : value;
}

/** UTF-16 code units. To compile SQL takes time that nobody else has meanwhile. */
const LONGEST_SQL = 100_000;

const DESCRIBING =
  /^\s+(?:table_list|table_info|table_xinfo|index_list|index_info|foreign_key_list)\s*(?:\([^);]*\))?[\s;]*$/iu;
const STATING = /^\s+(?:user_version|application_id|database_list|compile_options)[\s;]*$/iu;

/** Those that describe the schema, with a table's name or without, and those that state something when given nothing. */
function isReadingPragma(pragma: string): boolean {
  return DESCRIBING.test(pragma) || STATING.test(pragma);
}
