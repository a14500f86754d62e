import type { Fingerprint } from "../model/fingerprint.js";
import type { Kind } from "../model/mention.js";

/** What SQLite takes for a column. */
export type ColumnValue = string | number | null | Uint8Array;

/** Facts by language tag of their sentence and by kind. */
export type FactCounts = Readonly<Record<string, Readonly<Partial<Record<Kind, number>>>>>;

/**
 * A document as rows, ready to be bound: what can be worked out without the database is worked out where the document was
 * read, and the one writer only writes. Plain data, cheap to send between threads: rows of a table lie one behind the
 * other in one array.
 */
export interface PreparedDocument {
  /** 32 hex digits, see `Document.id`. */
  readonly id: string;
  readonly path: string;
  readonly sha256: string;
  readonly status: "ok" | "refused";
  /** BCP 47 tag, `und` when refused; `named` is what the language seems to be then. */
  readonly language: string;
  readonly named: string | undefined;
  /** The languages of its sentences, in order of tag. */
  readonly languages: readonly string[];
  /** UTF-16 units of text. */
  readonly size: number;
  /** Columns of `documents` that the run does not decide, in the order of `DOCUMENT_COLUMNS`. */
  readonly document: readonly ColumnValue[];
  /** Rows of `SENTENCE_COLUMNS`. */
  readonly sentences: readonly ColumnValue[];
  /** Words and forms of each sentence, for the search. */
  readonly words: readonly string[];
  /** Rows of `FACT_COLUMNS`. */
  readonly facts: readonly ColumnValue[];
  /** Rows of `DIAGNOSTIC_COLUMNS`. */
  readonly diagnostics: readonly ColumnValue[];
  readonly fingerprint: Fingerprint | undefined;
  readonly counts: FactCounts;
}

export const DOCUMENT_COLUMNS = [
  "path",
  "sha256",
  "bytes",
  "media_type",
  "encoding",
  "title",
  "byline",
  "publisher",
  "url",
  "published_at",
  "retrieved_at",
  "language",
  "language_score",
  "runner_up",
  "named_language",
  "status",
  "text",
  "modified_at",
  "section",
  "claimed_language",
  "origins",
  "text_hash",
  "blocks",
  "shown",
] as const;

/** The first is also what the sentence's key lies behind its document's. */
export const SENTENCE_COLUMNS = [
  "ordinal",
  "span_start",
  "span_end",
  "language",
  "text_start",
  "text_length",
  "page",
  "fragment",
] as const;

/** In the place of `sentence_id` stands the sentence's ordinal. */
export const FACT_COLUMNS = [
  "sentence_id",
  "id",
  "kind",
  "value",
  "value_text",
  "low",
  "high",
  "numerator",
  "denominator",
  "rank_of",
  "unit",
  "item",
  "item_key",
  "concept",
  "subject",
  "holds_for",
  "modifier",
  "ref_type",
  "ref_number",
  "ref_year",
  "iso",
  "dual",
  "surface",
  "span_start",
  "span_end",
  "slots",
  "rule",
  "lexicon_version",
  "confidence",
  "iso_implied",
  "table_row",
  "table_column",
] as const;

export const DIAGNOSTIC_COLUMNS = ["code", "severity", "stage", "message", "span_start", "span_end"] as const;
