import type { StatedFields } from "../model/stated-fields.js";
import { askView, type ViewQuestion } from "./ask-view.js";
import { type StatingRow, statedFields } from "./stated-fields.js";
import type { Store } from "./store.js";
import { StoreError } from "./store-error.js";

/** A fact with all that tells where it stands. */
export interface AnnotatedFact {
  readonly id: string;
  readonly stated: StatedFields;
  /** The value exactly, see `facts.value_text`. */
  readonly valueText: string | null;
  /** What it counts or measures, by the same name in every language. */
  readonly concept: string | null;
  readonly rule: string;
  readonly lexiconVersion: string;
  readonly confidence: number;
  readonly language: string;
  readonly document: AnnotatedDocument;
}

export interface AnnotatedDocument {
  readonly id: number;
  readonly path: string;
  readonly url: string | null;
  readonly title: string | null;
  readonly text: string;
  /** When the run began that stored it; ISO 8601, UTC. */
  readonly storedAt: string;
}

interface FactRow extends StatingRow {
  readonly concept: string | null;
  readonly rule: string;
  readonly lexicon_version: string;
  readonly confidence: number;
  readonly language: string;
}

/** The facts that a view has rows of, in its order; the text of one document in memory at a time. Throws as `askView` does. */
export function* annotatedFacts(store: Store, question: ViewQuestion): Generator<AnnotatedFact> {
  const { columns, rows } = askView(store, question);
  const [idAt, documentAt] = [columns.indexOf("fact_id"), columns.indexOf("document_id")];
  if (idAt < 0 || documentAt < 0 || !columns.includes("sentence_id")) {
    const message = `${store.path}: the rows of ${question.view} are no facts; name a view of facts, such as evidence`;
    throw new StoreError("store.bad-view", message);
  }
  let document: AnnotatedDocument | undefined;
  for (const row of rows) {
    const [id, documentId] = [String(row[idAt]), Number(row[documentAt])];
    if (document?.id !== documentId) document = store.statement<AnnotatedDocument>(DOCUMENT).get(documentId);
    const fact = store.statement<FactRow>(FACT).get(id, documentId);
    if (fact === undefined || document === undefined) continue;
    yield {
      id,
      stated: statedFields(fact),
      valueText: fact.value_text,
      concept: fact.concept,
      rule: fact.rule,
      lexiconVersion: fact.lexicon_version,
      confidence: fact.confidence,
      language: fact.language,
      document,
    };
  }
}

const DOCUMENT = `
  SELECT documents.id, path, url, title, coalesce(text, '') AS text, runs.started_at AS storedAt
  FROM documents JOIN runs ON runs.id = documents.run_id WHERE documents.id = ?`;
const FACT = `
  SELECT facts.*, sentences.language FROM facts JOIN sentences ON sentences.id = facts.sentence_id
  WHERE facts.id = ? AND facts.document_id = ?`;
