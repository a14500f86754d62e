import { decimalOf, isWhole, shiftDecimal } from "../numbers/decimal.js";
import { readDigits } from "../numbers/digit-number.js";
import type { NumberWord } from "../numbers/number-word.js";
import { addWord, NOTHING, type NumberOrder, numberValue, type PartialNumber } from "../numbers/partial-number.js";
import { vulgarFraction } from "../numbers/vulgar-fraction.js";
import { latinDigits } from "../text/latin-digits.js";
import { TokenKind } from "../text/scan.js";
import type { NumberReading } from "./element.js";
import { type EntryMatch, longestEntry } from "./longest-entry.js";
import { endOf, isGlued, kindAt, startOf, type TokenRange, wordAt } from "./token-range.js";

/** A number and where it stands; `next` is the index behind its last token. */
export interface NumberSpan {
  readonly reading: NumberReading | undefined;
  readonly start: number;
  readonly end: number;
  readonly next: number;
}

const GROUP_SPACES = "\u0020\u00a0\u2009\u202f";

/** Reads the number in digits that begins at a number token, with its groups, ordinal dot and scale words. */
export function readDigitNumber(range: TokenRange, index: number): NumberSpan {
  let next = index + 1;
  if (range.lexicon.numbers.spaceGroups) next = endOfSpaceGroups(range, index);
  const start = startOf(range, index);
  let end = endOf(range, next - 1);
  const digits = range.text.slice(start, end);
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
  if (isOrdinalDot(range, next) && isWhole(parsed.value) && digits.length <= 3) {
    return { reading: { ...reading, ordinal: true, plain: false }, start, end: endOf(range, next), next: next + 1 };
  }
  const point = isWhole(parsed.value) ? readSpelledFraction(range, next) : undefined;
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
function withRest(range: TokenRange, span: NumberSpan): NumberSpan {
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

/** Reads the number words that begin at a word token; undefined when there are none. */
export function readNumberWords(range: TokenRange, index: number): NumberSpan | undefined {
  let state: PartialNumber = NOTHING;
  let best: { state: PartialNumber; next: number; weak: boolean } | undefined;
  let start = startOf(range, index);
  let weak = true;
  for (let at = index; at < range.to && kindAt(range, at) === TokenKind.word; ) {
    const match = longestEntry(range, at);
    const words = wordsOf(match, at === index, range);
    if (words === undefined) break;
    if (at === index) start += match.lookup.cliticLength;
    const fraction = words.length === 1 ? words[0] : undefined;
    const added = words[0]?.composition === "link" ? words[1] : undefined;
    if (added?.denominator !== undefined) {
      if (best !== undefined) best = { ...addFraction(range, best.state, added, match.next), weak: false };
      break;
    }
    // `første halvdel`: an ordinal names a part and counts none.
    if (fraction?.denominator !== undefined && state.ordinal) break;
    if (fraction?.denominator !== undefined) return fractionSpan(range, state, best, fraction, start, match.next);
    const folded = foldAll(state, words, words.length > 1 ? range.lexicon.numbers : acrossWords(range.lexicon.numbers));
    if (folded === undefined) break;
    state = folded;
    weak &&= words.every((word) => word.weak || word.composition === "link");
    if (!state.linked) best = { state, next: match.next, weak };
    at = match.next;
  }
  if (best === undefined) return undefined;
  const spelledDecimal = best.state.ordinal ? undefined : readSpelledFraction(range, best.next);
  if (spelledDecimal !== undefined) {
    const { digits, next } = spelledDecimal;
    const scaled = readScale(range, next);
    const value = shiftDecimal(`${decimalOf(numberValue(best.state))}.${digits}`, scaled?.scale ?? 0);
    const end = scaled?.next ?? next;
    const reading = { value, ordinal: false, spelled: true, scale: scaled?.scale ?? 0, weak: false, plain: false };
    return { reading, start, end: endOf(range, end - 1), next: end };
  }
  const value = decimalOf(numberValue(best.state));
  const scale = best.state.lastScale;
  return withRest(range, {
    reading: {
      value,
      ordinal: best.state.ordinal,
      spelled: true,
      scale: powerOf(scale),
      weak: best.weak,
      plain: false,
      ...(best.next === index + 1 && longestEntry(range, index).entry?.number?.afterNoun === true
        ? { afterNoun: true }
        : {}),
    },
    start,
    end: endOf(range, best.next - 1),
    next: best.next,
  });
}

/** `ثلاثة ونصف`, `مليون ونصف المليون`: a fraction of the last scale word, which may be said again. */
function addFraction(
  range: TokenRange,
  state: PartialNumber,
  word: NumberWord,
  next: number,
): { state: PartialNumber; next: number } {
  const fraction = (word.numerator ?? 1) / (word.denominator ?? 1);
  if (state.open !== undefined) return { state: { ...state, open: state.open + fraction }, next };
  const closed = state.closed + fraction * state.lastScale;
  const again = kindAt(range, next) === TokenKind.word ? longestEntry(range, next) : undefined;
  const repeats = again?.entry?.number?.composition === "times" && again.entry.number.value === state.lastScale;
  return { state: { ...state, closed }, next: repeats ? again.next : next };
}

/** `koma lima`, `Komma zwei fünf`: the digits behind a point, read one by one. */
function readSpelledFraction(range: TokenRange, index: number): { digits: string; next: number } | undefined {
  if (kindAt(range, index) !== TokenKind.word) return undefined;
  const point = longestEntry(range, index);
  if (point.entry?.number?.composition !== "point") return undefined;
  let digits = "";
  let next = point.next;
  if (kindAt(range, next) === TokenKind.number && /^[0-9]+$/.test(latinDigits(wordAt(range, next)))) {
    return { digits: latinDigits(wordAt(range, next)), next: next + 1 };
  }
  while (kindAt(range, next) === TokenKind.word) {
    const match = longestEntry(range, next);
    const words = match.entry?.number === undefined ? match.lookup.numbers : [match.entry.number];
    const reading = words === undefined ? undefined : compoundReading(words, range.lexicon.numbers);
    if (reading === undefined || reading.ordinal || !/^[0-9]{1,2}$/.test(reading.value)) break;
    digits += reading.value;
    next = match.next;
  }
  return digits === "" ? undefined : { digits, next };
}

/** Number words of a token: its entry's, its compound's, with the link that its clitic may be. */
function wordsOf(match: EntryMatch, first: boolean, { lexicon }: TokenRange): readonly NumberWord[] | undefined {
  const words = match.entry?.number === undefined ? undefined : [match.entry.number];
  const found = words ?? (match.lookup.tail === undefined ? match.lookup.numbers : undefined);
  if (found === undefined || first || match.lookup.clitic === undefined) return found;
  const link = lexicon.entries.get(match.lookup.clitic)?.entry?.number;
  return link?.composition === "link" ? [link, ...found] : undefined;
}

/** `mellom fem og tyve kroner` are two numbers: the unit comes before its ten within a word, or where links are the rule. */
function acrossWords(order: NumberOrder): NumberOrder {
  return order.linkRequired ? order : { ...order, unitBeforeTen: false };
}

function foldAll(state: PartialNumber, words: readonly NumberWord[], order: NumberOrder): PartialNumber | undefined {
  let folded: PartialNumber | undefined = state;
  for (const word of words) {
    if (folded === undefined) return undefined;
    folded = addWord(folded, word, order);
  }
  return folded;
}

/** The value of a compound of number words (`zweihundertfünfzig`); undefined when they do not make one number. */
export function compoundReading(words: readonly NumberWord[], order: NumberOrder): NumberReading | undefined {
  const folded = foldAll(NOTHING, words, order);
  if (folded === undefined || folded.linked || folded === NOTHING) return undefined;
  const { ordinal, lastScale } = folded;
  return {
    value: decimalOf(numberValue(folded)),
    ordinal,
    spelled: true,
    scale: powerOf(lastScale),
    weak: false,
    plain: false,
  };
}

/** Power of ten of a scale; 0 where there was none. */
function powerOf(scale: number): number {
  return Number.isFinite(scale) ? Math.round(Math.log10(scale)) : 0;
}

/** `Drittel`, `zwei Drittel`; in front of a scale word a plain number: `halv million`. */
function fractionSpan(
  range: TokenRange,
  state: PartialNumber,
  before: { next: number } | undefined,
  word: NumberWord,
  start: number,
  next: number,
): NumberSpan {
  const times = before === undefined ? 1 : numberValue(state);
  const numerator = times * (word.numerator ?? 1);
  const denominator = word.denominator ?? 1;
  const value = decimalOf(numerator / denominator);
  const scaled = before === undefined ? readScale(range, next) : undefined;
  const plain = { ordinal: false, spelled: true, weak: false, plain: false };
  if (scaled !== undefined) {
    const reading = { ...plain, value: shiftDecimal(value, scaled.scale), scale: scaled.scale };
    return { reading, start, end: endOf(range, scaled.next - 1), next: scaled.next };
  }
  return { reading: { ...plain, value, scale: 0, numerator, denominator }, start, end: endOf(range, next - 1), next };
}

/**
 * Scale words behind a number in digits (`1,2 juta`, `3 Mio.`): the sum of their powers of ten. `hundreds`: a hundred is
 * one of them, `3 ratus`; behind a year it begins a number of its own.
 */
function readScale(range: TokenRange, index: number, hundreds = false): { scale: number; next: number } | undefined {
  let scale = 0;
  let next = index;
  while (kindAt(range, next) === TokenKind.word) {
    const match = longestEntry(range, next);
    const word = match.entry?.number;
    if (word?.composition !== "times" || match.lookup.clitic !== undefined || word.value < (hundreds ? 100 : 1000))
      break;
    scale += Math.round(Math.log10(word.value));
    next = match.next;
    if (wordAt(range, next) === "." && isGlued(range, next) && range.lexicon.abbreviations.has(match.lookup.key))
      next++;
  }
  return scale > 0 ? { scale, next } : undefined;
}

/** `15 og en halv`, `5 ونصف`, `1 ½`: a fraction behind digits. */
function readAddedFraction(range: TokenRange, index: number): { value: number; next: number } | undefined {
  const vulgar = vulgarFraction(wordAt(range, index));
  if (vulgar !== undefined) return { value: vulgar[0] / vulgar[1], next: index + 1 };
  if (kindAt(range, index) !== TokenKind.word) return undefined;
  const match = longestEntry(range, index);
  const [link, word] = wordsOf(match, false, range) ?? [];
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

/** A dot right behind the digits with a word, or a sign and another number (`14./15.10.`), behind it in the same sentence. */
function isOrdinalDot(range: TokenRange, index: number): boolean {
  if (!range.lexicon.numbers.ordinalDot || wordAt(range, index) !== "." || !isGlued(range, index)) return false;
  if (kindAt(range, index + 1) === TokenKind.word) return true;
  return "-–/".includes(wordAt(range, index + 1) || " ") && kindAt(range, index + 2) === TokenKind.number;
}
