import type { Kind } from "../model/mention.js";
import type { DocumentStatus } from "./known-documents.js";
import type { Store } from "./store.js";

export interface StoreSummary {
  /** Ordered by language, then status. */
  readonly documents: readonly {
    /** BCP 47 tag; nothing for failed documents. */
    readonly language: string | null;
    readonly status: DocumentStatus;
    readonly documents: number;
  }[];
  /** Ordered by language, then kind. */
  readonly facts: readonly { readonly language: string; readonly kind: Kind; readonly facts: number }[];
}

/** What the store holds, counted. A fact counts for the language of its sentence, a document for its own. */
export function summariseStore(store: Store): StoreSummary {
  return store.guard(() => ({
    documents: store.statement<StoreSummary["documents"][number]>(DOCUMENTS).all(),
    facts: store.statement<StoreSummary["facts"][number]>(FACTS).all(),
  }));
}

const DOCUMENTS = `
  SELECT language, status, count(*) AS documents FROM documents GROUP BY language, status ORDER BY language, status`;

const FACTS = `
  SELECT sentences.language, facts.kind, count(*) AS facts
  FROM facts JOIN sentences ON sentences.id = facts.sentence_id
  GROUP BY sentences.language, facts.kind
  ORDER BY sentences.language, facts.kind`;
