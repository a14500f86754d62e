import type { Element } from "../elements/element.js";
import type { Lexicon } from "../lexicon/lexicon.js";
import type { SentenceView } from "./match.js";

/** A sentence as rules see it, from its elements in order; the text is that of the whole document. */
export function sentenceView(text: string, elements: readonly Element[], lexicon: Lexicon): SentenceView {
  let bits0 = 0;
  let bits1 = 0;
  let bits2 = 0;
  for (const { senses } of elements) {
    bits0 |= senses.bits0;
    bits1 |= senses.bits1;
    bits2 |= senses.bits2;
  }
  return { text, elements, present: { bits0, bits1, bits2 }, lexicon, nounPhrases: new Map() };
}
