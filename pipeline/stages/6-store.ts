import type { Analysis } from "../model/analysis.js";
import { type FailedDocument, recordFailure } from "../store/record-failure.js";
import type { Run } from "../store/runs.js";
import type { Store } from "../store/store.js";
import { type WriteReport, writeAnalyses } from "../store/write-analyses.js";

/** What the stages before made of some files. */
export interface StoreBatch {
  readonly analyses: readonly Analysis[];
  /** Files that gave no document, and why. */
  readonly failures: readonly FailedDocument[];
}

/**
 * Stores a batch in one transaction, each document all or nothing. The report's `failures` are the batch's own and those
 * of documents that the database would not take. Throws StoreError, and stores nothing, when the database itself fails.
 */
export function storeBatch(store: Store, run: Run, { analyses, failures }: StoreBatch): WriteReport {
  return store.transaction(() => {
    const report = writeAnalyses(store, run, analyses);
    for (const failure of failures) recordFailure(store, run, failure);
    return { ...report, failures: [...failures, ...report.failures] };
  });
}
