import type { Lexicon } from "../lexicon/lexicon.js";
import type { ConceptWordsData } from "./concept-schema.js";
import { findConcept } from "./find-concept.js";

/** A phrase that does not name what its example says. */
export interface ConceptFault {
  readonly phrase: string;
  /** What was expected and what came. */
  readonly message: string;
}

/** Runs the examples of a language's words for concepts. */
export function checkConcepts({ examples }: ConceptWordsData, lexicon: Lexicon): readonly ConceptFault[] {
  return Object.entries(examples).flatMap(([expected, phrases]) =>
    phrases.flatMap((phrase) => {
      const found = findConcept(phrase, lexicon) ?? "-";
      return found === expected ? [] : [{ phrase, message: `expected the concept ${expected}, found ${found}` }];
    }),
  );
}
