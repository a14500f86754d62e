import type { Store } from "../store.js";
import { StoreError } from "../store-error.js";
import { type CheckedCounts, checkDocuments } from "./check-documents.js";
import { checkMarks } from "./check-marks.js";
import { checkLinks, checkReferences, checkStructure } from "./check-structure.js";
import { FoundProblems } from "./problem.js";

export interface CheckedStore {
  readonly found: FoundProblems;
  readonly counts: CheckedCounts;
  /** Runs that did not reach their end. */
  readonly openRuns: number;
}

/**
 * Looks for all that can be wrong with a database; changes nothing. Where pages are so damaged that they cannot be read,
 * that is a problem found, and the other checks go on.
 */
export function checkStore(store: Store, advanced: (share: number) => void): CheckedStore {
  const found = new FoundProblems();
  let counts: CheckedCounts = { documents: 0, facts: 0 };
  let openRuns = 0;
  const checks = [
    () => checkStructure(store, found),
    () => checkReferences(store, found),
    () => checkLinks(store, found),
    () => {
      counts = checkDocuments(store, found, advanced);
    },
    () => checkMarks(store, found),
    () => {
      openRuns = store.statement<{ readonly n: number }>(OPEN_RUNS).get()?.n ?? 0;
    },
  ];
  for (const check of checks) {
    try {
      store.guard(check);
    } catch (error) {
      if (!isDamage(error)) throw error;
      if (!found.has("damaged")) found.add("damaged", "a table cannot be read to its end");
    }
  }
  return { found, counts, openRuns };
}

function isDamage(error: unknown): boolean {
  return error instanceof StoreError && (error.code === "store.damaged" || error.code === "store.io");
}

const OPEN_RUNS = "SELECT count(*) AS n FROM runs WHERE finished_at IS NULL";
