import { MODIFIERS, type Modifier } from "../../pipeline/model/mention.js";
import type { Element, NumberReading } from "../elements/element.js";
import { shiftDecimal } from "../numbers/decimal.js";
import type { AmountReading, Binding, SentenceView } from "./match.js";

/**
 * A number, or a range of two, that begins at an element. `zwischen` in front belongs to the match but not to the span.
 * Undefined where no cardinal stands.
 */
export function readAmount(view: SentenceView, at: number): Binding | undefined {
  const element = view.elements[at];
  const first = cardinal(element);
  if (element === undefined || first === undefined || isClockPart(view, at)) return undefined;
  // `كلفة الدرس الواحد إلى 60`: what counts the noun in front of it begins no range and no change.
  if (first.afterNoun === true && element.definite && view.elements[at + 1]?.senses.to !== undefined) return undefined;
  return readRange(view, at, element, first) ?? single(at, element, first);
}

/** `3:35 Minuten`, `10:15`: digits tied to others by a colon. */
function isClockPart({ elements }: SentenceView, at: number): boolean {
  return isTiedByColon(elements, at - 2) || isTiedByColon(elements, at);
}

/** Whether a number, a colon and another number stand together without spaces from an element on. */
function isTiedByColon(elements: readonly Element[], at: number): boolean {
  const first = elements[at];
  const colon = elements[at + 1];
  const second = elements[at + 2];
  if (colon?.key !== ":" || first?.number?.digits === undefined || second?.number?.digits === undefined) return false;
  return first.end === colon.start && colon.end === second.start;
}

function single(at: number, element: Element, first: NumberReading): Binding {
  const amount: AmountReading = { amount: { value: first.value }, first };
  return { from: at, to: at + 1, span: { start: element.start, end: element.end }, number: first, amount };
}

function readRange(view: SentenceView, at: number, element: Element, first: NumberReading): Binding | undefined {
  const { elements } = view;
  const between = betweenBefore(elements, at);
  let next = at + (isCutCompound(elements, at + 1) ? 2 : 1);
  const joint = elements[next];
  const joins = isJoint(joint, between !== undefined);
  if (joint !== undefined && joins === "own") next++;
  else if (joins === undefined) return undefined;
  if (joins === "own" && between === undefined && isChange(elements, at)) return undefined;
  const inner = modifierOf(elements[next]);
  if (inner !== undefined) next++;
  const last = elements[next];
  const second = cardinal(last);
  if (last === undefined || second === undefined || second.weak) return undefined;
  const power = powerBehind(elements, next);
  const range =
    power === undefined
      ? orderedRange(sharedScale(first, second), second.value)
      : orderedRange(shiftDecimal(first.value, power), shiftDecimal(second.value, power));
  if (range === undefined) return undefined;
  const modifier = between?.modifier;
  const to = power === undefined ? next + 1 : next + 2;
  return {
    from: between?.from ?? at,
    to,
    span: { start: element.start, end: elements[to - 1]?.end ?? last.end },
    number: first,
    amount: { amount: range, first, ...(modifier === undefined ? {} : { modifier }) },
  };
}

/** `vier- bis fünftausend`: the hyphen stands for what the second number holds. */
function isCutCompound(elements: readonly Element[], at: number): boolean {
  const hyphen = elements[at];
  return hyphen?.key === "-" && hyphen.start === elements[at - 1]?.end && elements[at + 1]?.type === "word";
}

/** Low and high; below zero a range is read outwards: `minus 5 bis minus 12 Grad`. */
function orderedRange(one: string, other: string): { low: string; high: string } | undefined {
  if (Number(one) < Number(other)) return { low: one, high: other };
  return one.startsWith("-") && other.startsWith("-") && one !== other ? { low: other, high: one } : undefined;
}

/** Furthest that a word of change may stand in front of what changes, in elements. */
const CHANGE_REACH = 14;

/** `stieg von 45 auf 65 Prozent`: two values, no range. `at` is the index of the first number. */
export function isChange(elements: readonly Element[], at: number): boolean {
  if (elements[at - 1]?.senses.from === undefined) return false;
  for (let before = at - 2; before >= 0 && at - before <= CHANGE_REACH; before--) {
    if (elements[before]?.senses.change !== undefined) return true;
  }
  return false;
}

/** `fem-seks hundre`: the power of ten of a scale word behind two numbers that a hyphen makes one word. */
function powerBehind(elements: readonly Element[], at: number): number | undefined {
  const hyphen = elements[at - 1];
  const scale = elements[at + 1]?.number;
  if (hyphen?.key !== "-" || elements[at]?.number?.spelled !== true || hyphen.start !== elements[at - 2]?.end)
    return undefined;
  if (scale?.spelled !== true || scale.ordinal || scale.denominator !== undefined) return undefined;
  return /^10{2,}$/.test(scale.value) ? scale.value.length - 1 : undefined;
}

/**
 * `160-165 juta`, `5-6 000`, `tre til fire hundre`: the scale of the second number belongs to both, as long as the first
 * stays the smaller.
 */
export function sharedScale(first: NumberReading, second: NumberReading): string {
  if (first.scale > 0) return first.value;
  const shared = shiftDecimal(first.value, second.scale > 0 ? second.scale : unwrittenScale(first, second));
  return Number(shared) < Number(second.value) ? shared : first.value;
}

/** Thousands by their group of noughts, and hundreds in words, have no scale of their own. */
function unwrittenScale(first: NumberReading, second: NumberReading): number {
  if (first.digits !== undefined && second.digits !== undefined) {
    return first.digits.length <= 3 && /^[0-9]{1,3}[ .\u00a0\u2009\u202f]000$/.test(second.digits) ? 3 : 0;
  }
  const isWords = first.spelled && second.spelled && first.value.length === 1;
  return isWords && /^[1-9]00$/.test(second.value) ? 2 : 0;
}

interface Between {
  readonly from: number;
  readonly modifier?: Modifier;
}

function betweenBefore(elements: readonly Element[], at: number): Between | undefined {
  if (elements[at - 1]?.senses.between !== undefined) return { from: at - 1 };
  const modifier = modifierOf(elements[at - 1]);
  return modifier !== undefined && elements[at - 2]?.senses.between !== undefined
    ? { from: at - 2, modifier }
    : undefined;
}

/** Whether an element joins both ends: as an element of its own, or as the clitic of the second (`بين 5 و10`). */
function isJoint(joint: Element | undefined, afterBetween: boolean): "own" | "clitic" | undefined {
  if (joint === undefined) return undefined;
  if (joint.senses.to !== undefined) return "own";
  if (!afterBetween) return undefined;
  if (joint.senses.and !== undefined && joint.number === undefined) return "own";
  const mayStart = joint.number !== undefined || joint.senses.modifier !== undefined;
  return mayStart && joint.clitic !== undefined ? "clitic" : undefined;
}

function modifierOf(element: Element | undefined): Modifier | undefined {
  const code = element?.senses.modifier;
  return MODIFIERS.find((modifier) => modifier === code);
}

function cardinal(element: Element | undefined): NumberReading | undefined {
  return element?.number !== undefined && !element.number.ordinal ? element.number : undefined;
}
