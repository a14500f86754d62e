import { looksLikeDocumentNumber } from "../question-terms.js";
import { QUESTION_WORDS } from "../question-words.js";
import { conceptKey } from "./concept-key.js";
import type { PartReader } from "./question-part.js";

/** `percentages`, `how many`, `shares`, `decisions`. */
export const readKind: PartReader = (terms, at, { names: { concepts } }) => {
  const word = terms[at]?.word ?? "";
  if (word === "how" && terms[at + 1]?.word === "many") return { part: { kinds: ["count"] }, end: at + 2 };
  for (const singular of [word, word.replace(/s$/u, ""), word.replace(/ies$/u, "y")]) {
    const kinds = QUESTION_WORDS.kinds.get(singular);
    if (kinds !== undefined) return { part: { kinds }, end: at + 1 };
    const refType = QUESTION_WORDS.references.find((type) => type === singular);
    if (refType === undefined) continue;
    const countedAs = concepts.get(conceptKey(word));
    return { part: { refType, ...(countedAs !== undefined && { countedAs }) }, end: at + 1 };
  }
  return undefined;
};

/** `1982/QD-UBND` */
export const readDocumentNumber: PartReader = (terms, at) => {
  const term = terms[at];
  return term !== undefined && !term.isQuoted && looksLikeDocumentNumber(term.text)
    ? { part: { refNumber: term.text }, end: at + 1 }
    : undefined;
};
