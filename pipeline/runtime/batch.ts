import type { Analysis } from "../model/analysis.js";
import type { Container, ReadContainer } from "../store/containers.js";
import type { FailedDocument } from "../store/record-failure.js";

/** Documents that will be stored in one transaction. */
export interface Batch {
  readonly analyses: Analysis[];
  readonly failures: FailedDocument[];
  readonly containers: { readonly begun: Container[]; readonly finished: ReadContainer[]; readonly removed: string[] };
  /** UTF-16 units of text. */
  size: number;
}

/** A commit costs as much as some documents do; with more than these the gain is small, and memory is not. */
const MOST_DOCUMENTS = 64;
const MOST_TEXT = 1_000_000;

export function emptyBatch(): Batch {
  return { analyses: [], failures: [], containers: { begun: [], finished: [], removed: [] }, size: 0 };
}

export function addAnalysis(batch: Batch, analysis: Analysis): void {
  batch.analyses.push(analysis);
  batch.size += analysis.document.text.length;
}

export function isEmpty({ analyses, failures, containers }: Batch): boolean {
  const { begun, finished, removed } = containers;
  return analyses.length + failures.length + begun.length + finished.length + removed.length === 0;
}

export function isFull({ analyses, failures, containers, size }: Batch): boolean {
  return analyses.length + failures.length + containers.finished.length >= MOST_DOCUMENTS || size >= MOST_TEXT;
}
