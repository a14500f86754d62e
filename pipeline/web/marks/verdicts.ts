import { marksOfDocument } from "../../store/marks.js";
import type { Store } from "../../store/store.js";

/** What reviewers said of facts, by the fact's id. */
export type Verdicts = ReadonlyMap<string, string>;

/** Of all facts of these documents that were marked. */
export function verdictsOn(store: Store, documents: Iterable<number>): Verdicts {
  const verdicts = new Map<string, string>();
  for (const document of documents) {
    for (const { factId, verdict } of marksOfDocument(store, document)) {
      if (factId !== undefined) verdicts.set(factId, verdict);
    }
  }
  return verdicts;
}
