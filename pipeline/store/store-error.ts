/** Stable names of what can be wrong with a database or with what is asked of it. */
export type StoreErrorCode =
  | "store.missing"
  | "store.no-folder"
  | "store.cannot-open"
  | "store.not-a-database"
  | "store.foreign"
  | "store.newer"
  | "store.older"
  | "store.read-only"
  | "store.locked"
  | "store.in-use"
  | "store.no-lock"
  | "store.full"
  | "store.damaged"
  | "store.io"
  | "store.bad-sql"
  | "store.not-a-question"
  | "store.bad-fact-id"
  | "store.ambiguous-fact"
  | "store.no-fact"
  | "store.bad-mark";

/** A problem with the database that the user can do something about. `message` is one line: the file and the remedy. */
export class StoreError extends Error {
  readonly code: StoreErrorCode;

  constructor(code: StoreErrorCode, message: string, options?: { readonly cause: unknown }) {
    super(message, options);
    this.name = "StoreError";
    this.code = code;
  }
}

/**
 * What SQLite reported on the database at `path`, as a StoreError with a remedy. An error that is not SQLite's, or that
 * tells of a fault in faktum itself, comes back unchanged.
 */
export function toStoreError(path: string, error: unknown): unknown {
  const sqliteCode = sqliteCodeOf(error);
  if (sqliteCode === undefined) return error;
  // Extended codes add to the plain one: SQLITE_READONLY_DIRECTORY, SQLITE_BUSY_SNAPSHOT.
  const known = REMEDIES.find(([prefix]) => sqliteCode.startsWith(prefix));
  if (known === undefined) return error;
  const [, code, remedy] = known;
  return new StoreError(code, `${path}: ${remedy}`, { cause: error });
}

/** `SQLITE_...`, or nothing for any other error. Class identity is not asked: it differs between module realms. */
export function sqliteCodeOf(error: unknown): string | undefined {
  if (typeof error !== "object" || error === null || !("code" in error)) return undefined;
  return typeof error.code === "string" && error.code.startsWith("SQLITE_") ? error.code : undefined;
}

const REMEDIES: readonly (readonly [prefix: string, code: StoreErrorCode, remedy: string])[] = [
  [
    "SQLITE_BUSY",
    "store.locked",
    "another program is writing to this database; wait until it has finished, or close it",
  ],
  ["SQLITE_LOCKED", "store.locked", "another program holds this database; wait until it has finished, or close it"],
  [
    "SQLITE_READONLY",
    "store.read-only",
    "the database cannot be written; make the file and its folder writable, or name another database",
  ],
  [
    "SQLITE_CANTOPEN",
    "store.cannot-open",
    "the database cannot be opened; check that it is a file, and that the file and its folder may be read and written",
  ],
  ["SQLITE_PERM", "store.cannot-open", "access to the database is denied; check the rights of the file and its folder"],
  ["SQLITE_NOTADB", "store.not-a-database", "this file is not a database; name another one, or move the file away"],
  [
    "SQLITE_CORRUPT",
    "store.damaged",
    "the database is damaged; restore a copy of it, or move it away and run faktum again to build a new one",
  ],
  ["SQLITE_FULL", "store.full", "the disk is full; make room and run faktum again, what was stored before is kept"],
  // A quota or a limit to the size of files, which SQLite does not tell from a disk that fails.
  [
    "SQLITE_IOERR_WRITE",
    "store.io",
    "the database could not be written; check the disk, your quota and the limit to the size of files (ulimit -f), then run faktum again, what was stored before is kept",
  ],
  ["SQLITE_IOERR", "store.io", "the disk failed to read or write the database; check the disk, then run faktum again"],
];
