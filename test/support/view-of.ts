import { buildElements } from "../../extractors/elements/build-elements.js";
import type { Lexicon } from "../../extractors/lexicon/lexicon.js";
import type { NumberHabit } from "../../extractors/numbers/digit-number.js";
import type { SentenceView } from "../../extractors/rules/match.js";
import { sentenceView } from "../../extractors/rules/sentence-view.js";
import { lookedUp } from "./looked-up.js";

/** A text as one sentence, the way rules see it. */
export function viewOf(text: string, lexicon: Lexicon, habit: NumberHabit = lexicon.numbers): SentenceView {
  const words = lookedUp(text, lexicon);
  return sentenceView(text, buildElements({ ...words, from: 0, to: words.tokens.length, habit }), lexicon);
}
