import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
} from "node:fs";
import path from "node:path";
import Database from "better-sqlite3";
import { FaktumError } from "../runtime/faktum-error.js";
import { APPLICATION_ID } from "./migrations.js";
import { StoreError, sqliteCodeOf, toStoreError } from "./store-error.js";

export interface BackupOptions {
  /** Put the copy in the place of a file that is there. */
  readonly force: boolean;
  /** Stops the copying; nothing is left of it then. */
  readonly signal: AbortSignal;
  /** Told now and then how much has been copied, from 0 to 1. */
  readonly advanced: (share: number) => void;
}

/** Pages copied at a time: between two portions signals are heard. */
const PORTION = 2_000;
const BUSY_TIMEOUT_MS = 5_000;
/** Files that SQLite keeps beside a database. Left over from another one, they would be mixed into the copy. */
const COMPANIONS = ["-wal", "-journal", "-shm"] as const;

/**
 * Copies the database at `source` to `target` as it is at this moment, also while another process writes to it, and
 * checks the copy before it gets its name. The copy is one file that opens on write-protected ground too. Returns its
 * bytes, or nothing when it was stopped. Throws FaktumError or StoreError; a file at `target` is then as it was.
 */
export async function backUpStore(source: string, target: string, options: BackupOptions): Promise<number | undefined> {
  checkTarget(source, target, options.force);
  const part = path.resolve(`${target}.part-${process.pid}`);
  try {
    await copyTo(part, source, target, options);
    if (options.signal.aborted) return undefined;
    finish(part, source, target);
    // The check of a large copy takes a while, in which nothing was heard.
    await new Promise((resolve) => setImmediate(resolve));
    if (options.signal.aborted) return undefined;
    checkTarget(source, target, options.force);
    const bytes = statSync(part).size;
    renameSync(part, path.resolve(target));
    flush(path.dirname(path.resolve(target)));
    return bytes;
  } finally {
    for (const end of ["", ...COMPANIONS]) rmSync(`${part}${end}`, { force: true });
  }
}

function checkTarget(source: string, target: string, force: boolean): void {
  const from = statOf(source);
  if (from === undefined) {
    throw new StoreError("store.missing", `${source}: there is no such database to copy; check the path`);
  }
  if (from.isDirectory())
    throw new StoreError("store.cannot-open", `${source}: this is a folder; name a database file`);
  const folder = path.dirname(path.resolve(target));
  if (!existsSync(folder)) throw refusal(target, `the folder ${folder} does not exist; make it, or name another file`);
  const to = statOf(target);
  if (to?.isDirectory()) throw refusal(target, "this is a folder; name a file in it");
  if (to !== undefined && !to.isFile()) throw refusal(target, "this is no ordinary file; name another one");
  if (isPartOf(source, target) || (to !== undefined && to.dev === from.dev && to.ino === from.ino)) {
    throw refusal(target, "this is the database itself; name another file");
  }
  if (to !== undefined && !force) throw refusal(target, "this file is there already; name another, or add --force");
  const companion = COMPANIONS.map((end) => `${target}${end}`).find((file) => existsSync(file));
  if (companion !== undefined) {
    throw refusal(target, `${companion} stands beside it and would spoil the copy; name another file, or remove both`);
  }
}

/** Whether `target` is the database or one of its companions, though that one may not be there just now. */
function isPartOf(source: string, target: string): boolean {
  const real = realpathSync(source);
  const folder = realpathSync(path.dirname(path.resolve(target)));
  return ["", ...COMPANIONS].some((end) => `${real}${end}` === path.join(folder, path.basename(target)));
}

async function copyTo(part: string, source: string, target: string, options: BackupOptions): Promise<void> {
  const database = openSource(source);
  try {
    // Within a transaction the copy is of one moment. Otherwise it would begin anew whenever another process writes.
    database.exec("BEGIN");
    checkIdentity(database, source);
    await database.backup(part, {
      progress: ({ totalPages, remainingPages }) => {
        if (options.signal.aborted) throw new FaktumError("backup.stopped", "stopped", { exitCode: 1 });
        options.advanced((totalPages - remainingPages) / totalPages);
        return PORTION;
      },
    });
  } catch (error) {
    if (!options.signal.aborted) throw copyError(source, target, error);
  } finally {
    database.close();
  }
}

function openSource(source: string): Database.Database {
  try {
    return new Database(path.resolve(source), { readonly: true, fileMustExist: true, timeout: BUSY_TIMEOUT_MS });
  } catch (error) {
    throw toStoreError(source, error);
  }
}

/** Reading is also what begins the transaction. */
function checkIdentity(database: Database.Database, source: string): void {
  let application: unknown;
  try {
    database.prepare("SELECT count(*) FROM sqlite_master").get();
    application = database.pragma("application_id", { simple: true });
  } catch (error) {
    throw toStoreError(source, error);
  }
  if (application !== APPLICATION_ID) {
    throw new StoreError("store.foreign", `${source}: this database is not faktum's; name another one`);
  }
}

/** Makes the copy a single file, checks it, and has the disk keep it. */
function finish(part: string, source: string, target: string): void {
  let found: unknown;
  try {
    const copy = new Database(part, { fileMustExist: true });
    try {
      copy.pragma("journal_mode = DELETE");
      found = copy.pragma("quick_check(1)", { simple: true });
    } finally {
      copy.close();
    }
    flush(part);
  } catch (error) {
    throw copyError(source, target, error);
  }
  if (found !== "ok") {
    throw new StoreError(
      "store.damaged",
      `${source}: damaged, so that its copy is too (${String(found)}); keep an older copy, nothing was written to ${target}`,
    );
  }
}

function flush(file: string): void {
  const handle = openSync(file, "r");
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Reading fails seldom: what SQLite says of space, rights and the disk is of the copy. */
function copyError(source: string, target: string, error: unknown): unknown {
  const code = sqliteCodeOf(error) ?? "";
  const told = WRITE_ERRORS.find(([prefix]) => code.startsWith(prefix));
  if (told === undefined) return toStoreError(source, error);
  return new FaktumError("backup.cannot-write", `${target}: ${told[1]}`, { exitCode: 4, cause: error });
}

const WRITE_ERRORS: readonly (readonly [prefix: string, remedy: string])[] = [
  ["SQLITE_FULL", "the disk is full; make room, or name a file on another disk"],
  [
    "SQLITE_IOERR",
    "the disk failed to read the database or to write the copy; check it, or name a file on another disk",
  ],
  ["SQLITE_CANTOPEN", "the copy cannot be made; check that you may write to its folder"],
  ["SQLITE_READONLY", "the copy cannot be made; check that you may write to its folder"],
];

function refusal(target: string, reason: string): FaktumError {
  return new FaktumError("backup.refused", `${target}: ${reason}`, { exitCode: 2 });
}

function statOf(file: string): Stats | undefined {
  try {
    return statSync(file, { throwIfNoEntry: false });
  } catch (error) {
    throw new StoreError("store.cannot-open", `${file}: its folder may not be entered; change the folder's rights`, {
      cause: error,
    });
  }
}
