import type { Element } from "../elements/element.js";
import { isCapital } from "../elements/is-capital.js";
import { isComma } from "../elements/is-comma.js";
import { hasAny, senseSet } from "../lexicon/sense-set.js";
import type { Binding, SentenceView } from "./match.js";

/** Most elements of a gap, and of one of its clauses. */
const LONGEST = 18;
const LONGEST_CLAUSE = 6;

/** A clause with one of these leaves out nothing: it has a verb, or begins anew. */
const CLOSED = senseSet([
  "verb",
  "link_verb",
  "change",
  "auxiliary",
  "clause",
  "relative",
  "unit",
  "percent",
  "currency",
]);
/** What makes a number in front a name: `Zimmer 12, im Garten 3 Bäume`. */
const LABELS = senseSet(["label", "mark", "rank", "section", "reference", "month", "year_cue", "dated"]);
const UNITS = senseSet(["unit", "percent", "currency"]);
const DEGREE = senseSet(["modifier", "filler"]);

/**
 * What stands between two numbers of which one leaves out what the other says: `38,5⟦, die SPD 31,2 und die FDP⟧ 6,1
 * Prozent`, `49 Euro⟦, das Abonnement⟧ 29`. From the comma or joining word on, clauses without a verb, each with a noun or a year of its own; both
 * numbers stand behind the same preposition or behind none. Undefined where no such thing stands.
 */
export function readGap(view: SentenceView, at: number): Binding | undefined {
  const { elements, lexicon } = view;
  const last = elements[at - 1];
  // `49 Euro, die zweite 29`: the second number leaves out the unit of the first.
  const isUnit = last !== undefined && hasAny(last.senses, UNITS);
  const first = isUnit ? at - 2 : at - 1;
  if (lexicon.nounPhrase.modifiers === "after" || !isJoint(elements[at]) || !mayLeaveOut(elements, first))
    return undefined;
  let from = at;
  while (from - at < LONGEST) {
    const end = clauseEnd(view, from);
    if (end === undefined) return undefined;
    if (isUnit || !isJoint(elements[end + 1])) {
      if (prepositionAt(elements, beginOf(elements, first) - 1) !== prepositionAt(elements, end - 1)) return undefined;
      return { from: at, to: end, span: { start: last?.end ?? 0, end: elements[end - 1]?.end ?? 0 } };
    }
    from = end + 1;
  }
  return undefined;
}

/** Index of the first number of a range whose last one stands at an element: `18 bis 23`. */
function beginOf(elements: readonly Element[], at: number): number {
  const isRange = elements[at - 1]?.senses.to !== undefined && elements[at - 2]?.number !== undefined;
  return isRange ? at - 2 : at;
}

/** `auf 38,5,`: a number that nothing names and that is no year. */
function mayLeaveOut(elements: readonly Element[], at: number): boolean {
  const number = elements[at]?.number;
  if (number === undefined || number.ordinal || number.weak) return false;
  if (isYear(elements[at])) return false;
  const before = elements[beginOf(elements, at) - 1];
  return before === undefined || !(hasAny(before.senses, LABELS) || "/:-–".includes(before.key || " "));
}

/** Index of the number that closes the clause which a comma or joining word opens. */
function clauseEnd({ text, elements }: SentenceView, from: number): number | undefined {
  let contrasts = false;
  for (let at = from + 1; at - from <= LONGEST_CLAUSE; at++) {
    const element = elements[at];
    if (element === undefined || (element.type !== "word" && element.type !== "number")) return undefined;
    if (isYear(element)) {
      contrasts = true;
      continue;
    }
    if (element.number !== undefined && !element.number.weak)
      return contrasts && !element.number.ordinal ? at : undefined;
    if (element.senses.stop === "pronoun" || hasAny(element.senses, CLOSED)) return undefined;
    contrasts ||= element.type === "word" && isCapital(text, element) && element.senses.stop === undefined;
  }
  return undefined;
}

function isJoint(element: Element | undefined): boolean {
  return isComma(element) || element?.senses.join !== undefined;
}

const YEARS = { first: 1500, last: 2100 };

function isYear(element: Element | undefined): boolean {
  const number = element?.number;
  if (number?.plain !== true || number.ordinal || number.digits?.length !== 4) return false;
  return Number(number.value) >= YEARS.first && Number(number.value) <= YEARS.last;
}

const MOST_DEGREES = 2;

/** The preposition in front of a number, over words of degree. */
function prepositionAt(elements: readonly Element[], at: number): string | undefined {
  for (let before = at; at - before <= MOST_DEGREES; before--) {
    const element = elements[before];
    if (element === undefined) return undefined;
    if (hasAny(element.senses, DEGREE)) continue;
    return element.senses.stop === "-" ? element.key : undefined;
  }
  return undefined;
}
