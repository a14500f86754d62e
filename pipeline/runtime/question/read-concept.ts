import { conceptKey } from "./concept-key.js";
import type { PartReader } from "./question-part.js";

/** The longest name of a concept that has so many words or more: `post offices`, `households`. */
export function readConcept(leastWords: number): PartReader {
  return (terms, at, { names: { concepts } }) => {
    const most = Math.min(MOST_WORDS, terms.length - at);
    for (let length = most; length >= leastWords; length--) {
      const words = terms.slice(at, at + length);
      if (words.some(({ isQuoted }) => isQuoted)) continue;
      const concept = concepts.get(conceptKey(words.map(({ word }) => word).join(" ")));
      if (concept !== undefined) return { part: { concept }, end: at + length };
    }
    return undefined;
  };
}

const MOST_WORDS = 6;
