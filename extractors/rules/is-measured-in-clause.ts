import type { Element } from "../elements/element.js";
import type { SenseClass } from "../lexicon/sense.js";
import { standsBeforeNoun } from "../phrases/stands-before-noun.js";
import type { Match, SentenceView } from "./match.js";

/** Furthest that the word of the measure may stand in front of its value, in elements. */
const REACH = 20;
/** What stands right in front of a bare value. */
const TIES: readonly SenseClass[] = ["link_verb", "change", "to", "from", "modifier", "stop", "filler"];

/**
 * Whether a bare number is the value of a measure that its clause names by a word of a class: a verb, a preposition or a
 * word of degree in front of it or a verb in front of the measure, no noun or unit behind.
 */
export function isMeasuredInClause({ view, from, to }: Match, measure: SenseClass): boolean {
  const { elements } = view;
  const first = elements[from]?.senses;
  const before = elements[from - 1]?.senses;
  const tied = TIES.some((sense) => first?.[sense] !== undefined || before?.[sense] !== undefined);
  if (standsBeforeNoun(view, to)) return false;
  for (let at = from - 1; at >= 0 && from - at <= REACH; at--) {
    const element = elements[at];
    if (
      element === undefined ||
      element.key === ";" ||
      (element.senses.clause !== undefined && !isBeforeYear(elements[at + 1]))
    )
      return false;
    if (element.senses[measure] !== undefined) return tied || isVerb(elements[at - 1]) || standsBehind(view, at, from);
  }
  return false;
}

/** `halvert sidan 1999, frå …`: in front of a year such a word is a preposition. */
function isBeforeYear(element: Element | undefined): boolean {
  return element?.number?.digits?.length === 4 && element.number.plain;
}

/** Most nouns between a measure and a value that follows it at once. */
const MOST_NOUNS = 3;

/** `jumlah responden 2.000`: where modifiers follow their noun, nothing but nouns between the measure and its value. */
function standsBehind({ elements, lexicon }: SentenceView, measure: number, value: number): boolean {
  if (lexicon.nounPhrase.modifiers !== "after" || value - measure > MOST_NOUNS + 1) return false;
  return elements.slice(measure + 1, value).every(({ type, senses: { label, stop, verb, time_preposition } }) => {
    return type === "word" && (label ?? stop ?? verb ?? time_preposition) === undefined;
  });
}

/** `بلغ عدد الضحايا 25`: the verb stands in front of the measure. */
function isVerb(element: Element | undefined): boolean {
  return element?.senses.link_verb !== undefined || element?.senses.change !== undefined;
}
