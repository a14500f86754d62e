import { buildElements } from "./elements/build-elements.js";
import { itemKey } from "./item-key.js";
import type { Lexicon } from "./lexicon/lexicon.js";
import { emptyWords, lookUpTokens } from "./lexicon/look-up.js";
import { readNounPhrase } from "./phrases/noun-phrase.js";
import { sentenceView } from "./rules/sentence-view.js";
import { scan } from "./text/scan.js";

/**
 * The item key of a noun phrase that stands alone: that of its head, `behord` for `staatlichen Behörden`. Of a text that
 * is no noun phrase the key of all its words together. Offsets play no part.
 */
export function phraseKey(phrase: string, lexicon: Lexicon): string {
  const tokens = scan(phrase);
  const words = emptyWords(tokens);
  lookUpTokens(tokens, 0, tokens.length, lexicon, words);
  const range = { text: phrase, tokens, ...words, from: 0, to: tokens.length, lexicon, habit: lexicon.numbers };
  const view = sentenceView(phrase, buildElements(range), lexicon);
  const found = readNounPhrase(view, 0);
  const head = found === undefined ? undefined : view.elements[found.head];
  return itemKey(head === undefined ? phrase.trim() : phrase.slice(head.start, head.end), lexicon);
}
