import type { Store } from "./store.js";

/** What a run is: the same files under the same program and lexicons make the same facts. */
export interface RunStart {
  /** ISO 8601, UTC. */
  readonly startedAt: string;
  readonly faktumVersion: string;
  /** Version of the whole set of lexicons. */
  readonly lexiconVersion: string;
  /** As the user named them. */
  readonly paths: readonly string[];
}

/** A run as it is written on the documents that it stores. */
export interface Run {
  readonly id: number;
  readonly lexiconVersion: string;
}

/**
 * Opens a run in the database; call it when there is something to store, so that a run over unchanged files leaves no
 * trace. A run that was broken off, over the same paths with the same lexicons, is taken up again under its id: the
 * database ends as if it had never been broken off.
 */
export function startRun(store: Store, start: RunStart): Run {
  return store.transaction(() => {
    const same = [start.faktumVersion, start.lexiconVersion, JSON.stringify(start.paths)] as const;
    const open = store.statement<{ readonly id: number }>(OPEN_RUN).get(...same);
    if (open !== undefined) return { id: open.id, lexiconVersion: start.lexiconVersion };
    const { lastInsertRowid } = store.statement(INSERT_RUN).run(...same, start.startedAt);
    return { id: Number(lastInsertRowid), lexiconVersion: start.lexiconVersion };
  });
}

/** `finishedAt`: ISO 8601, UTC. */
export function finishRun(store: Store, run: Run, finishedAt: string): void {
  store.transaction(() => store.statement("UPDATE runs SET finished_at = ? WHERE id = ?").run(finishedAt, run.id));
}

/** What a transaction adds to its run; counted there, the sums are right however the run ends. */
export interface RunCounts {
  readonly stored: number;
  readonly refused: number;
  readonly failed: number;
  readonly facts: number;
}

/** To be called in the transaction that stored what is counted. */
export function addToRun(store: Store, run: Run, { stored, refused, failed, facts }: RunCounts): void {
  store.statement(ADD_TO_RUN).run(stored, refused, failed, facts, run.id);
}

const OPEN_RUN = `
  SELECT id FROM runs
  WHERE finished_at IS NULL AND faktum_version = ? AND lexicon_version = ? AND paths = ?
  ORDER BY id DESC LIMIT 1`;

const INSERT_RUN = "INSERT INTO runs (faktum_version, lexicon_version, paths, started_at) VALUES (?, ?, ?, ?)";

const ADD_TO_RUN = `
  UPDATE runs SET
    documents_stored = documents_stored + ?,
    documents_refused = documents_refused + ?,
    documents_failed = documents_failed + ?,
    facts_stored = facts_stored + ?
  WHERE id = ?`;
