import { decimalOf, isWhole, shiftDecimal } from "../numbers/decimal.js";
import { readDigits } from "../numbers/digit-number.js";
import { scaleOfLetter } from "../numbers/scale-of-letter.js";
import { vulgarFraction } from "../numbers/vulgar-fraction.js";
import { latinDigits } from "../text/latin-digits.js";
import { TokenKind } from "../text/scan.js";
import type { NumberReading } from "./element.js";
import { longestEntry } from "./longest-entry.js";
import type { NumberSpan } from "./number-span.js";
import { numberWordsOf } from "./number-words-of.js";
import { readMoneyScale } from "./read-money-scale.js";
import { readScale } from "./read-scale.js";
import { readSpelledFraction } from "./read-spelled-fraction.js";
import { endOf, isGlued, kindAt, startOf, type TokenRange, wordAt } from "./token-range.js";

const GROUP_SPACES = "\u0020\u00a0\u2009\u202f";

/** Reads the number in digits that begins at a number token, with its groups, ordinal dot and scale words. */
export function readDigitNumber(range: TokenRange, index: number): NumberSpan {
  let next = index + 1;
  if (range.lexicon.numbers.spaceGroups) next = endOfSpaceGroups(range, index);
  const start = startOf(range, index);
  const markedEnd = endOfMarkedParts(range, next);
  next = markedEnd ?? next;
  let end = endOf(range, next - 1);
  const written = range.text.slice(start, end);
  const digits = markedEnd === undefined ? written : written.replace(DIRECTION_MARKS, "");
  const parsed = readDigits(digits, range.habit);
  if (parsed === undefined) return { reading: undefined, start, end, next };
  const isPlain = parsed.plain && next === index + 1;
  let reading: NumberReading = {
    value: parsed.value,
    ordinal: false,
    spelled: false,
    scale: 0,
    weak: false,
    plain: isPlain,
    digits,
  };
  const turned = isPlain ? endOfTurnedDecimal(range, next) : undefined;
  if (turned !== undefined) {
    const whole = readDigits(wordAt(range, turned - 1), range.habit)?.value ?? "0";
    reading = { ...reading, value: `${whole}.${latinDigits(digits)}`, plain: false };
    next = turned;
    end = endOf(range, next - 1);
  }
  if (isPlain && isOrdinalSuffix(range, next)) {
    return { reading: { ...reading, ordinal: true, plain: false }, start, end: endOf(range, next), next: next + 1 };
  }
  const letterScale =
    readMoneyScale(range, index, next) ??
    (isGlued(range, next) ? scaleOfLetter(wordAt(range, next), digits) : undefined);
  if (letterScale !== undefined) {
    const value = shiftDecimal(reading.value, letterScale);
    return {
      reading: { ...reading, value, scale: letterScale, plain: false },
      start,
      end: endOf(range, next),
      next: next + 1,
    };
  }
  if (isOrdinalDot(range, next) && isWhole(parsed.value) && digits.length <= 3) {
    return { reading: { ...reading, ordinal: true, plain: false }, start, end: endOf(range, next), next: next + 1 };
  }
  const point = isWhole(reading.value) ? readSpelledFraction(range, next) : undefined;
  if (point !== undefined) {
    reading = { ...reading, value: `${parsed.value}.${point.digits}`, plain: false };
    next = point.next;
    end = endOf(range, next - 1);
  }
  const scaled = readScale(range, next, Number(reading.value) < 100);
  if (scaled !== undefined) {
    reading = { ...reading, value: shiftDecimal(reading.value, scaled.scale), scale: scaled.scale, plain: false };
    next = scaled.next;
    end = endOf(range, next - 1);
  } else {
    const dozen = parsed.plain ? readDozen(range, next) : undefined;
    if (dozen !== undefined) {
      const value = decimalOf(Number(parsed.value) * dozen.value);
      return {
        reading: { ...reading, value, plain: false },
        start,
        end: endOf(range, dozen.next - 1),
        next: dozen.next,
      };
    }
    const added = readAddedFraction(range, next);
    if (added !== undefined && isWhole(parsed.value)) {
      reading = { ...reading, value: decimalOf(Number(parsed.value) + added.value), plain: false };
      next = added.next;
      end = endOf(range, next - 1);
    }
  }
  return withRest(range, { reading, start, end, next });
}

/**
 * `3 آلاف و500`, `مليون و200 ألف`: where parts are joined by a link, digits behind one belong to the scale word in front
 * when they are less than it.
 */
export function withRest(range: TokenRange, span: NumberSpan): NumberSpan {
  const { reading, next } = span;
  if (!range.lexicon.numbers.linkRequired || reading === undefined || reading.scale < 3 || !isWhole(reading.value))
    return span;
  const link = kindAt(range, next) === TokenKind.word ? longestEntry(range, next).entry?.number : undefined;
  if (link?.composition !== "link" || !isGlued(range, next + 1) || kindAt(range, next + 1) !== TokenKind.number)
    return span;
  const rest = readDigitNumber(range, next + 1);
  const value = Number(rest.reading?.value);
  if (!Number.isInteger(value) || value >= 10 ** reading.scale || rest.reading?.ordinal === true) return span;
  const sum = { ...reading, value: decimalOf(Number(reading.value) + value), scale: rest.reading?.scale ?? 0 };
  return { ...span, reading: sum, end: rest.end, next: rest.next };
}

