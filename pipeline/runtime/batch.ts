import type { Analysis } from "../model/analysis.js";
import type { FailedDocument } from "../store/record-failure.js";

/** Documents that will be stored in one transaction. */
export interface Batch {
  readonly analyses: Analysis[];
  readonly failures: FailedDocument[];
  /** UTF-16 units of text. */
  size: number;
}

/** A commit costs as much as some documents do; with more than these the gain is small, and memory is not. */
const MOST_DOCUMENTS = 64;
const MOST_TEXT = 1_000_000;

export function emptyBatch(): Batch {
  return { analyses: [], failures: [], size: 0 };
}

export function addAnalysis(batch: Batch, analysis: Analysis): void {
  batch.analyses.push(analysis);
  batch.size += analysis.document.text.length;
}

export function isEmpty({ analyses, failures }: Batch): boolean {
  return analyses.length + failures.length === 0;
}

export function isFull({ analyses, failures, size }: Batch): boolean {
  return analyses.length + failures.length >= MOST_DOCUMENTS || size >= MOST_TEXT;
}
