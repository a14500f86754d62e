import type { FactPlace } from "./read-facts.js";
import type { Store } from "./store.js";

/** Where else the same is stated. */
export interface SameStatement {
  readonly fact_id: string;
  readonly document_id: number;
  readonly surface: string;
  readonly language: string;
  readonly title: string | null;
  readonly path: string;
  readonly publisher: string | null;
  readonly published_at: string | null;
}

const MOST_SHOWN = 50;

/** Facts of other articles with the same document number. */
export function sameReferences(store: Store, number: string, documentId: number): readonly SameStatement[] {
  return store.guard(() => store.statement<SameStatement>(BY_REFERENCE).all(number, documentId, MOST_SHOWN));
}

/**
 * Of `candidates`, facts of the same kind and number, those that other articles state of the same: exactly the same value
 * and unit, of the same concept, the same thing counted or the same measure.
 */
export function sameValues(
  store: Store,
  factId: string,
  documentId: number,
  candidates: readonly FactPlace[],
): readonly SameStatement[] {
  const rows = JSON.stringify(candidates.map(({ rowid }) => rowid));
  return store.guard(() => store.statement<SameStatement>(BY_VALUE).all(factId, documentId, rows, MOST_SHOWN));
}

const SHOWN = `
  other.id AS fact_id, other.document_id, other.surface, sentences.language, documents.title, documents.path,
  documents.publisher, documents.published_at`;

const PLACES = `
  JOIN sentences ON sentences.id = other.sentence_id
  JOIN documents ON documents.id = other.document_id`;

/** Each article once. */
const REST = `
  AND other.document_id NOT IN (SELECT id FROM documents WHERE removed_at IS NOT NULL)
  AND other.document_id NOT IN (SELECT id FROM documents WHERE duplicate_of IS NOT NULL)
  GROUP BY other.document_id ORDER BY documents.published_at DESC, documents.path LIMIT ?`;

const BY_REFERENCE = `
  SELECT ${SHOWN}
  FROM facts AS other ${PLACES}
  WHERE other.kind = 'reference' AND other.ref_number = ? AND other.document_id <> ? ${REST}`;

const BY_VALUE = `
  SELECT ${SHOWN}
  FROM facts AS one
  CROSS JOIN json_each(?3) AS candidate
  CROSS JOIN facts AS other ON other.rowid = candidate.value
  ${PLACES}
  WHERE one.id = ?1 AND one.document_id = ?2 AND other.document_id <> ?2
    AND other.kind = one.kind AND other.value_text = one.value_text AND other.unit IS one.unit
    AND (other.concept = one.concept OR other.item_key = one.item_key OR other.subject = one.subject)
  ${REST.replace("?", "?4")}`;