/** `15 og en halv`, `5 ونصف`, `1 ½`: a fraction behind digits. */
function readAddedFraction(range: TokenRange, index: number): { value: number; next: number } | undefined {
  const vulgar = vulgarFraction(wordAt(range, index));
  if (vulgar !== undefined) return { value: vulgar[0] / vulgar[1], next: index + 1 };
  if (kindAt(range, index) === TokenKind.number) return readMixedFraction(range, index);
  if (kindAt(range, index) !== TokenKind.word) return undefined;
  const match = longestEntry(range, index);
  const [link, word] = numberWordsOf(match, false, range) ?? [];
  if (link?.composition === "half") return { value: link.value, next: match.next };
  if (link?.composition !== "link" || word?.denominator === undefined) return undefined;
  return { value: (word.numerator ?? 1) / word.denominator, next: match.next };
}

/** `12 500`, `1 234,5`: groups of exactly three digits behind single spaces; only the last may have a fraction. */
function endOfSpaceGroups(range: TokenRange, index: number): number {
  const head = wordAt(range, index);
  let next = index + 1;
  if (head.length > 3) return next;
  while (kindAt(range, next) === TokenKind.number) {
    const from = endOf(range, next - 1);
    if (startOf(range, next) - from !== 1 || !GROUP_SPACES.includes(range.text.charAt(from))) break;
    const group = wordAt(range, next);
    const separator = /[.,٫]/.exec(group)?.index ?? group.length;
    if (separator !== 3) break;
    next++;
    if (group.length > 3) break;
  }
  return next;
}

/** `3 Dutzend`: a word that multiplies and is no power of ten. */
function readDozen(range: TokenRange, index: number): { value: number; next: number } | undefined {
  if (kindAt(range, index) !== TokenKind.word) return undefined;
  const { entry, lookup, next } = longestEntry(range, index);
  const word = entry?.number;
  if (word?.composition !== "times" || lookup.clitic !== undefined || Number.isInteger(Math.log10(word.value)))
    return undefined;
  return { value: word.value, next };
}

/** `14te`, `20sten`. */
function isOrdinalSuffix(range: TokenRange, index: number): boolean {
  const suffixes = range.lexicon.numbers.ordinalSuffixes;
  return suffixes.length > 0 && isGlued(range, index) && suffixes.includes(wordAt(range, index));
}

/** `5ر9` is 9.5: the digits of the fraction stand first. Index behind the whole part. */
function endOfTurnedDecimal(range: TokenRange, next: number): number | undefined {
  if (kindAt(range, next) !== TokenKind.word || !isGlued(range, next) || !isGlued(range, next + 1)) return undefined;
  if (kindAt(range, next + 1) !== TokenKind.number) return undefined;
  const isPoint = longestEntry(range, next).entry?.senses?.turned_point !== undefined;
  return isPoint && /^[0-9]+$/.test(latinDigits(wordAt(range, next + 1))) ? next + 2 : undefined;
}

const DIRECTION_MARKS = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** `25799,52` with marks of writing direction around its separator: the parts are one number. Undefined without such. */
function endOfMarkedParts(range: TokenRange, next: number): number | undefined {
  if (kindAt(range, next) !== TokenKind.symbol || kindAt(range, next + 1) !== TokenKind.number) return undefined;
  if (!".,٫٬".includes(wordAt(range, next)) || (isGlued(range, next) && isGlued(range, next + 1))) return undefined;
  return isMarked(range, next) && isMarked(range, next + 1) ? next + 2 : undefined;
}

/** Whether nothing but marks of direction stands in front of a token. */
function isMarked(range: TokenRange, index: number): boolean {
  return range.text.slice(endOf(range, index - 1), startOf(range, index)).replace(DIRECTION_MARKS, "") === "";
}

/** A dot right behind the digits with a word, or a sign and another number (`14./15.10.`), behind it in the same sentence. */
function isOrdinalDot(range: TokenRange, index: number): boolean {
  if (wordAt(range, index) !== "." || !isGlued(range, index)) return false;
  // In front of a month a dot makes a day in every language.
  if (isMonth(range, index + 1)) return true;
  if (!range.lexicon.numbers.ordinalDot) return false;
  if (kindAt(range, index + 1) === TokenKind.word) return true;
  return "-–/".includes(wordAt(range, index + 1) || " ") && kindAt(range, index + 2) === TokenKind.number;
}

function isMonth(range: TokenRange, index: number): boolean {
  return kindAt(range, index) === TokenKind.word && longestEntry(range, index).entry?.senses?.month !== undefined;
}

/** Denominators that are written behind a whole number: `3 1/2 Jahre`. */
const MIXED_DENOMINATORS = ["2", "3", "4", "5", "8"];

function readMixedFraction(range: TokenRange, index: number): { value: number; next: number } | undefined {
  if (wordAt(range, index + 1) !== "/" || !isGlued(range, index + 1) || !isGlued(range, index + 2)) return undefined;
  const [part, whole] = [wordAt(range, index), wordAt(range, index + 2)];
  if (!MIXED_DENOMINATORS.includes(whole) || !(Number(part) >= 1 && Number(part) < Number(whole))) return undefined;
  return { value: Number(part) / Number(whole), next: index + 3 };
}
