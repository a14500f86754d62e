import type { Kind } from "../model/mention.js";
import type { StageName } from "../model/stages.js";
import type { Engines } from "./engines.js";
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
  readonly engines: Engines;
}

/**
 * Opens a run in the database; call it when there is something to store, so that a run over unchanged files leaves no
 * trace. A run that was broken off, over the same paths with the same lexicons, is taken up again under its id: the
 * database ends as if it had never been broken off.
 */
export function startRun(store: Store, start: RunStart, engines: Engines): Run {
  const { lexiconVersion } = start;
  return store.transaction(() => {
    const same = [start.faktumVersion, lexiconVersion, JSON.stringify(start.paths)] as const;
    const open = store.statement<{ readonly id: number }>(OPEN_RUN).get(...same);
    if (open !== undefined) return { id: open.id, lexiconVersion, engines };
    const { lastInsertRowid } = store.statement(INSERT_RUN).run(...same, start.startedAt);
    return { id: Number(lastInsertRowid), lexiconVersion, engines };
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

/** Facts of documents that were stored before, by what became of them. */
export interface FactChanges {
  readonly added: number;
  readonly changed: number;
  readonly gone: number;
}

/** What a run counted since it began, also before it was broken off. */
export interface RunSums {
  /** By language tag: a document counts for its own language, a fact for its sentence's. */
  readonly languages: Record<string, { documents: number; readonly facts: Partial<Record<Kind, number>> }>;
  /** Refused documents by what their language seems to be. */
  readonly refused: Record<string, number>;
  readonly changes: FactChanges;
  /** Seconds by stage, of all threads together. */
  readonly seconds: Partial<Record<StageName, number>>;
}

export function runSums(store: Store, run: Run): RunSums {
  const row = store.guard(() =>
    store.statement<{ readonly counts: string; readonly timings: string }>(SUMS).get(run.id),
  );
  const empty = { languages: {}, refused: {}, changes: { added: 0, changed: 0, gone: 0 } };
  return { ...empty, ...JSON.parse(row?.counts ?? "{}"), seconds: JSON.parse(row?.timings ?? "{}") };
}

/** To be called in the transaction that stored what is counted. */
export function saveRunSums(store: Store, run: Run, { seconds, ...counts }: RunSums): void {
  store.statement("UPDATE runs SET counts = ?, timings = ? WHERE id = ?").run(sorted(counts), sorted(seconds), run.id);
}

/** To be called inside a transaction. */
export function addFileChanges(
  store: Store,
  run: Run,
  moved: { readonly removed: number; readonly renamed: number },
): void {
  store.statement(ADD_FILE_CHANGES).run(moved.removed, moved.renamed, run.id);
}

/** JSON with its keys in order, so that the same counts are the same text. */
function sorted(value: unknown): string {
  return JSON.stringify(value, (_, each: unknown) =>
    typeof each === "object" && each !== null && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([one], [other]) => (one < other ? -1 : 1)))
      : each,
  );
}

const SUMS = "SELECT counts, timings FROM runs WHERE id = ?";

const ADD_FILE_CHANGES =
  "UPDATE runs SET documents_removed = documents_removed + ?, documents_renamed = documents_renamed + ? WHERE id = ?";

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
