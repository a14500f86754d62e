import type { Database, Statement } from "better-sqlite3";
import { toStoreError } from "./store-error.js";

/** `write` makes the database or brings it up to date; `read` changes nothing at all. */
export type StoreMode = "write" | "read";

/** An open fact store. It holds a file open and must be closed. */
export class Store {
  readonly path: string;
  readonly #database: Database;
  readonly #statements = new Map<string, Statement<unknown[], unknown>>();

  constructor(path: string, database: Database) {
    this.path = path;
    this.#database = database;
  }

  /**
   * The prepared statement for `sql`, prepared once. `Row` is the caller's word for what a row holds. Only for SQL
   * written in the code: each text stays in memory until the store is closed.
   */
  statement<Row = unknown>(sql: string): Statement<unknown[], Row> {
    const known = this.#statements.get(sql);
    if (known !== undefined) return known as Statement<unknown[], Row>;
    const prepared = this.#database.prepare<unknown[], Row>(sql);
    this.#statements.set(sql, prepared);
    return prepared;
  }

  /** A statement that is not kept, for SQL from outside. Throws what SQLite throws. */
  prepare(sql: string): Statement<unknown[], unknown> {
    return this.#database.prepare(sql);
  }

  /**
   * Does `work` in one transaction: all of it is stored or none. The write lock is taken at the start, so that waiting
   * for another writer happens here and not in the middle. Inside a transaction `work` joins that one.
   */
  transaction<Result>(work: () => Result): Result {
    return this.guard(() => (this.#database.inTransaction ? work() : this.#database.transaction(work).immediate()));
  }

  /** Runs `work`, with its transactions, while SQLite neither checks references nor follows them in deleting. */
  withoutForeignKeys<Result>(work: () => Result): Result {
    this.#database.pragma("foreign_keys = OFF");
    try {
      return work();
    } finally {
      this.#database.pragma("foreign_keys = ON");
    }
  }

  /** Runs `work` and turns what SQLite reports into a StoreError with a remedy. */
  guard<Result>(work: () => Result): Result {
    try {
      return work();
    } catch (error) {
      throw toStoreError(this.path, error);
    }
  }

  /** Takes the files beside it into the database's own, so that it can be moved and read on write-protected ground. */
  makeOneFile(): void {
    this.guard(() => this.#database.pragma("journal_mode = DELETE"));
  }

  close(): void {
    this.#statements.clear();
    this.guard(() => this.#database.close());
  }
}
