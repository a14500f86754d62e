import { noSenses } from "../lexicon/intern-senses.js";
import type { CliticSettings } from "../lexicon/lexicon.js";
import type { Lookup } from "../lexicon/look-up.js";
import type { Senses } from "../lexicon/sense.js";
import { decimalOf } from "../numbers/decimal.js";
import type { NumberWord } from "../numbers/number-word.js";
import { vulgarFraction } from "../numbers/vulgar-fraction.js";
import { TokenKind } from "../text/scan.js";
import { isDottedDate } from "../text/split-sentences.js";
import { compoundReading } from "./compound-reading.js";
import { compoundTail } from "./compound-tail.js";
import type { Element, ElementType, NumberReading } from "./element.js";
import { type EntryMatch, longestEntry } from "./longest-entry.js";
import type { NumberSpan } from "./number-span.js";
import { plainElement } from "./plain-element.js";
import { readDigitNumber } from "./read-digit-number.js";
import { readNumberWords } from "./read-number-words.js";
import { readRun } from "./read-run.js";
import { takesDot } from "./takes-dot.js";
import { endOf, isGlued, kindAt, lookupAt, startOf, type TokenRange, wordAt } from "./token-range.js";

/** Turns a sentence's tokens into what rules match over. Linear: each token is passed a bounded number of times. */
export function buildElements(range: TokenRange): readonly Element[] {
  const elements: Element[] = [];
  let runRead = range.from;
  for (let at = range.from; at < range.to; ) {
    const kind = kindAt(range, at);
    const plain = plainElement(range, at, kind, elements);
    if (plain !== undefined) {
      elements.push(plain);
      at++;
      continue;
    }
    if (at >= runRead && kind !== TokenKind.symbol && isGlued(range, at + 1)) {
      const run = readRun(range, at);
      if (run !== undefined) {
        runRead = run.end;
        if (run.reading === "code") {
          elements.push(elementOfTokens(range, "code", at, run.end, noSenses()));
          at = run.end;
          continue;
        }
      }
    }
    if (kind === TokenKind.number)
      at = pushNumber(elements, readDigitNumber(range, at), { outerStart: startOf(range, at) });
    else if (kind === TokenKind.word) at = pushWord(elements, range, at);
    else at = pushSymbol(elements, range, at);
  }
  return elements;
}

/** What stands written together with a number. */
interface NumberSurroundings {
  readonly outerStart: number;
  readonly clitic?: string | undefined;
  readonly definite?: boolean;
  /** What the number's word means besides. */
  readonly key?: string;
  readonly senses?: Senses | undefined;
}

const NO_WORD = { key: "", senses: undefined };

function pushNumber(
  elements: Element[],
  span: NumberSpan,
  { outerStart, clitic, definite, key, senses }: NumberSurroundings,
): number {
  const minus = clitic === undefined ? takeMinus(elements, span) : undefined;
  const reading = minus === undefined || span.reading === undefined ? span.reading : negated(span.reading);
  elements.push({
    type: "number",
    start: minus?.start ?? span.start,
    end: span.end,
    outerStart: minus?.start ?? outerStart,
    key: key ?? "",
    senses: senses ?? noSenses(),
    clitic,
    definite: definite === true,
    number: reading,
  });
  return span.next;
}

/** Takes `minus`, or a minus sign glued to the number with space in front of it, off the elements. */
function takeMinus(elements: Element[], { start, reading }: NumberSpan): Element | undefined {
  const last = elements.at(-1);
  if (last === undefined || reading === undefined || reading.ordinal || Number(reading.value) === 0) return undefined;
  if (last.senses.negative !== undefined) return elements.pop();
  if (last.key !== "-" || last.end !== start || last.type !== "symbol") return undefined;
  const before = elements.at(-2);
  const stands = before === undefined || before.key === "(" || (before.end < last.start && before.type !== "number");
  return stands ? elements.pop() : undefined;
}

function negated(reading: NumberReading): NumberReading {
  return { ...reading, value: `-${reading.value}`, plain: false };
}

