import { randomUUID } from "node:crypto";
import { hostname } from "node:os";
import path from "node:path";
import Database from "better-sqlite3";
import { StoreError, sqliteCodeOf, toStoreError } from "./store-error.js";

/** Who writes to a database, as those are told who find it taken. */
export interface LockOwner {
  readonly pid: number;
  readonly host: string;
  /** ISO 8601, UTC. */
  readonly since: string;
  /** What it was started as. */
  readonly command: string;
}

/** The right to be the one run that writes to a database. It must be released; the end of the process releases it too. */
export interface RunLock {
  release(): void;
}

interface OwnerRow extends LockOwner {
  readonly token: string;
}

const BUSY_TIMEOUT_MS = 500;
const MOST_TRIES = 20;

/**
 * Takes the lock of the database at `file`. It is a lock of the operating system on a small database beside it: it can be
 * held by one process only and ends with it, so none is ever left behind by a run that was killed. Who holds it stands
 * inside, for the others to read. Throws StoreError `store.in-use`, naming the owner and since when, when it is taken.
 */
export function takeRunLock(file: string, command: string): RunLock {
  const lockFile = lockFileOf(file);
  let database: Database.Database | undefined;
  try {
    database = new Database(lockFile, { timeout: BUSY_TIMEOUT_MS });
    database.exec(CREATE_OWNER);
    const owner = { token: randomUUID(), pid: process.pid, host: hostname(), since: new Date().toISOString(), command };
    for (let tries = 0; tries < MOST_TRIES; tries++) if (holds(database, owner)) return lockOn(database);
    throw inUse(file, database);
  } catch (error) {
    const taken = database !== undefined && sqliteCodeOf(error)?.startsWith("SQLITE_BUSY") === true;
    const told = taken && database !== undefined ? inUse(file, database) : lockError(file, error);
    database?.close();
    throw told;
  }
}

/** Who holds the lock of the database at `file`; nobody when nothing is returned. */
export function runLockOwner(file: string): LockOwner | undefined {
  let database: Database.Database | undefined;
  try {
    database = new Database(lockFileOf(file), { fileMustExist: true, timeout: 0 });
    database.exec("BEGIN IMMEDIATE; ROLLBACK");
    return undefined;
  } catch (error) {
    return database !== undefined && sqliteCodeOf(error)?.startsWith("SQLITE_BUSY") === true
      ? ownerIn(database)
      : undefined;
  } finally {
    database?.close();
  }
}

/** What is wrong with the lock's file, or with the disk that the database is on too. */
function lockError(file: string, error: unknown): unknown {
  const code = sqliteCodeOf(error);
  if (code !== "SQLITE_NOTADB" && code !== "SQLITE_CORRUPT") return toStoreError(file, error);
  const message = `${file}-lock: this is no lock of faktum's; delete it and run again`;
  return new StoreError("store.no-lock", message, { cause: error });
}

function lockFileOf(file: string): string {
  return `${path.resolve(file)}-lock`;
}

/**
 * Writes the owner down and then holds the lock, which hides nothing: readers still get in. Between the two another may
 * have come first; then its name stands there, or it must be written anew.
 */
function holds(database: Database.Database, owner: OwnerRow): boolean {
  database.exec("BEGIN IMMEDIATE");
  database.prepare(WRITE_OWNER).run(owner);
  database.exec("COMMIT; BEGIN IMMEDIATE");
  if (database.prepare("SELECT token FROM owner").pluck().get() === owner.token) return true;
  database.exec("ROLLBACK");
  return false;
}

function lockOn(database: Database.Database): RunLock {
  return {
    release() {
      database.exec("ROLLBACK");
      database.close();
    },
  };
}

function inUse(file: string, database: Database.Database): StoreError {
  const owner = ownerIn(database);
  const who = owner === undefined ? "another run" : `${owner.command} (process ${owner.pid} on ${owner.host})`;
  const since = owner === undefined ? "" : ` since ${owner.since}, for ${age(owner.since)}`;
  return new StoreError(
    "store.in-use",
    `${file}: ${who} has been writing to it${since}; wait until it has finished, or stop it`,
  );
}

function ownerIn(database: Database.Database): LockOwner | undefined {
  try {
    return database.prepare<[], OwnerRow>("SELECT * FROM owner").get();
  } catch {
    return undefined; // just being written
  }
}

function age(since: string): string {
  const minutes = Math.floor((Date.now() - Date.parse(since)) / 60_000);
  return minutes < 120 ? `${minutes} min` : `${Math.floor(minutes / 60)} h`;
}

const CREATE_OWNER = `
  CREATE TABLE IF NOT EXISTS owner (
    id INTEGER PRIMARY KEY CHECK (id = 1), token TEXT NOT NULL, pid INTEGER NOT NULL, host TEXT NOT NULL,
    since TEXT NOT NULL, command TEXT NOT NULL
  ) STRICT`;
const WRITE_OWNER = `
  INSERT OR REPLACE INTO owner (id, token, pid, host, since, command) VALUES (1, :token, :pid, :host, :since, :command)`;
