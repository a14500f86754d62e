import type { Lexicon } from "../../extractors/lexicon/lexicon.js";
import type { LexiconSet } from "../../extractors/lexicon/lexicon-set.js";
import { storeBatch } from "../stages/6-store.js";
import { type KnownDocument, knownDocuments } from "../store/known-documents.js";
import { openStore } from "../store/open-store.js";
import type { FailedDocument } from "../store/record-failure.js";
import { type RegisteredLexicon, registerLexicons } from "../store/register-lexicons.js";
import { finishRun, type Run, startRun } from "../store/runs.js";
import type { Store } from "../store/store.js";
import { addAnalysis, type Batch, emptyBatch, isEmpty, isFull } from "./batch.js";
import { failureMessage } from "./failure-diagnostic.js";
import { findFiles } from "./find-files.js";
import { loadLexicons } from "./load-lexicons.js";
import { mapInOrder } from "./map-in-order.js";
import { packageVersion } from "./package-root.js";
import { type Outcome, processFile } from "./process-file.js";
import { countStored, emptyTally, type RunObserver, type RunReport, type RunTally, reportOf } from "./run-report.js";

export interface RunOptions {
  /** Files and folders, as the user wrote them. */
  readonly paths: readonly string[];
  readonly database: string;
  /** Read unchanged files too. */
  readonly force: boolean;
  /** Stops the run: what is ready is stored, the next run goes on from there. */
  readonly signal: AbortSignal;
  readonly observer: RunObserver;
}

/** Files read at a time, and results that may wait for their turn: with a batch, all that a run holds in memory. */
const READING = { concurrency: 4, ahead: 8 };

/**
 * Reads what is new under `paths` into the database. Documents that fail are recorded and told, and the run goes on.
 * Throws when it cannot go on: broken lexicons, no such path, a database that cannot be written.
 */
export async function runCorpus(options: RunOptions): Promise<RunReport> {
  const { files, skipped, problems } = await findFiles(options.paths);
  const lexicons = loadLexicons();
  const store = openStore(options.database, { mode: "write" });
  try {
    const session: Session = { options, lexicons, store, tally: emptyTally(), batch: emptyBatch() };
    for (const problem of problems) fail(session, { path: problem.path, diagnostic: problem });
    return await runFiles(session, files, skipped);
  } finally {
    store.close();
  }
}

interface Session {
  readonly options: RunOptions;
  readonly lexicons: LexiconSet;
  readonly store: Store;
  readonly tally: RunTally;
  /** What waits to be stored. */
  batch: Batch;
  run?: Run;
}

async function runFiles(
  session: Session,
  files: readonly string[],
  skipped: ReadonlyMap<string, number>,
): Promise<RunReport> {
  const { options, lexicons, store, tally } = session;
  const begun = performance.now();
  const known: ReadonlyMap<string, KnownDocument> = options.force ? new Map() : knownDocuments(store);
  const work = (path: string): Promise<Outcome> => processFile(path, known.get(path), lexicons);
  tally.found = files.length;
  let done = 0;
  for await (const outcome of mapInOrder(files, work, READING)) {
    take(session, outcome);
    done += 1;
    options.observer.advanced(done, files.length);
    if (options.signal.aborted) break;
  }
  const interrupted = done < files.length;
  commit(session, !interrupted);
  return reportOf(tally, { skipped, seconds: (performance.now() - begun) / 1000, interrupted });
}

function take(session: Session, outcome: Outcome): void {
  const { tally } = session;
  switch (outcome.status) {
    case "unchanged":
      tally.unchanged += 1;
      return;
    case "failed-before":
      tally.failedBefore += 1;
      return;
    case "analysed":
      makeRoom(session);
      addAnalysis(session.batch, outcome.analysis);
      return;
    case "failed":
      if (outcome.stored) {
        fail(session, outcome.failure);
      } else {
        makeRoom(session);
        session.batch.failures.push(outcome.failure);
      }
  }
}

/** Not as soon as the batch is full: the last one must be there still when the run ends, see commit(). */
function makeRoom(session: Session): void {
  if (isFull(session.batch)) commit(session, false);
}

/**
 * Stores the batch in one transaction. The last one also marks the run as finished, so that a database never holds a run
 * that has done all its work and yet looks broken off.
 */
function commit(session: Session, last: boolean): void {
  const { store, tally, batch } = session;
  if (isEmpty(batch)) return;
  const failures = store.transaction(() => {
    const run = runOf(session);
    const report = storeBatch(store, run, batch);
    if (last) finishRun(store, run, new Date().toISOString());
    return report.failures;
  });
  const failed = new Set(failures.map(({ path }) => path));
  for (const analysis of batch.analyses) {
    if (!failed.has(analysis.document.source.path)) countStored(tally, analysis);
  }
  for (const failure of failures) fail(session, failure);
  session.batch = emptyBatch();
}

/** The run's row and its lexicons are written with the first batch, so that a run without news leaves no trace. */
function runOf(session: Session): Run {
  const { store, lexicons, options } = session;
  session.run ??= beginRun(store, lexicons, options.paths);
  return session.run;
}

function beginRun(store: Store, lexicons: LexiconSet, paths: readonly string[]): Run {
  registerLexicons(store, [...lexicons.languages.values()].map(registeredLexicon));
  return startRun(store, {
    startedAt: new Date().toISOString(),
    faktumVersion: packageVersion(),
    lexiconVersion: lexicons.version,
    paths,
  });
}

function registeredLexicon({ tag, version, rules }: Lexicon): RegisteredLexicon {
  return { tag, version, rules: rules.map(({ id, kind, template }) => ({ id, kind, template: template.source })) };
}

function fail({ tally, options }: Session, { path, diagnostic }: Omit<FailedDocument, "sha256">): void {
  tally.failed += 1;
  options.observer.failed(failureMessage(path, diagnostic));
}
