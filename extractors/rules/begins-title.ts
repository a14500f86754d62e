import { isCapital } from "../elements/is-capital.js";
import type { SentenceView } from "./match.js";

const OPENING = "\"“”„«'‘";
const CLOSING = "\"“”»'’";
/** In words: titles of songs, films and books are short. */
const LONGEST_TITLE = 7;

/** `lagu “Sepuluh Purnama”`: where nouns are small, a quotation that begins with a spelled number and has its nouns in capitals is a title. */
export function beginsTitle(view: SentenceView, at: number): boolean {
  const first = view.elements[at];
  if (first?.number?.spelled !== true || view.lexicon.nounPhrase.capitalNouns) return false;
  const quote = view.elements[at - 1];
  if (quote?.type !== "symbol" || !OPENING.includes(quote.key) || quote.end !== first.start) return false;
  if (!isCapital(view.text, first)) return false;
  for (let next = at + 1; next <= at + LONGEST_TITLE; next++) {
    const element = view.elements[next];
    if (element?.type === "symbol") return next > at + 1 && CLOSING.includes(element.key);
    if (element?.type !== "word") return false;
    if (!isCapital(view.text, element) && element.senses.stop === undefined && element.senses.join === undefined)
      return false;
  }
  return false;
}
