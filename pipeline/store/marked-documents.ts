import type { StatedFields } from "../model/stated-fields.js";
import { type Mark, marksOfDocument } from "./marks.js";
import { type StatingRow, statedFields } from "./stated-fields.js";
import type { Store } from "./store.js";

/** A fact as a document has it now. */
export interface PresentFact {
  readonly id: string;
  readonly stated: StatedFields;
}

/** A document's marks, and all facts that it has now. */
export interface MarkedDocument {
  readonly marks: readonly Mark[];
  readonly facts: readonly PresentFact[];
}

/**
 * The documents with marks that are there, one after the other in the order of paths; of several with the same bytes the first.
 * What was marked in documents that are gone cannot be judged.
 */
export function* markedDocuments(store: Store): Generator<MarkedDocument> {
  const documents = store.guard(() => store.statement<{ readonly id: number }>(DOCUMENTS).all());
  for (const { id } of documents) {
    const rows = store.guard(() => store.statement<StatingRow & { readonly id: string }>(FACTS).all(id));
    yield {
      marks: marksOfDocument(store, id),
      facts: rows.map((row) => ({ id: row.id, stated: statedFields(row) })),
    };
  }
}

const DOCUMENTS = `
  SELECT document_id AS id, min(path) AS path FROM marked_facts WHERE document_id IS NOT NULL
  GROUP BY document_id ORDER BY path`;
const FACTS = "SELECT * FROM facts WHERE document_id = ? ORDER BY span_start, span_end, id";
