import { knownContainer } from "../store/containers.js";
import { type KnownDocument, knownDocument, knownDocuments } from "../store/known-documents.js";
import { openStore } from "../store/open-store.js";
import { findFiles } from "./find-files.js";
import { loadLexicons } from "./load-lexicons.js";
import { mapInOrder } from "./map-in-order.js";
import { type FileOutcome, type Outcome, processFile } from "./process-file.js";
import { runContainer } from "./run-container.js";
import type { RunOptions } from "./run-options.js";
import { type RunReport, reportOf } from "./run-report.js";
import { commit, fail, makeRoom, openSession, type RunSession, take } from "./run-session.js";

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
    const session = openSession(options, lexicons, store);
    for (const problem of problems) fail(session, { path: problem.path, diagnostic: problem });
    return await runFiles(session, files, skipped);
  } finally {
    store.close();
  }
}

async function runFiles(
  session: RunSession,
  files: readonly string[],
  skipped: ReadonlyMap<string, number>,
): Promise<RunReport> {
  const { options, lexicons, store, tally } = session;
  const begun = performance.now();
  const known: ReadonlyMap<string, KnownDocument> = options.force ? new Map() : knownDocuments(store);
  // A file's own name may hold a `#`, and then it is not among the known ones.
  const knownOf = (path: string): KnownDocument | undefined =>
    known.get(path) ?? (path.includes("#") && !options.force ? knownDocument(store, path) : undefined);
  const reading = { lexicons, maxBytes: options.limits.maxFileBytes };
  const work = (path: string): Promise<FileOutcome> => processFile(path, knownOf(path), reading);
  tally.found = files.length;
  let filesDone = 0;
  let wholeContainers = true;
  for await (const outcome of mapInOrder(files, work, READING)) {
    if (outcome.status === "container") wholeContainers = await runContainer(session, outcome.container);
    else takeFile(session, outcome);
    filesDone += 1;
    options.observer.advanced(tally.done, tally.found);
    if (options.signal.aborted) break;
  }
  const interrupted = filesDone < files.length || !wholeContainers;
  commit(session, !interrupted);
  return reportOf(tally, { skipped, seconds: (performance.now() - begun) / 1000, interrupted });
}

function takeFile(session: RunSession, outcome: Outcome): void {
  const path = pathOf(outcome);
  if (path !== undefined && knownContainer(session.store, path) !== undefined) {
    makeRoom(session);
    session.batch.containers.removed.push(path);
  }
  take(session, outcome);
}

/** Of a file that was read anew and is one article, or should be. */
function pathOf(outcome: Outcome): string | undefined {
  if (outcome.status === "analysed") return outcome.analysis.document.source.path;
  return outcome.status === "failed" && outcome.failure.sha256 !== undefined ? outcome.failure.path : undefined;
}
