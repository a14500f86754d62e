import type { Lexicon } from "../../extractors/lexicon/lexicon.js";
import type { LexiconSet } from "../../extractors/lexicon/lexicon-set.js";
import { storeBatch } from "../stages/6-store.js";
import type { FailedDocument } from "../store/record-failure.js";
import { type RegisteredLexicon, registerLexicons } from "../store/register-lexicons.js";
import { finishRun, type Run, startRun } from "../store/runs.js";
import type { Store } from "../store/store.js";
import { addAnalysis, type Batch, emptyBatch, isEmpty, isFull } from "./batch.js";
import { failureMessage } from "./failure-diagnostic.js";
import { packageVersion } from "./package-root.js";
import type { Outcome } from "./process-file.js";
import type { RunOptions } from "./run-options.js";
import { countStored, emptyTally, type RunTally } from "./run-report.js";

/** A run under way: what it reads with, what it has counted, and the documents that wait to be stored. */
export interface RunSession {
  readonly options: RunOptions;
  readonly lexicons: LexiconSet;
  readonly store: Store;
  readonly tally: RunTally;
  batch: Batch;
  run?: Run;
}

export function openSession(options: RunOptions, lexicons: LexiconSet, store: Store): RunSession {
  return { options, lexicons, store, tally: emptyTally(), batch: emptyBatch() };
}

/** Counts what became of an article, and puts what is to be stored into the batch. */
export function take(session: RunSession, outcome: Outcome): void {
  const { tally } = session;
  tally.done += 1;
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
export function makeRoom(session: RunSession): void {
  if (isFull(session.batch)) commit(session, false);
}

/**
 * Stores the batch in one transaction. The last one also marks the run as finished, so that a database never holds a run
 * that has done all its work and yet looks broken off.
 */
export function commit(session: RunSession, last: boolean): void {
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
function runOf(session: RunSession): Run {
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

export function fail({ tally, options }: RunSession, { path, diagnostic }: Omit<FailedDocument, "sha256">): void {
  tally.failed += 1;
  options.observer.failed(failureMessage(path, diagnostic));
}
