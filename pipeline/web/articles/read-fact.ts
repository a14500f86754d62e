import { explainFact, type FactExplanation } from "../../store/explain-fact.js";
import type { Store } from "../../store/store.js";
import { RequestProblem } from "../request-problem.js";

export interface AskedFact {
  readonly documentId: number;
  readonly explanation: FactExplanation;
}

const DOCUMENT_ID = /^[0-9]{1,15}$/u;
const FACT_ID = /^[0-9a-f]{32}$/u;

/** The fact that an address names. Throws RequestProblem when there is none. */
export function readFact(store: Store, document: string, factId: string): AskedFact {
  const documentId = readDocumentId(document);
  const explanation = FACT_ID.test(factId) ? explainFact(store, factId, documentId) : undefined;
  if (explanation === undefined) {
    throw new RequestProblem(404, "the database holds no such fact now; look for it in the table of facts");
  }
  return { documentId, explanation };
}

/** The id of a document out of an address. */
export function readDocumentId(text: string): number {
  if (!DOCUMENT_ID.test(text))
    throw new RequestProblem(404, "this is no article's number; open one from the table of facts");
  return Number(text);
}
