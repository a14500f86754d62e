import type { Element, NumberReading } from "../elements/element.js";
import { hasAny, senseSet } from "../lexicon/sense-set.js";
import { isVerbByShape } from "../phrases/ends-phrase.js";
import { standsBeforeNoun, standsBeforeUnit } from "../phrases/stands-before-noun.js";
import type { Binding, SentenceView } from "../rules/match.js";

/** Numbers from here on that are printed in groups count something, whatever stands beside them. */
const FIRST_GROUPED = 1000;

/**
 * `Bei 18 Prüfungen fehlten zwölf`, `traten 120 000 aus`: a number right behind a verb, that nothing follows which it could
 * count, and whose noun an earlier number counts; one printed in groups needs no such number.
 */
export function actsBehindVerb(view: SentenceView, { from: at, to, number }: Binding, from: number): boolean {
  const behind = view.elements[to];
  if (number === undefined || looksLikeYear(view.elements[at]) || standsBeforeNoun(view, to)) return false;
  // `2 zu 1`; `wurde 84` is an age
  const next = view.elements[to + 1];
  const isPair = behind?.type === "word" && next?.type === "number" && next.number?.weak !== true;
  if (behind?.type === "number" || isPair) return false;
  if (
    view.elements[from]?.senses.auxiliary === "one" ||
    behind?.senses.times !== undefined ||
    behind?.senses.clock !== undefined
  )
    return false;
  if (behind?.type === "symbol" && !CLOSING.includes(behind.key)) return false;
  return isGrouped(number) ? !hasAny(view.present, MONEY) : isCountedBefore(view, from);
}

function isGrouped({ plain, digits, scale, value }: NumberReading): boolean {
  return !plain && scale === 0 && digits !== undefined && Number(value) >= FIRST_GROUPED;
}

const MONEY = senseSet(["currency"]);
const CLOSING: readonly string[] = [".", ",", ";", "!", "?", "–"];

/**
 * `12 santri keracunan, empat dirawat dan dua masih kritis`: a number that begins a clause, with a verb behind it, and
 * whose noun an earlier number counts. `from` is where its word of degree stands, if it has one.
 */
export function actsInClause(view: SentenceView, { from: at, to, number }: Binding, from: number): boolean {
  if (looksLikeYear(view.elements[at]) || !isVerb(view, view.elements[to])) return false;
  // `Sechs sitzen in Haft`: where nouns show by their capital, one that begins the sentence needs no other.
  if (from === 0 && view.lexicon.nounPhrase.capitalNouns) return number?.value !== "1";
  return beginsClause(view, from) && isCountedBefore(view, from);
}

function looksLikeYear(element: Element | undefined): boolean {
  return element?.number?.digits?.length === 4 && element.number.plain;
}

function isVerb(view: SentenceView, element: Element | undefined): boolean {
  if (element === undefined || element.type !== "word") return false;
  const { verb, auxiliary, link_verb, unit, currency } = element.senses;
  if (unit !== undefined || currency !== undefined) return false;
  if (link_verb !== undefined && view.lexicon.nounPhrase.capitalNouns) return true;
  return verb !== undefined || auxiliary !== undefined || isVerbByShape(view, element);
}

/** Behind a comma, a joining word or a conjunction; not behind another number's, `pasal 3 dan 4 mengatur`. */
function beginsClause({ elements }: SentenceView, from: number): boolean {
  let at = from - 1;
  if (elements[at]?.senses.filler !== undefined) at--;
  const senses = elements[at]?.senses;
  if (senses?.clause !== undefined) return true;
  let joints = 0;
  while (isJoint(elements[at])) {
    at--;
    joints++;
  }
  if (joints > 1) return true;
  return joints > 0 && elements[at]?.type !== "number" && elements[at]?.type !== "code";
}

function isJoint(element: Element | undefined): boolean {
  return element?.senses.join !== undefined || element?.senses.comma !== undefined || element?.key === ";";
}

function isCountedBefore(view: SentenceView, from: number): boolean {
  for (let at = from - 1; at >= 0; at--) {
    // `jumlah korban`; `dari jumlah itu`, at the head of a sentence
    const senses = view.elements[at]?.senses;
    if (senses?.count_measure !== undefined) return true;
    if (at === 0 && senses?.of !== undefined && senses.determiner === undefined) return true;
    const number = view.elements[at]?.number;
    if (number === undefined || number.ordinal || number.weak || looksLikeYear(view.elements[at])) continue;
    if (standsBeforeUnit(view, at + 1)) continue;
    if (standsBeforeNoun(view, at + 1) || (view.lexicon.nounPhrase.capitalNouns && isGrouped(number))) return true;
  }
  return false;
}
