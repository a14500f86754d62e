import type { Element } from "../elements/element.js";
import { isCapital } from "../elements/is-capital.js";
import { isWhole } from "../numbers/decimal.js";
import { isCapitalNoun } from "../phrases/ends-phrase.js";
import { readNounPhrase } from "../phrases/noun-phrase.js";
import type { Binding, SentenceView } from "./match.js";
import { readAmount } from "./read-amount.js";
import { readDocumentNumbers } from "./read-document-numbers.js";
import { readGap } from "./read-gap.js";
import { readNumericDate } from "./read-numeric-date.js";
import type { PartPattern } from "./rule-pattern.js";
import type { LongType, SlotType } from "./template.js";

const LONGEST_NAME = 8;
/** Signs that may stand inside a document's name, in front of its number. */
const NAME_SIGNS = ':()/-–."“”«»„';

/** The ways to fill a slot that may take several elements, from `at` on; best first, none when it does not fit. */
export function readSlotWays(view: SentenceView, type: LongType, at: number): Iterable<Binding> {
  switch (type) {
    case "name":
      return names(view, at);
    case "document_number":
      return readDocumentNumbers(view, at);
    default: {
      const binding = readOneWay(view, type, at);
      return binding === undefined ? NO_WAYS : [binding];
    }
  }
}

const NO_WAYS: readonly Binding[] = [];

/** Slots of several elements that can be filled in one way only. */
export type OneWayType = Exclude<LongType, "name" | "document_number">;

/** Fills such a slot from `at` on; undefined when it does not fit. */
export function readOneWay(view: SentenceView, type: OneWayType, at: number): Binding | undefined {
  switch (type) {
    case "amount":
      return readAmount(view, at);
    case "item":
      return readNounPhrase(view, at);
    case "gap":
      return readGap(view, at);
    case "numeric_date":
      return readNumericDate(view, at);
  }
}

/**
 * Fills a slot of one element, or a literal, with the element at `at`; undefined when it does not fit. `mayBeClitic`:
 * a joining word written together with the next one fills its slot and takes no element (`و19999`).
 */
export function readSlot(view: SentenceView, part: PartPattern, at: number, mayBeClitic: boolean): Binding | undefined {
  const element = view.elements[at];
  if (element === undefined) return undefined;
  const { type, sense } = part;
  if (type === undefined) return isLiteral(view, part.literal, at) ? bindingOf(element, at) : undefined;
  if (sense < 0) return fits(view, type, element) ? bindingOf(element, at) : undefined;
  const code = element.senses.codes[sense];
  if (code !== undefined && !(isVerbal(type) && isCapitalNoun(view, at))) return bindingOf(element, at, code);
  return mayBeClitic ? asClitic(view, part, element, at) : undefined;
}

/** Senses that a word written as a noun does not have: `14 Verletzte`. */
function isVerbal(type: SlotType): boolean {
  return type === "verb" || type === "link_verb" || type === "change" || type === "auxiliary" || type === "filler";
}

/** A hyphen of a template is one written without spaces: `25-jährig`. */
function isLiteral({ elements }: SentenceView, literal: string | undefined, at: number): boolean {
  const element = elements[at];
  if (element === undefined || element.key !== literal) return false;
  return literal !== "-" || (elements[at - 1]?.end === element.start && elements[at + 1]?.start === element.end);
}

function bindingOf({ start, end, number }: Element, from: number, code?: string): Binding {
  return { from, to: from + 1, span: { start, end }, number, code };
}

function fits(view: SentenceView, type: SlotType, element: Element): boolean {
  const { number } = element;
  switch (type) {
    case "number":
      return number !== undefined && !number.ordinal && number.denominator === undefined;
    case "integer":
      return number !== undefined && !number.ordinal && number.denominator === undefined && isWhole(number.value);
    case "spelled":
      return number?.spelled === true && !number.ordinal && number.denominator === undefined;
    case "definite_number":
      return number !== undefined && (element.definite === true || number.afterNoun === true) && !number.ordinal;
    case "ordinal":
      return number?.ordinal === true;
    case "fraction":
      return number?.denominator !== undefined;
    case "year":
      return number?.plain === true && !number.ordinal && isBetween(number.value, 1, 9999);
    case "day":
      return number !== undefined && (number.plain || number.ordinal) && isBetween(number.value, 1, 31);
    case "month_number":
      return number?.plain === true && isBetween(number.value, 1, 12);
    case "code":
      return element.type === "code";
    case "capital":
      return element.type === "word" && isCapital(view.text, element) && !isFunctionWord(element);
    case "roman":
      return element.type === "word" && /^[ivxlcdm]+$/.test(element.key);
    case "letter":
      return (
        element.type === "word" &&
        element.key.length === 1 &&
        element.senses.stop === undefined &&
        element.senses.and === undefined
      );
    default:
      return false;
  }
}

/** `Die Antwort (3)`: a capital at the beginning of a sentence makes no name of these. */
function isFunctionWord({ senses }: Element): boolean {
  return senses.determiner !== undefined || senses.stop !== undefined || senses.auxiliary !== undefined;
}

function isBetween(value: string, low: number, high: number): boolean {
  const number = Number(value);
  return number >= low && number <= high && isWhole(value);
}

/** A joining word written together with the element at `at`, which it takes no part of. */
export function readClitic(view: SentenceView, part: PartPattern, at: number): Binding | undefined {
  const element = view.elements[at];
  return element === undefined ? undefined : asClitic(view, part, element, at);
}

function asClitic(view: SentenceView, part: PartPattern, element: Element, at: number): Binding | undefined {
  if (element.clitic === undefined || !part.mayBeClitic) return undefined;
  const code = view.lexicon.entries.get(element.clitic)?.entry?.senses?.codes[part.sense];
  if (code === undefined) return undefined;
  return { from: at, to: at, span: { start: element.outerStart, end: element.start }, code };
}

/** One to eight words without a number, the shortest first. */
function* names(view: SentenceView, at: number): Generator<Binding> {
  const start = view.elements[at]?.start ?? 0;
  for (let to = at; to < view.elements.length && to - at < LONGEST_NAME; to++) {
    const element = view.elements[to];
    if (element === undefined || element.type === "number" || element.type === "code") return;
    if (element.type === "symbol" && !NAME_SIGNS.includes(element.key)) return;
    yield { from: at, to: to + 1, span: { start, end: element.end } };
  }
}
