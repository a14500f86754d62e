import { existsSync, type Stats, statSync } from "node:fs";
import path from "node:path";
import Database from "better-sqlite3";
import { APPLICATION_ID, migrate, readMigrations, schemaVersion } from "./migrations.js";
import { registerSqlFunctions, type SqlFunctions } from "./sql-functions.js";
import { Store, type StoreMode } from "./store.js";
import { StoreError, sqliteCodeOf, toStoreError } from "./store-error.js";

export interface StoreOptions extends SqlFunctions {
  readonly mode: StoreMode;
  /** How long to wait for another writer. */
  readonly busyTimeoutMs?: number;
  /** Of mode `read`: also one that an older faktum made, to be looked at only. */
  readonly allowOlder?: boolean;
  /** Of mode `read`: SQLite leaves out the rules of tables when it opens a file that it may not write to. */
  readonly parsesConstraints?: boolean;
  /** Of mode `read`: for questions of whoever. What the file's own schema holds is not trusted, nothing is written to the disk. */
  readonly isHardened?: boolean;
}

const BUSY_TIMEOUT_MS = 5_000;
const PAGE_SIZE = 8_192;

/**
 * Opens the fact store at `file`. Mode `write` makes it when absent and brings an older one up to date; mode `read`
 * refuses both and can change nothing. Throws StoreError when the file is missing, no database, not faktum's, of a newer
 * version, locked, read-only or damaged; a file that is not faktum's is left as it was.
 */
export function openStore(file: string, options: StoreOptions): Store {
  checkPlace(file, options.mode);
  try {
    const database = options.mode === "write" ? openForWriting(file, options) : openForReading(file, options);
    return new Store(file, database);
  } catch (error) {
    throw toStoreError(file, error);
  }
}

function checkPlace(file: string, mode: StoreMode): void {
  const found = statOf(file);
  if (found?.isDirectory()) {
    throw new StoreError("store.cannot-open", `${file}: this is a folder; name a database file`);
  }
  if (found !== undefined) return;
  if (mode === "read") {
    throw new StoreError(
      "store.missing",
      `${file}: there is no such database; make it with "faktum run", or name another`,
    );
  }
  const folder = path.dirname(path.resolve(file));
  if (!existsSync(folder)) {
    throw new StoreError(
      "store.no-folder",
      `${file}: the folder ${folder} does not exist; make it, or name another database`,
    );
  }
}

function statOf(file: string): Stats | undefined {
  try {
    return statSync(file, { throwIfNoEntry: false });
  } catch (error) {
    const remedy = "its folder may not be entered; change the folder's rights, or name another database";
    throw new StoreError("store.cannot-open", `${file}: ${remedy}`, { cause: error });
  }
}

function openForWriting(file: string, options: StoreOptions): Database.Database {
  const database = connect(file, options);
  return closedOnError(database, () => {
    const migrations = readMigrations();
    const isNew = checkIdentity(database, file, migrations.length, true);
    if (isNew) database.pragma(`page_size = ${PAGE_SIZE}`);
    checkWritable(database);
    database.pragma("journal_mode = WAL");
    database.pragma("synchronous = NORMAL");
    database.pragma("foreign_keys = ON");
    registerSqlFunctions(database, options);
    migrate(database, migrations);
    return database;
  });
}

/** SQLite opens a write-protected file without complaint. A write that is taken back tells, before any work is done. */
function checkWritable(database: Database.Database): void {
  database.exec(`BEGIN IMMEDIATE; PRAGMA user_version = ${schemaVersion(database)}; ROLLBACK`);
}

function openForReading(file: string, options: StoreOptions): Database.Database {
  const database = connect(file, options);
  return closedOnError(database, () => {
    checkReadable(database, file);
    const latest = readMigrations().length;
    checkIdentity(database, file, latest, false);
    if (schemaVersion(database) < latest && options.allowOlder !== true) {
      throw new StoreError(
        "store.older",
        `${file}: made by an older faktum; "faktum run" with this database brings it up to date`,
      );
    }
    database.pragma("query_only = ON");
    if (options.isHardened) {
      database.pragma("trusted_schema = OFF");
      database.pragma("temp_store = MEMORY");
    }
    registerSqlFunctions(database, options);
    return database;
  });
}

/** Even a reader writes beside a WAL database (`-shm`), and on write-protected ground it cannot. */
function checkReadable(database: Database.Database, file: string): void {
  try {
    database.pragma("schema_version");
  } catch (error) {
    if (!sqliteCodeOf(error)?.startsWith("SQLITE_READONLY")) throw error;
    const remedy = "copy it to a folder that you may write to, and read it there";
    throw new StoreError("store.read-only", `${file}: SQLite cannot read it in a write-protected folder; ${remedy}`, {
      cause: error,
    });
  }
}

function connect(file: string, options: StoreOptions): Database.Database {
  const { mode, busyTimeoutMs = BUSY_TIMEOUT_MS, parsesConstraints = false } = options;
  // Resolved, so that no name is taken for one of SQLite's own, such as `:memory:`.
  return new Database(path.resolve(file), { readonly: mode === "read" && !parsesConstraints, timeout: busyTimeoutMs });
}

function closedOnError(database: Database.Database, work: () => Database.Database): Database.Database {
  try {
    return work();
  } catch (error) {
    database.close();
    throw error;
  }
}

/** Whether the database is still empty; throws when it is another application's or of a newer version. */
function checkIdentity(database: Database.Database, file: string, latest: number, mayBeNew: boolean): boolean {
  const application = Number(database.pragma("application_id", { simple: true }));
  const objects = Number(database.prepare("SELECT count(*) FROM sqlite_master").pluck().get());
  const isNew = application === 0 && objects === 0 && mayBeNew;
  if (!isNew && application !== APPLICATION_ID) {
    throw new StoreError("store.foreign", `${file}: this database is not faktum's; name another one`);
  }
  if (schemaVersion(database) > latest) {
    throw new StoreError(
      "store.newer",
      `${file}: made by a newer faktum; install that version, or name another database`,
    );
  }
  return isNew;
}
