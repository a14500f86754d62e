import { isComma } from "../elements/is-comma.js";
import type { SentenceView } from "../rules/match.js";
import { isCapitalNoun, isJoin } from "./ends-phrase.js";

/** Longest list, in elements. */
const LONGEST = 8;

/**
 * `Gewinn vor Zinsen, Steuern und Abschreibungen`: whether the comma or joining word at an element stands in a list of
 * bare nouns that a preposition opens behind a noun, and whose last a joining word brings. Only where nouns show by their
 * capital.
 */
export function isPrepositionList(view: SentenceView, at: number): boolean {
  const { elements } = view;
  if (!view.lexicon.nounPhrase.capitalNouns || !isCapitalNoun(view, at + 1)) return false;
  let from = at - 1;
  while (at - from < LONGEST && (isCapitalNoun(view, from) || isComma(elements[from]))) from--;
  if (from === at - 1 || elements[from]?.senses.stop !== "-" || !isCapitalNoun(view, from - 1)) return false;
  if (isJoin(view, at)) return true;
  let to = at + 1;
  while (to - at < LONGEST && (isCapitalNoun(view, to) || isComma(elements[to]))) to++;
  return isJoin(view, to) && isCapitalNoun(view, to + 1);
}
