import type { Lexicon } from "../../extractors/lexicon/lexicon.js";
import { type Lookup, lookUpTokens } from "../../extractors/lexicon/look-up.js";
import { scan } from "../../extractors/text/scan.js";
import type { LookedUpText } from "../../extractors/text/split-sentences.js";

/** A text as tokens of one language, all looked up. */
export function lookedUp(text: string, lexicon: Lexicon): LookedUpText {
  const tokens = scan(text);
  const lookups = new Array<Lookup | undefined>(tokens.length);
  lookUpTokens(tokens, 0, tokens.length, lexicon, lookups);
  return { text, tokens, lookups, lexicon };
}
