import type { Store } from "./store.js";

export interface NewsDocument {
  readonly id: number;
  readonly path: string;
  readonly title: string | null;
  readonly publisher: string | null;
  readonly publishedAt: string | null;
  readonly language: string | null;
}

/** These documents, in this order. */
export function readDocuments(store: Store, ids: readonly number[]): readonly NewsDocument[] {
  return store.guard(() => store.statement<NewsDocument>(DOCUMENTS).all(JSON.stringify(ids)));
}

export interface FactChange {
  readonly path: string;
  readonly kind: string;
  readonly label: string | null;
  readonly before: string | null;
  readonly after: string | null;
  readonly fact_id: string | null;
}

/** Values that a run found changed, as the view `changes` tells them. */
export function changedValues(store: Store, run: number, most: number): readonly FactChange[] {
  return store.guard(() => store.statement<FactChange>(CHANGED).all(run, most));
}

export interface OpenError {
  readonly code: string;
  readonly documents: number;
}

/** Documents that failed and are not ignored, by what is wrong with them; the most frequent first. */
export function openErrors(store: Store): readonly OpenError[] {
  return store.guard(() => store.statement<OpenError>(OPEN_ERRORS).all());
}

const DOCUMENTS = `
  SELECT documents.id, documents.path, title, publisher, published_at AS publishedAt, language
  FROM json_each(?) AS wanted CROSS JOIN documents ON documents.id = wanted.value
  ORDER BY wanted.key`;

const CHANGED = `
  SELECT path, kind, label, before, after, fact_id FROM fact_changes
  WHERE run_id = ? AND change = 'changed' LIMIT ?`;

// What failed has no text: its rows are short.
const OPEN_ERRORS = `
  SELECT diagnostics.code, count(DISTINCT documents.id) AS documents
  FROM documents JOIN diagnostics ON diagnostics.document_id = documents.id
  WHERE documents.status = 'failed' AND documents.removed_at IS NULL AND documents.ignored_at IS NULL
    AND diagnostics.severity = 'error'
  GROUP BY diagnostics.code ORDER BY 2 DESC, 1`;
