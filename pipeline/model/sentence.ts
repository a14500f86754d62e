import type { Span } from "./span.js";

/** A sentence of a document: the unit of evidence. */
export interface Sentence {
  /** Position in the document, from 0. */
  readonly ordinal: number;
  readonly span: Span;
  /** BCP 47 tag of the lexicon that reads it: the document's, unless the paragraph is clearly in another. */
  readonly language: string;
  /** Page of the PDF that it begins on, from 1. */
  readonly page?: number;
  /** Of a sentence with facts in a page: the text directive that opens the page there, percent-encoded. */
  readonly fragment?: string;
}
