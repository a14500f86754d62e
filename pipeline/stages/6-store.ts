import {
  beginContainer,
  type Container,
  finishContainer,
  type ReadContainer,
  removeContainer,
} from "../store/containers.js";
import { type FailedDocument, recordFailure } from "../store/record-failure.js";
import type { Run } from "../store/runs.js";
import type { Store } from "../store/store.js";
import { type ReadDocument, type WriteReport, writeDocuments } from "../store/write-documents.js";

/** What the stages before made of some files. */
export interface StoreBatch {
  readonly documents: readonly ReadDocument[];
  /** Files that gave no document, and why. */
  readonly failures: readonly FailedDocument[];
  readonly containers?: {
    /** Begun to be read; their documents follow, in this batch or later ones. */
    readonly begun: readonly Container[];
    /** Read to their end; this batch holds the last of their documents. */
    readonly finished: readonly ReadContainer[];
    /** Paths of files that were containers and are none any more. */
    readonly removed: readonly string[];
  };
}

/**
 * Stores a batch in one transaction, each document all or nothing. The report's `failures` are the batch's own and those
 * of documents that the database would not take. Throws StoreError, and stores nothing, when the database itself fails.
 */
export function storeBatch(store: Store, run: Run, batch: StoreBatch): WriteReport {
  const { documents, failures, containers } = batch;
  return store.transaction(() => {
    for (const path of containers?.removed ?? []) removeContainer(store, path);
    for (const container of containers?.begun ?? []) beginContainer(store, run, container);
    const report = writeDocuments(store, run, documents);
    for (const failure of failures) recordFailure(store, run, failure);
    for (const container of containers?.finished ?? []) finishContainer(store, run, container);
    return { ...report, failures: [...failures, ...report.failures] };
  });
}
