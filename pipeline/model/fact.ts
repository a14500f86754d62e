import type { Mention } from "./mention.js";

/** What a mention's value belongs to; each as written in the sentence, absent when not stated. */
export interface Attributes {
  /** The thing counted: head noun with its close modifiers. */
  readonly item?: string;
  /** Lower-cased, stemmed head of `item`, by which inflected forms group. */
  readonly itemKey?: string;
  /** What the item is, or else the subject, by its id in the vocabulary that all languages share: `household`. */
  readonly concept?: string;
  /** The measure whose value this is, when stated apart from the item; in a table the headers of row and column. */
  readonly subject?: string;
  /** ISO 8601 date or interval that the fact holds for, when its clause or the header of its row or column states it. */
  readonly when?: string;
}

/** Where a fact stands and what found it. */
export interface Evidence {
  readonly documentId: string;
  /** Ordinal of the sentence in its document. */
  readonly sentence: number;
  /** `text.slice(span.start, span.end)`, kept so that a reader can check. */
  readonly exact: string;
  /** Content hash of the lexicon that was used, 16 hex digits. */
  readonly lexiconVersion: string;
  /** Of a fact in a table: row of the table, its head counted, and column, both from 1. */
  readonly tableRow?: number;
  readonly tableColumn?: number;
}

/** A checked statement: mention, what it is of, evidence. The union is discriminated by `mention.kind`. */
export interface Fact {
  /** 32 hex digits from document content, kind, span and value: the same article gives the same ids. */
  readonly id: string;
  readonly mention: Mention;
  readonly attributes: Attributes;
  /** Of a date stated without its year: the whole date that is meant, by when the article was published. ISO 8601. */
  readonly impliedIso?: string;
  readonly evidence: Evidence;
  /** 0 to 1: how sure the rule is of this reading. */
  readonly confidence: number;
}
