import { decimalOf, shiftDecimal } from "../numbers/decimal.js";
import type { NumberWord } from "../numbers/number-word.js";
import { NOTHING, type NumberOrder, numberValue, type PartialNumber } from "../numbers/partial-number.js";
import { TokenKind } from "../text/scan.js";
import { foldAll, powerOf } from "./compound-reading.js";
import type { NumberReading } from "./element.js";
import { type EntryMatch, longestEntry } from "./longest-entry.js";
import type { NumberSpan } from "./number-span.js";
import { numberWordsOf } from "./number-words-of.js";
import { readByNoun } from "./read-by-noun.js";
import { withRest } from "./read-digit-number.js";
import { readScale } from "./read-scale.js";
import { readSpelledFraction } from "./read-spelled-fraction.js";
import { takesDot } from "./takes-dot.js";
import { endOf, kindAt, lookupAt, startOf, type TokenRange } from "./token-range.js";

/** Reads the number words that begin at a word token, whose longest entry is known; undefined when there are none. */
export function readNumberWords(range: TokenRange, index: number, own: EntryMatch): NumberSpan | undefined {
  const byNoun = readByNoun(range, index);
  if (byNoun !== undefined) return byNoun;
  const alone = readWordAlone(range, index, own);
  if (alone !== undefined) return alone;
  let state: PartialNumber = NOTHING;
  let best: { state: PartialNumber; next: number; weak: boolean } | undefined;
  let start = startOf(range, index);
  let weak = true;
  for (let at = index; at < range.to && kindAt(range, at) === TokenKind.word; ) {
    const match = longestEntry(range, at);
    const words = numberWordsOf(match, at === index, range);
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
    at = match.next;
    // An abbreviation takes its dot: `52 (47) Mio. Euro`.
    if (takesDot(range, at, match.lookup.key)) at++;
    if (!state.linked) best = { state, next: at, weak };
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

const readings = new WeakMap<NumberWord, NumberReading>();

/** A single word that nothing behind it can go on with: most are articles, and read once for all. */
function readWordAlone(range: TokenRange, index: number, { entry, lookup, next }: EntryMatch): NumberSpan | undefined {
  const word = entry?.number;
  if (word?.composition !== "add" || word.denominator !== undefined || next !== index + 1) return undefined;
  if (mayGoOn(range, next, lookup.key)) return undefined;
  let reading = readings.get(word);
  if (reading === undefined) {
    const { ordinal, weak, afterNoun } = word;
    const alone = { value: decimalOf(word.value), ordinal, spelled: true, scale: 0, weak, plain: false };
    reading = afterNoun === true ? { ...alone, afterNoun } : alone;
    readings.set(word, reading);
  }
  return { reading, start: startOf(range, index) + lookup.cliticLength, end: endOf(range, index), next };
}

function mayGoOn(range: TokenRange, at: number, key: string): boolean {
  if (kindAt(range, at) !== TokenKind.word) return takesDot(range, at, key);
  const { entry, numbers, clitic, phrases } = lookupAt(range, at);
  return entry?.number !== undefined || numbers !== undefined || clitic !== undefined || phrases !== undefined;
}

/** `mellom fem og tyve kroner` are two numbers: the unit comes before its ten within a word, or where links are the rule. */
function acrossWords(order: NumberOrder): NumberOrder {
  return order.linkRequired ? order : UNIT_BEHIND_TEN;
}

const UNIT_BEHIND_TEN: NumberOrder = { unitBeforeTen: false, linkRequired: false };

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
