import type { Store } from "../store/store.js";
import { storedDocument } from "../store/stored-document.js";
import { advance, doInOrder } from "./do-in-order.js";
import { threadsFor } from "./run.js";
import type { RunOptions } from "./run-options.js";
import { commit, openSession } from "./run-session.js";
import type { WorkItem } from "./work-item.js";

/** How documents are analysed again. */
export type AnalysisOptions = Pick<RunOptions, "database" | "limits" | "fields" | "workers" | "signal">;

/**
 * Analyses the stored texts of documents again, as a run does after a change of lexicons, and puts what is found in the
 * place of what there is. One that cannot be analysed stays as it is. Returns the paths of those that were.
 */
export async function analyseAgain(
  store: Store,
  paths: readonly string[],
  options: AnalysisOptions,
): Promise<readonly string[]> {
  if (paths.length === 0) return [];
  const observer = { planned: () => undefined, advanced: () => undefined, failed: () => undefined };
  const run = { paths: [], choice: {}, dryRun: false, maxErrors: Number.POSITIVE_INFINITY, observer, ...options };
  const threads = threadsFor(options);
  const session = openSession(run, { store, threads });
  const done: string[] = [];
  try {
    for await (const work of doInOrder(session, storedWork(store, paths))) {
      if (work.outcome.status === "prepared") {
        advance(session, work);
        done.push(work.outcome.prepared.path);
      }
      if (options.signal.aborted) break;
    }
    commit(session, !options.signal.aborted);
    return done;
  } finally {
    await threads.close();
  }
}

function* storedWork(store: Store, paths: readonly string[]): Generator<WorkItem> {
  for (const path of paths) {
    const document = storedDocument(store, path);
    if (document === undefined) continue;
    const { file_modified: modified, member } = store.statement<PlaceRow>(PLACE).get(path) ?? NO_PLACE;
    yield { kind: "stored", document, place: { fileModified: modified ?? undefined, isMember: member === 1 } };
  }
}

interface PlaceRow {
  readonly file_modified: number | null;
  readonly member: number;
}

const NO_PLACE: PlaceRow = { file_modified: null, member: 0 };
const PLACE = "SELECT file_modified, member FROM documents WHERE path = ?";
