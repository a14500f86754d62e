import { statSync } from "node:fs";
import { type CheckedStore, checkStore } from "../store/check/check-store.js";
import { type FoundProblems, PROBLEMS, type Problem } from "../store/check/problem.js";
import { breakingDocuments, needsSearch, pathsOf, rebuildSearch, repairRows } from "../store/check/repair-rows.js";
import { openStore } from "../store/open-store.js";
import { releaseDocuments } from "../store/quarantined.js";
import type { Store } from "../store/store.js";
import { StoreError } from "../store/store-error.js";
import { writeAlone } from "../store/write-alone.js";
import { type AnalysisOptions, analyseAgain } from "./analyse-again.js";

/** A kind of problem with what to do about it. */
export interface ToldProblem extends Problem {
  readonly what: string;
  readonly remedy: string;
}

export interface CheckReport {
  readonly database: string;
  readonly bytes: number;
  readonly documents: number;
  readonly facts: number;
  /** Of the check. */
  readonly seconds: number;
  /** Runs that did not reach their end; no problem, the next run goes on from there. */
  readonly openRuns: number;
  readonly problems: readonly ToldProblem[];
}

export interface RepairReport {
  readonly before: CheckReport;
  /** Checked once more; absent when nothing had to be mended. */
  readonly after?: CheckReport;
  /** Documents that were analysed again. */
  readonly analysed: number;
  /** Documents that the next run reads again from their files. */
  readonly toRead: number;
}

/** Told how much is done, from 0 to 1. */
type Advanced = (share: number) => void;

/** Looks for all that can be wrong with a database, and changes nothing. Throws StoreError when it cannot be opened. */
export function checkDatabase(database: string, advanced: Advanced): CheckReport {
  const store = openStore(database, { mode: "read", parsesConstraints: true });
  try {
    return checked(store, advanced).report;
  } finally {
    store.close();
  }
}

/**
 * Checks a database and makes anew what can be made from what else it holds, then checks it once more. A document's text
 * is never deleted. Throws StoreError when it cannot be opened or written.
 */
export function repairDatabase(options: AnalysisOptions, advanced: Advanced): Promise<RepairReport> {
  return writeAlone(options.database, "faktum check --repair", async (store) => {
    const { report: before, found } = checked(store, advanced);
    if (before.problems.length === 0) return { before, analysed: 0, toRead: 0 };
    const work = await mended(store, found, options);
    return { before, after: checked(store, advanced).report, ...work };
  });
}

function checked(store: Store, advanced: Advanced): { readonly report: CheckReport; readonly found: FoundProblems } {
  const begun = performance.now();
  const { found, counts, openRuns }: CheckedStore = checkStore(store, advanced);
  const report = {
    database: store.path,
    bytes: statSync(store.path).size,
    ...counts,
    seconds: (performance.now() - begun) / 1000,
    openRuns,
    problems: found.list().map((problem) => {
      const [what, remedy] = PROBLEMS[problem.code];
      return { ...problem, what, remedy };
    }),
  };
  return { report, found };
}

/** Damaged pages end the work wherever they are met; what is mended by then is kept. */
async function mended(
  store: Store,
  found: FoundProblems,
  options: AnalysisOptions,
): Promise<Pick<RepairReport, "analysed" | "toRead">> {
  let [analysed, toRead] = [0, found.toRead.size];
  try {
    repairRows(store, found);
    // Before documents are replaced: what they have as sentences is what the index will be told to forget.
    if (needsSearch(found)) rebuildSearch(store);
    const breaking = found.has("constraint") ? breakingDocuments(store) : [];
    const keys = new Set([...found.toAnalyse, ...breaking].filter((key) => !found.toRead.has(key)));
    const paths = pathsOf(store, keys);
    const done = new Set(await analyseAgain(store, paths, options));
    analysed = done.size;
    const left = options.signal.aborted ? [] : paths.filter((path) => !done.has(path));
    releaseDocuments(store, left);
    toRead += left.length;
  } catch (error) {
    if (!(error instanceof StoreError && error.code === "store.damaged")) throw error;
  }
  return { analysed, toRead };
}
