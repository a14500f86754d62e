import type { Lexicon } from "../../extractors/lexicon/lexicon.js";
import { emptyWords, lookUpTokens } from "../../extractors/lexicon/look-up.js";
import { scan } from "../../extractors/text/scan.js";
import type { LookedUpText } from "../../extractors/text/split-sentences.js";

/** A text as tokens of one language, all looked up. */
export function lookedUp(text: string, lexicon: Lexicon): LookedUpText {
  const tokens = scan(text);
  const words = emptyWords(tokens);
  lookUpTokens(tokens, 0, tokens.length, lexicon, words);
  return { text, tokens, ...words, lexicon };
}
