import { Opening } from "../lexicon/opening.js";
import { TokenKind } from "./scan.js";
import type { LookedUpText } from "./split-sentences.js";

/** Whether the tokens `from` to `to` hold digits, a number word or a word that carries a number: the gate in front of all rules. */
export function mayHoldNumber(words: Omit<LookedUpText, "text">, from: number, to: number): boolean {
  const { tokens, openings } = words;
  let seen = 0;
  let before = 0;
  for (let at = from; at < to; at++) {
    if (tokens.kind[at] === TokenKind.number) return true;
    const opening = openings[at] ?? 0;
    if ((opening & Opening.certain) !== 0) return true;
    if ((opening & Opening.weak) !== 0 && (before & Opening.degree) !== 0 && endsDegree(words, at - 1)) return true;
    seen |= opening;
    before = opening;
  }
  return (seen & Opening.weak) !== 0 && (seen & Opening.percent) !== 0;
}

/** Whether a word is one of degree, or the end of a phrase of degree and not only like one: `overkant av`, `av`. */
function endsDegree({ lookups, lexicon }: Omit<LookedUpText, "text">, at: number): boolean {
  const last = lookups[at];
  if (last?.entry?.senses?.modifier !== undefined) return true;
  return lexicon.degreePairs.has(`${lookups[at - 1]?.folded} ${last?.folded}`);
}
