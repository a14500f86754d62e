import type { Container, ReadContainer } from "../store/containers.js";
import type { FailedDocument } from "../store/record-failure.js";
import type { TouchedFile } from "../store/touch-files.js";
import type { ReadDocument } from "../store/write-documents.js";

/** Documents that will be stored in one transaction. */
export interface Batch {
  readonly documents: ReadDocument[];
  readonly failures: FailedDocument[];
  readonly touched: TouchedFile[];
  readonly containers: { readonly begun: Container[]; readonly finished: ReadContainer[]; readonly removed: string[] };
  /** UTF-16 units of text. */
  size: number;
}

/** A commit costs as much as some documents do; with more than these the gain is small, and what a kill loses is not. */
const MOST_DOCUMENTS = 64;
const MOST_TEXT = 1_000_000;

export function emptyBatch(): Batch {
  return {
    documents: [],
    failures: [],
    touched: [],
    containers: { begun: [], finished: [], removed: [] },
    size: 0,
  };
}

export function addDocument(batch: Batch, document: ReadDocument): void {
  batch.documents.push(document);
  batch.size += document.prepared.size;
}

/** Whether there is something for a run to store; files that only have another time are none of its doing. */
export function isEmpty({ documents, failures, containers }: Batch): boolean {
  const { begun, finished, removed } = containers;
  return documents.length + failures.length + begun.length + finished.length + removed.length === 0;
}

export function isFull({ documents, failures, containers, size }: Batch): boolean {
  return documents.length + failures.length + containers.finished.length >= MOST_DOCUMENTS || size >= MOST_TEXT;
}
