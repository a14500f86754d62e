import { storeBatch } from "../stages/6-store.js";
import { Engines, type EngineVersions } from "../store/engines.js";
import { knownFileAt } from "../store/known-files.js";
import type { FailedDocument } from "../store/record-failure.js";
import { type RegisteredLexicon, registerLexicons, unregistered } from "../store/register-lexicons.js";
import { finishRun, type Run, runSums, saveRunSums, startRun } from "../store/runs.js";
import type { Store } from "../store/store.js";
import { touchFiles } from "../store/touch-files.js";
import { addStored } from "./add-stored.js";
import { addDocument, type Batch, emptyBatch, isEmpty, isFull } from "./batch.js";
import { engineVersion } from "./engine-version.js";
import { failureMessage } from "./failure-diagnostic.js";
import { lexiconVersions } from "./lexicon-versions.js";
import type { RunOptions } from "./run-options.js";
import { countStored, emptyTally, type RunTally } from "./run-report.js";
import type { RunThreads } from "./run-threads.js";
import { addSeconds, type StageSeconds } from "./stage-clock.js";
import { type ArticleOutcome, pathOf, type WorkItem } from "./work-item.js";
import type { WorkerPool } from "./worker-pool.js";

/** A run under way: what it reads with, what it has counted, and the documents that wait to be stored. */
export interface RunSession {
  readonly options: RunOptions;
  readonly store: Store;
  readonly threads: RunThreads;
  readonly versions: RunVersions;
  readonly engines: Engines;
  readonly tally: RunTally;
  batch: Batch;
  /** Seconds of work that is not yet noted in the run. */
  seconds: StageSeconds;
  lexicons?: readonly RegisteredLexicon[];
  run?: Run;
}

/** Of the lexicons as a whole, and of all that decides facts. */
interface RunVersions {
  readonly lexicons: string;
  readonly engine: EngineVersions;
}

export function openSession(
  options: RunOptions,
  { store, threads }: Pick<RunSession, "store" | "threads">,
): RunSession {
  const { set, languages, detector, boilerplate } = lexiconVersions();
  const engine = { program: engineVersion(), detector, boilerplate, lexicons: languages };
  return {
    options,
    store,
    threads,
    versions: { lexicons: set, engine },
    engines: new Engines(store, engine),
    tally: emptyTally(),
    batch: emptyBatch(),
    seconds: {},
  };
}

/** The threads that do the work, started when there is some. */
export function poolOf({ threads, versions }: RunSession): WorkerPool {
  return threads.poolFor(versions.lexicons);
}

/** To be awaited before anything is committed: the store takes no fact of a lexicon that it does not know. */
export async function knowLexicons(session: RunSession): Promise<void> {
  const { store, versions } = session;
  session.lexicons ??= unregistered(store, [...versions.engine.lexicons.values()])
    ? await poolOf(session).lexicons()
    : [];
}

/** Counts what became of an item, and puts what is to be stored into the batch. */
export function take(session: RunSession, item: WorkItem, outcome: ArticleOutcome): void {
  const { tally } = session;
  tally.done += 1;
  switch (outcome.status) {
    case "unchanged":
      tally.unchanged += 1;
      touch(session, item, outcome);
      return;
    case "failed-before":
      tally.failedBefore += 1;
      touch(session, item, outcome);
      return;
    case "prepared": {
      const { prepared, file } = outcome;
      makeRoom(session);
      const fileModified = item.kind === "stored" ? item.place.fileModified : file?.modified;
      addDocument(session.batch, { prepared, fileModified, isMember: isMember(item) });
      return;
    }
    case "failed": {
      const { diagnostic, sha256, file } = outcome;
      if (item.kind === "file" && diagnostic.code === "read.missing") {
        // It was there a moment ago: moved or deleted, which the next run finds out.
        tally.found -= 1;
        tally.done -= 1;
        return;
      }
      const state = { bytes: file?.bytes, fileModified: file?.modified };
      takeFailure(session, { path: pathOf(item), sha256, diagnostic, ...state, isMember: isMember(item) });
    }
  }
}

/** Whether it is an article of a container. */
function isMember(item: WorkItem): boolean {
  return item.kind === "stored" ? item.place.isMember : item.kind !== "file";
}

/** Counts a failure and stores it, unless it is of a file that an earlier run could not open either. */
export function takeFailure(session: RunSession, failure: FailedDocument): void {
  if (isToldAlready(session, failure)) {
    fail(session, failure);
    return;
  }
  makeRoom(session);
  session.batch.failures.push(failure);
}

/** Whether more has failed than the user wants to hear of; those count too that are not stored yet. */
export function hasTooManyErrors({ options, tally, batch }: RunSession): boolean {
  return tally.failed + batch.failures.length > options.maxErrors;
}

function isToldAlready({ store, engines }: RunSession, { path, sha256 }: FailedDocument): boolean {
  if (sha256 !== undefined) return false;
  const known = knownFileAt(store, path);
  return known?.status === "failed" && known.bytes === null && !known.isRemoved && engines.isCurrent(known.engineId);
}

function touch({ batch }: RunSession, item: WorkItem, { file }: ArticleOutcome): void {
  if (file !== undefined) batch.touched.push({ path: pathOf(item), bytes: file.bytes, fileModified: file.modified });
}

/** Not as soon as the batch is full: the last one must be there still when the run ends, see commit(). */
export function makeRoom(session: RunSession): void {
  if (isFull(session.batch)) commit(session, false);
}

/**
 * Stores the batch in one transaction. The last one also marks the run as finished, so that a database never holds a run
 * that has done all its work and yet looks broken off.
 */
export function commit(session: RunSession, last: boolean): void {
  const { store, tally, batch } = session;
  if (isEmpty(batch) && session.run === undefined) {
    if (batch.touched.length > 0) store.transaction(() => touchFiles(store, batch.touched));
    return;
  }
  const begun = performance.now();
  const failures = store.transaction(() => {
    const run = runOf(session);
    const report = storeBatch(store, run, batch);
    touchFiles(store, batch.touched);
    const failed = new Set(report.failures.map(({ path }) => path));
    const stored = batch.documents.map(({ prepared }) => prepared).filter(({ path }) => !failed.has(path));
    const spent = { ...session.seconds, store: (session.seconds.store ?? 0) + (performance.now() - begun) / 1000 };
    const sums = addStored(runSums(store, run), stored, report.changes);
    for (const key of ["added", "changed", "gone"] as const) tally.changes[key] += report.changes[key];
    saveRunSums(store, run, { ...sums, seconds: addSeconds(sums.seconds, spent) });
    if (last) finishRun(store, run, new Date().toISOString());
    for (const prepared of stored) countStored(tally, prepared);
    return report.failures;
  });
  for (const failure of failures) fail(session, failure);
  session.batch = emptyBatch();
  session.seconds = {};
}

/** The run's row and its lexicons are written with the first batch, so that a run without news leaves no trace. */
export function runOf(session: RunSession): Run {
  session.run ??= beginRun(session);
  return session.run;
}

function beginRun({ store, versions, engines, options, lexicons = [] }: RunSession): Run {
  registerLexicons(store, lexicons);
  return startRun(
    store,
    {
      startedAt: new Date().toISOString(),
      faktumVersion: engineVersion(),
      lexiconVersion: versions.lexicons,
      paths: options.paths,
    },
    engines,
  );
}

export function fail({ tally, options }: RunSession, { path, diagnostic }: FailedDocument): void {
  tally.failed += 1;
  options.observer.failed({ path, code: diagnostic.code, message: failureMessage(path, diagnostic) });
}
