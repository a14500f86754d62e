import type { Store } from "./store.js";

/** The columns of the view `all_evidence`, and where the fact stands in its sentence. */
export interface EvidenceRow {
  readonly fact_id: string;
  readonly kind: string;
  readonly value: number | null;
  readonly value_text: string | null;
  readonly rank_of: number | null;
  readonly unit: string | null;
  readonly modifier: string | null;
  readonly item: string | null;
  readonly concept: string | null;
  readonly subject: string | null;
  readonly holds_for: string | null;
  readonly ref_type: string | null;
  readonly ref_number: string | null;
  readonly iso: string | null;
  readonly iso_implied: string | null;
  readonly surface: string;
  readonly sentence: string;
  readonly language: string;
  readonly path: string;
  readonly title: string | null;
  readonly publisher: string | null;
  readonly published_at: string | null;
  readonly document_id: number;
  readonly sentence_id: number;
}

/** `place`: offsets of the fact in `sentence`, UTF-16 code units, end exclusive. */
export interface ReadFact extends EvidenceRow {
  readonly place_start: number;
  readonly place_end: number;
}

/** The facts in these rows of the table, in this order; rows that are gone, or no longer of their document, are left out. */
export function readFacts(store: Store, rows: readonly FactPlace[]): readonly ReadFact[] {
  return store.guard(() => store.statement<ReadFact>(FACTS_WITH_PLACE).all(asked(rows)));
}

/** Where a fact lies in the table `facts`. */
export interface FactPlace {
  readonly rowid: number;
  readonly documentId: number;
}

/** The same with exactly the columns of the view `evidence`, as values in their order. */
export function readEvidence(store: Store, rows: readonly FactPlace[]): readonly (readonly unknown[])[] {
  return store.guard(() => store.statement(evidenceSql(store)).raw(true).all(asked(rows)) as (readonly unknown[])[]);
}

/** Names of the columns of the view `evidence`. */
export function evidenceColumns(store: Store): readonly string[] {
  return store.guard(() =>
    store
      .statement("SELECT * FROM evidence LIMIT 0")
      .columns()
      .map(({ name }) => name),
  );
}

function asked(rows: readonly FactPlace[]): string {
  return JSON.stringify(rows.map(({ rowid, documentId }) => [rowid, documentId]));
}

/** By row: the list leads, and each fact is looked up. */
function byRow(columns: string): string {
  return `
  SELECT ${columns}
  FROM json_each(?) AS wanted
  CROSS JOIN facts ON facts.rowid = wanted.value ->> 0 AND facts.document_id = wanted.value ->> 1
  JOIN all_evidence ON all_evidence.fact_id = facts.id AND all_evidence.document_id = facts.document_id
  JOIN sentences AS its_sentence ON its_sentence.id = facts.sentence_id
  ORDER BY wanted.key`;
}

function evidenceSql(store: Store): string {
  return byRow(
    evidenceColumns(store)
      .map((name) => `all_evidence.${name}`)
      .join(", "),
  );
}

const FACTS_WITH_PLACE = byRow(
  `all_evidence.*, facts.span_start - its_sentence.span_start AS place_start,
    facts.span_end - its_sentence.span_start AS place_end`,
);