function pushWord(elements: Element[], range: TokenRange, at: number): number {
  const prefixed = readPrefixedNumber(range, at);
  if (prefixed !== undefined) {
    const { key } = lookupAt(range, at);
    const definite = range.lexicon.clitics.inside.some((article) => key.endsWith(article));
    const clitic = outsidePart(key, range.lexicon.clitics) ?? key;
    return pushNumber(elements, prefixed, { outerStart: startOf(range, at), clitic, definite });
  }
  const match = longestEntry(range, at);
  const isPhrase = match.next > at + 1;
  if (mayBeNumber(match, isPhrase)) {
    const span = readNumberWords(range, at, match);
    if (span !== undefined && span.next >= match.next) {
      // A single word keeps its other meanings: `halv`, `én`.
      const { lookup, entry } = match;
      const { key, senses } = span.next === match.next ? { key: lookup.key, senses: entry?.senses } : NO_WORD;
      const { inside } = range.lexicon.clitics;
      const definite = inside.length > 0 && inside.some((article) => range.text.startsWith(article, span.start));
      return pushNumber(elements, span, {
        outerStart: startOf(range, at),
        clitic: lookup.clitic,
        definite,
        key,
        senses,
      });
    }
  }
  if (!isPhrase && match.entry === undefined) {
    if (pushCompound(elements, range, at, match) || pushHyphenated(elements, range, at, match)) return match.next;
    const tail = compoundTail(range, at);
    if (tail !== undefined) {
      elements.push(bareElement("word", startOf(range, at), endOf(range, at), match.lookup.key, tail));
      return match.next;
    }
  }
  elements.push(wordElement(range, at, match));
  return match.next;
}

/** What joins numbers begins none. */
function mayBegin({ composition }: NumberWord): boolean {
  return composition === "add" || composition === "times" || composition === "teen";
}

/** Whether a number may begin here: a phrase of another meaning, or one marked as no number, keeps its words. */
function mayBeNumber({ entry, lookup }: EntryMatch, isPhrase: boolean): boolean {
  if (entry?.number !== undefined) return mayBegin(entry.number) && entry.senses?.plain === undefined;
  return !isPhrase && lookup.numbers !== undefined && entry?.senses?.plain === undefined;
}

/** `ke-27`, `ke - 27`, `ب71`, `الـ84`: a number behind a clitic or an ordinal prefix. */
function readPrefixedNumber(range: TokenRange, at: number): NumberSpan | undefined {
  const hyphen = kindAt(range, at + 1) === TokenKind.symbol && wordAt(range, at + 1) === "-";
  const number = hyphen ? at + 2 : at + 1;
  if (kindAt(range, number) !== TokenKind.number) return undefined;
  const isSpaced = !isGlued(range, number) || !isGlued(range, at + 1);
  // A clitic drawn out by a tatweel stands in front of its number, glued or not: `الـ 36`.
  if (isSpaced && !hyphen && !wordAt(range, at).endsWith(TATWEEL)) return undefined;
  const { key } = lookupAt(range, at);
  const { clitics, numbers } = range.lexicon;
  if (numbers.ordinalPrefixes.includes(key)) {
    const span = readDigitNumber(range, number);
    const reading = span.reading;
    return reading === undefined
      ? undefined
      : { ...span, start: startOf(range, at), reading: { ...reading, ordinal: true } };
  }
  const isClitic = key === "" || clitics.outside.includes(key) || clitics.inside.includes(key);
  const stands = isClitic || outsidePart(key, clitics) !== undefined;
  return stands && !hyphen ? readDigitNumber(range, number) : undefined;
}

/** The conjunction or preposition in front of an article, `و` of `وال`; undefined when the word is no such pair. */
function outsidePart(key: string, { outside, inside }: CliticSettings): string | undefined {
  return outside.find((clitic) => key.startsWith(clitic) && inside.includes(key.slice(clitic.length)));
}

/** A number written together with another word: `dreimal`, `25jährige` spelled out. Both become elements. */
function pushCompound(elements: Element[], range: TokenRange, at: number, match: EntryMatch): boolean {
  const { numbers, tail } = match.lookup;
  if (numbers === undefined || tail === undefined) return false;
  const reading = compoundReading(numbers, range.lexicon.numbers);
  if (reading === undefined) return false;
  const start = startOf(range, at);
  const middle = start + tail.at;
  const senses = tail.entry.senses ?? noSenses();
  // `achtgrößte`: in front of a superlative a cardinal counts places.
  const isPlace = senses.superlative !== undefined || senses.rank_after !== undefined;
  const number = isPlace ? { ...reading, ordinal: true } : reading;
  elements.push(bareElement("number", start, middle, "", noSenses(), number));
  elements.push(bareElement("word", middle, endOf(range, at), tail.key, senses));
  return true;
}

