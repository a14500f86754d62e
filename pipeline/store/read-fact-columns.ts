import type { Store } from "./store.js";

/** A document whose facts count: it is no copy, and its file is not gone. */
export interface CountedDocument {
  readonly id: number;
  readonly publisher: string | null;
  readonly publishedAt: string | null;
}

/** What facts are chosen and sorted by, a fact a row. */
export type FactColumnsRow = readonly [
  rowid: number,
  documentId: number,
  sentenceId: number,
  spanStart: number,
  kind: string,
  value: number | null,
  unit: string | null,
  concept: string | null,
  language: string,
];

/** Documents in the order of their ids, each slice with all their facts in the order of the text. */
export interface FactSlice {
  readonly documents: readonly CountedDocument[];
  readonly facts: readonly FactColumnsRow[];
}

/** With their facts some tens of milliseconds' work. */
const DOCUMENTS_AT_A_TIME = 250;

/** Goes once over all facts that the view `evidence` shows; the store may be asked other things between two slices. */
export function* factSlices(store: Store): Generator<FactSlice> {
  let after = -1;
  for (;;) {
    const documents = store.guard(() =>
      store.statement<CountedDocument>(COUNTED_DOCUMENTS).all(after, DOCUMENTS_AT_A_TIME),
    );
    const last = documents.at(-1);
    if (last === undefined) return;
    const from = after;
    const facts = store.guard(() => store.statement(FACTS_OF).raw(true).all(from, last.id) as FactColumnsRow[]);
    yield { documents, facts };
    after = last.id;
  }
}

/**
 * A text that changes when the facts that count may have: what the runs did, and how far the rows go. What is only
 * marked or looked at leaves it as it was.
 */
export function factsState(store: Store): string {
  return store.guard(() => JSON.stringify(store.statement(STATE).raw(true).all()));
}

/** A number that changes whenever another connection has written; asking it costs next to nothing. */
export function dataVersion(store: Store): number {
  return store.guard(() => Number(store.statement("PRAGMA data_version").pluck(true).get()));
}

// Only the first columns of a document lie before its text; the rest is asked of indexes.
const COUNTED_DOCUMENTS = `
  SELECT id, publisher, published_at AS publishedAt FROM documents
  WHERE id > ? AND status = 'ok'
    AND id NOT IN (SELECT id FROM documents WHERE removed_at IS NOT NULL)
    AND id NOT IN (SELECT id FROM documents WHERE duplicate_of IS NOT NULL)
  ORDER BY id LIMIT ?`;

const FACTS_OF = `
  SELECT
    facts.rowid, facts.document_id, facts.sentence_id, facts.span_start, facts.kind, coalesce(facts.value, facts.low),
    facts.unit, facts.concept, sentences.language
  FROM facts JOIN sentences ON sentences.id = facts.sentence_id
  WHERE facts.document_id > ? AND facts.document_id <= ?
  ORDER BY facts.document_id, facts.sentence_id, facts.span_start`;

const STATE = `
  SELECT
    id, finished_at, documents_stored, documents_refused, documents_failed, facts_stored, documents_removed,
    documents_renamed, (SELECT max(rowid) FROM facts), (SELECT count(*) FROM documents WHERE duplicate_of IS NOT NULL),
    (SELECT count(*) FROM documents WHERE removed_at IS NOT NULL)
  FROM runs ORDER BY id DESC LIMIT 1`;
