import type { Engines } from "./engines.js";
import type { DocumentStatus } from "./known-files.js";
import type { FactChanges } from "./runs.js";
import type { Store } from "./store.js";

/** A run as it stands in the database. */
export interface PastRun {
  readonly id: number;
  /** ISO 8601, UTC; `finishedAt` is empty of one that is under way or was broken off. */
  readonly startedAt: string;
  readonly finishedAt: string | null;
  readonly paths: readonly string[];
  readonly stored: number;
  readonly refused: number;
  readonly failed: number;
  readonly removed: number;
  readonly facts: number;
  readonly changes: FactChanges;
}

export interface DocumentCount {
  readonly status: DocumentStatus;
  /** BCP 47 tag; empty of those that failed. */
  readonly language: string | null;
  readonly documents: number;
}

/** What a database holds. Documents whose files are gone count as removed only. */
export interface StoreStatus {
  /** The newest first. */
  readonly runs: readonly PastRun[];
  readonly documents: readonly DocumentCount[];
  readonly facts: Readonly<Record<string, number>>;
  /** Documents that failed and are not ignored, by code. */
  readonly quarantine: Readonly<Record<string, number>>;
  readonly ignored: number;
  readonly removed: number;
  readonly duplicates: number;
  /** Documents that today's program and lexicons would make anew. */
  readonly outdated: number;
}

/** Reads indexes only, but for the diagnostics: the time grows with the number of facts. */
export function storeStatus(store: Store, engines: Engines, lastRuns: number): StoreStatus {
  return store.guard(() => ({
    runs: pastRuns(store, lastRuns),
    documents: store.statement<DocumentCount>(DOCUMENTS).all(),
    facts: countsBy(store, FACTS),
    quarantine: countsBy(store, QUARANTINE),
    ignored: numberOf(store, IGNORED),
    removed: numberOf(store, REMOVED),
    duplicates: numberOf(store, DUPLICATES),
    outdated: store
      .statement<{ readonly name: number | null; readonly n: number }>(ENGINES)
      .all()
      .reduce((sum, { name, n }) => sum + (engines.isCurrent(name) ? 0 : n), 0),
  }));
}

/** The newest first. */
export function pastRuns(store: Store, most: number): readonly PastRun[] {
  return store.guard(() => store.statement<RunRow>(RUNS).all(most).map(pastRun));
}

interface RunRow extends Omit<PastRun, "paths" | "changes"> {
  readonly paths: string;
  readonly counts: string;
}

function pastRun({ paths, counts, ...run }: RunRow): PastRun {
  const { changes } = JSON.parse(counts) as { readonly changes?: FactChanges };
  return {
    ...run,
    paths: JSON.parse(paths) as readonly string[],
    changes: changes ?? { added: 0, changed: 0, gone: 0 },
  };
}

function countsBy(store: Store, sql: string): Readonly<Record<string, number>> {
  const rows = store.statement<{ readonly name: string; readonly n: number }>(sql).all();
  return Object.fromEntries(rows.map(({ name, n }) => [name, n]));
}

function numberOf(store: Store, sql: string): number {
  return store.statement<{ readonly n: number }>(sql).get()?.n ?? 0;
}

const GONE = "SELECT id FROM documents WHERE removed_at IS NOT NULL";
const RUNS = `
  SELECT
    id, started_at AS startedAt, finished_at AS finishedAt, paths, documents_stored AS stored,
    documents_refused AS refused, documents_failed AS failed, documents_removed AS removed, facts_stored AS facts, counts
  FROM runs ORDER BY id DESC LIMIT ?`;
const DOCUMENTS = `
  SELECT status, language, count(*) AS documents FROM documents WHERE id NOT IN (${GONE})
  GROUP BY status, language ORDER BY status, language`;
const FACTS = `SELECT kind AS name, count(*) AS n FROM facts WHERE document_id NOT IN (${GONE}) GROUP BY kind ORDER BY kind`;
const QUARANTINE = `
  SELECT code AS name, count(DISTINCT document_id) AS n FROM quarantine WHERE ignored_at IS NULL
  GROUP BY code ORDER BY n DESC, code`;
const IGNORED = "SELECT count(*) AS n FROM documents WHERE status = 'failed' AND ignored_at IS NOT NULL";
const REMOVED = "SELECT count(*) AS n FROM documents WHERE removed_at IS NOT NULL";
const DUPLICATES = "SELECT count(*) AS n FROM documents WHERE duplicate_of IS NOT NULL";
const ENGINES = `
  SELECT engine_id AS name, count(*) AS n FROM documents WHERE id NOT IN (${GONE}) GROUP BY engine_id`;
