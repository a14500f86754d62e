import { isComma } from "../elements/is-comma.js";
import type { Senses } from "../lexicon/sense.js";
import { hasAny, senseSet } from "../lexicon/sense-set.js";
import { hasMeasure, isValue, isVerbal, isVerbOrAuxiliary, ownerOf, type SubjectContext } from "./subject-context.js";
import { subjectExtent, subjectStart } from "./subject-extent.js";

/** Longest clause between two commas that parts a subject from its verb, in elements. */
const LONGEST_ASIDE = 18;

/** Longest place or time behind a value that is passed on the way to its subject, in elements. */
const LONGEST_PLACE = 4;

/** What a clause between commas begins with. */
const OPENS_ASIDE = senseSet(["relative", "determiner", "stop"]);

/**
 * `Der Preis, den der Händler verlangte, lag bei …`: index of the comma at which the clause begins that parts a subject
 * from what stands behind the comma `closing`; undefined where a value or another sign stands in it.
 */
export function asideStart(context: SubjectContext, closing: number): number | undefined {
  const { elements } = context.view;
  for (let at = closing - 1; at > 0 && closing - at <= LONGEST_ASIDE; at--) {
    const element = elements[at];
    if (element === undefined || ownerOf(context, at)?.mention.kind === "percentage") return undefined;
    // `Andelen som leveres elektronisk, er …`: a clause that needs no comma in front.
    if (element.senses.relative !== undefined && !isComma(elements[at - 1])) return at;
    if (!isComma(element)) continue;
    const opening = elements[at + 1]?.senses;
    const isAside = opening !== undefined && hasAny(opening, OPENS_ASIDE);
    return isAside ? at : undefined;
  }
  return undefined;
}

/**
 * `Die Preise stehen nach Ansicht des Amtes bei …`: where attributes stand before the noun, words that a preposition
 * opens right behind a verb, a value or a clause between commas are no subject when one stands before that. Index of
 * the verb, of the value's last element or of the clause's first comma; else undefined.
 */
export function verbBeforeAdverbial(context: SubjectContext, end: number): number | undefined {
  const { view } = context;
  // `mit einem Steuersatz von 53 Prozent`: a measure right in front of its value is its subject.
  if (view.elements[end - 1]?.senses.measure !== undefined) return undefined;
  let from = subjectStart(context, end);
  // `erhöhte sich der Wert`: behind the verb such a word opens nothing.
  if (isVerbOrAuxiliary(view, from - 1) && view.elements[from]?.senses.filler !== undefined) from++;
  const opening = view.elements[from]?.senses;
  if (opening?.stop === undefined && opening?.time_preposition === undefined) return undefined;
  // `naik 5 persen di kota itu menjadi …`: behind another value they are said of that.
  const isShort = end - from <= LONGEST_PLACE;
  if (isShort && isValue(ownerOf(context, from - 1)) && !hasMeasure(view, from, end)) return from - 1;
  let verb = from - 1;
  // `وصلت النسبة إلى 9% وارتفعت في الريف إلى 24%`: where nouns have an article written to them and verbs stand first, a
  // place behind the verb has no value.
  if (view.lexicon.nounPhrase.modifiers === "after") {
    const mayFollow = isShort && view.lexicon.clitics.inside.length > 0;
    const isPlace = mayFollow && isPreposition(opening) && isVerbal(view, verb) && !hasMeasure(view, from, end);
    return isPlace ? verb : undefined;
  }
  // `erreichte 2021 trotz Kurzarbeit 38 Millionen`
  while (ownerOf(context, verb)?.mention.kind === "date") verb--;
  if (isComma(view.elements[verb])) return asideStart(context, verb);
  return isVerbOrAuxiliary(view, verb) && subjectExtent(context, subjectStart(context, verb), verb) !== undefined
    ? verb
    : undefined;
}

/** Not `هذه الخطوة`: what points at a noun opens no place. */
function isPreposition({ stop, determiner }: Senses): boolean {
  return stop === "-" && determiner === undefined;
}
