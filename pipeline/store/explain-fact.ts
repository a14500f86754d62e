import type { Span } from "../model/span.js";
import { findFactId } from "./find-fact-id.js";
import { type Mark, markOfFact } from "./marks.js";
import type { Store } from "./store.js";

/** All that the store knows of how a fact came about. */
export interface FactExplanation {
  readonly id: string;
  readonly kind: string;
  /** The columns of `facts` that say what the fact states, by column name; only those that hold something. */
  readonly values: Readonly<Record<string, string | number>>;
  readonly surface: string;
  readonly confidence: number;
  /** In the document's text. */
  readonly span: Span;
  readonly sentence: {
    readonly ordinal: number;
    readonly text: string;
    readonly language: string;
    /** Where the fact stands in `text`. */
    readonly factSpan: Span;
  };
  /** What filled the rule's slots, in the order of the text. `span` is in the document's text. */
  readonly slots: readonly { readonly name: string; readonly text: string; readonly span: Span }[];
  readonly rule: { readonly id: string; readonly template: string };
  readonly lexicon: { readonly version: string; readonly language: string };
  readonly document: {
    readonly path: string;
    readonly sha256: string;
    readonly title: string | null;
    readonly url: string | null;
    readonly publisher: string | null;
    readonly publishedAt: string | null;
    readonly language: string;
    /** Path of the document that it is a copy of. */
    readonly duplicateOf: string | null;
  };
  /** Opens the source at the sentence, as far as its address allows. */
  readonly sourceLink: string | null;
  readonly run: { readonly id: number; readonly startedAt: string; readonly faktumVersion: string };
  /** Other files with the same bytes, where the same fact stands too. */
  readonly alsoIn: readonly string[];
  /** What a reviewer thinks of it. */
  readonly mark: Mark | null;
}

interface FactRow extends Readonly<Record<(typeof VALUE_COLUMNS)[number], string | number | null>> {
  readonly id: string;
  readonly kind: string;
  readonly dual: number;
  readonly surface: string;
  readonly span_start: number;
  readonly span_end: number;
  readonly slots: string | null;
  readonly rule: string;
  readonly confidence: number;
  readonly ordinal: number;
  readonly sentence_start: number;
  readonly sentence_end: number;
  readonly sentence_language: string;
  readonly template: string;
  readonly lexicon_version: string;
  readonly lexicon_language: string;
  readonly path: string;
  readonly sha256: string;
  readonly title: string | null;
  readonly url: string | null;
  readonly publisher: string | null;
  readonly published_at: string | null;
  readonly language: string;
  readonly text: string;
  readonly duplicate_of: string | null;
  readonly source_link: string | null;
  readonly run_id: number;
  readonly started_at: string;
  readonly faktum_version: string;
}

/**
 * The fact whose id is `id` or begins with it; nothing when there is none. Throws StoreError when `id` is not hex digits
 * or several facts begin with it.
 */
export function explainFact(store: Store, id: string): FactExplanation | undefined {
  return store.guard(() => {
    const found = findFactId(store, id);
    if (found === undefined) return undefined;
    const [row, ...copies] = store.statement<FactRow>(FACT).all(found);
    return row && explanationOf(row, copies, markOfFact(store, found));
  });
}

function explanationOf(row: FactRow, copies: readonly FactRow[], mark: Mark | undefined): FactExplanation {
  const { sentence_start: from, sentence_end: to } = row;
  return {
    id: row.id,
    kind: row.kind,
    values: statedValues(row),
    surface: row.surface,
    confidence: row.confidence,
    span: { start: row.span_start, end: row.span_end },
    sentence: {
      ordinal: row.ordinal,
      text: row.text.slice(from, to),
      language: row.sentence_language,
      factSpan: { start: row.span_start - from, end: row.span_end - from },
    },
    slots: slotsOf(row),
    rule: { id: row.rule, template: row.template },
    lexicon: { version: row.lexicon_version, language: row.lexicon_language },
    document: {
      path: row.path,
      sha256: row.sha256,
      title: row.title,
      url: row.url,
      publisher: row.publisher,
      publishedAt: row.published_at,
      language: row.language,
      duplicateOf: row.duplicate_of,
    },
    sourceLink: row.source_link,
    run: { id: row.run_id, startedAt: row.started_at, faktumVersion: row.faktum_version },
    alsoIn: copies.map(({ path }) => path),
    mark: mark ?? null,
  };
}

function statedValues(row: FactRow): Readonly<Record<string, string | number>> {
  const stated = VALUE_COLUMNS.flatMap((column) => {
    const value = row[column];
    return value === null ? [] : [[column, value] as const];
  });
  return Object.fromEntries(row.dual === 1 ? [...stated, ["dual", 1] as const] : stated);
}

function slotsOf({ slots, text }: FactRow): FactExplanation["slots"] {
  const spans = slots === null ? {} : (JSON.parse(slots) as Readonly<Record<string, readonly [number, number]>>);
  return Object.entries(spans)
    .map(([name, [start, end]]) => ({ name, text: text.slice(start, end), span: { start, end } }))
    .sort((one, other) => one.span.start - other.span.start || one.span.end - other.span.end);
}

const VALUE_COLUMNS = [
  "value",
  "value_text",
  "low",
  "high",
  "numerator",
  "denominator",
  "rank_of",
  "unit",
  "modifier",
  "item",
  "item_key",
  "concept",
  "subject",
  "holds_for",
  "ref_type",
  "ref_number",
  "ref_year",
  "iso",
  "iso_implied",
] as const;

const FACT = `
  SELECT
    facts.*,
    sentences.ordinal,
    sentences.span_start AS sentence_start,
    sentences.span_end AS sentence_end,
    sentences.language AS sentence_language,
    rules.template,
    lexicon_versions.language AS lexicon_language,
    documents.path,
    documents.sha256,
    documents.title,
    documents.url,
    documents.publisher,
    documents.published_at,
    documents.language,
    documents.text,
    (SELECT path FROM documents AS original WHERE original.id = documents.duplicate_of) AS duplicate_of,
    all_evidence.source_link,
    runs.id AS run_id,
    runs.started_at,
    runs.faktum_version
  FROM facts
  JOIN sentences ON sentences.id = facts.sentence_id
  JOIN documents ON documents.id = facts.document_id
  JOIN all_evidence ON all_evidence.fact_id = facts.id AND all_evidence.document_id = facts.document_id
  JOIN runs ON runs.id = documents.run_id
  JOIN rules ON rules.lexicon_version = facts.lexicon_version AND rules.id = facts.rule
  JOIN lexicon_versions ON lexicon_versions.version = facts.lexicon_version
  WHERE facts.id = ?
  ORDER BY documents.path`;
