import { buildElements } from "../../extractors/elements/build-elements.js";
import type { Lexicon } from "../../extractors/lexicon/lexicon.js";
import type { NumberHabit } from "../../extractors/numbers/digit-number.js";
import type { SentenceView } from "../../extractors/rules/match.js";
import { scan } from "../../extractors/text/scan.js";

/** A text as one sentence, the way rules see it. */
export function sentenceView(text: string, lexicon: Lexicon, habit: NumberHabit = lexicon.numbers): SentenceView {
  const tokens = scan(text);
  return { text, lexicon, elements: buildElements({ text, tokens, from: 0, to: tokens.length, lexicon, habit }) };
}