/** `Januari-September`, `dua-tiga`: the span between two words of a kind. */
function pushHyphenated(elements: Element[], range: TokenRange, at: number, match: EntryMatch): boolean {
  const { halves } = match.lookup;
  if (halves === undefined) return false;
  const { hyphen, first, second } = halves;
  if (!joinsLikes(first, second)) return false;
  const start = startOf(range, at);
  const middle = start + hyphen;
  const end = endOf(range, at);
  const dash = range.lexicon.entries.get("-")?.entry?.senses ?? noSenses();
  elements.push(partOf(first, start, middle));
  elements.push(bareElement("symbol", middle, middle + 1, "-", dash));
  elements.push(partOf(second, middle + 1, end));
  return true;
}

const TATWEEL = "\u0640";

const ONE_WORD = { unitBeforeTen: false, linkRequired: false };

/** Two months, or two numbers the second of which is the greater: `dua-tiga`. */
function joinsLikes(first: Lookup, second: Lookup): boolean {
  const [one, other] = [first.entry, second.entry];
  if (one?.senses?.month !== undefined && other?.senses?.month !== undefined) return true;
  return (
    one?.number?.composition === "add" && other?.number?.composition === "add" && one.number.value < other.number.value
  );
}

function partOf({ key, entry }: Lookup, start: number, end: number): Element {
  const number = entry?.number === undefined ? undefined : compoundReading([entry.number], ONE_WORD);
  return bareElement(number === undefined ? "word" : "number", start, end, key, entry?.senses ?? noSenses(), number);
}

function wordElement(range: TokenRange, at: number, match: EntryMatch): Element {
  const { lookup, entry, next } = match;
  const outerStart = startOf(range, at);
  let end = endOf(range, next - 1);
  // An abbreviation's own dot belongs to it, and one between a month and its year: `16. نوفمبر. 2016`.
  if (takesDot(range, next, lookup.key) || (entry?.senses?.month !== undefined && isDottedDate(range, at))) {
    end = endOf(range, next);
  }
  return {
    type: "word",
    start: outerStart + lookup.cliticLength,
    end,
    outerStart,
    key: lookup.key,
    senses: entry?.senses ?? noSenses(),
    clitic: lookup.clitic,
    definite: false,
    number: undefined,
  };
}

function pushSymbol(elements: Element[], range: TokenRange, at: number): number {
  const fraction = vulgarFraction(wordAt(range, at));
  if (fraction !== undefined) {
    const [numerator, denominator] = fraction;
    const value = decimalOf(numerator / denominator);
    const number = {
      value,
      ordinal: false,
      spelled: false,
      scale: 0,
      weak: false,
      plain: false,
      numerator,
      denominator,
    };
    elements.push(elementOfTokens(range, "number", at, at + 1, noSenses(), number));
    return at + 1;
  }
  const { next, entry } = longestEntry(range, at);
  const element = elementOfTokens(range, "symbol", at, next, entry?.senses ?? noSenses());
  const isOwnDot = element.key === "." && elements.at(-1)?.end === element.end;
  if (!isOwnDot) elements.push(element);
  return next;
}

/** The tokens `from` to `to` as one element, written as they are. */
function elementOfTokens(
  range: TokenRange,
  type: ElementType,
  from: number,
  to: number,
  senses: Senses,
  number?: NumberReading,
): Element {
  const start = startOf(range, from);
  const end = endOf(range, to - 1);
  return bareElement(type, start, end, range.text.slice(start, end), senses, number);
}

/** An element with nothing written to it. All elements have their properties in one order, so that they have one shape. */
function bareElement(
  type: ElementType,
  start: number,
  end: number,
  key: string,
  senses: Senses,
  number?: NumberReading,
): Element {
  return { type, start, end, outerStart: start, key, senses, clitic: undefined, definite: false, number };
}
