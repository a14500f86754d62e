import { noSenses } from "../lexicon/intern-senses.js";
import type { Lookup } from "../lexicon/look-up.js";
import type { Senses } from "../lexicon/sense.js";
import { hasAny, senseSet } from "../lexicon/sense-set.js";
import { scaleOfLetter } from "../numbers/scale-of-letter.js";
import { TokenKind } from "../text/scan.js";
import { compoundTail } from "./compound-tail.js";
import { longestEntry } from "./longest-entry.js";
import { readMoneyScale } from "./read-money-scale.js";
import { endOf, isGlued, kindAt, lookupAt, type TokenRange, wordAt } from "./token-range.js";

/** Tokens written together without white space. */
export interface Run {
  /** Index behind the run's last token. */
  readonly end: number;
  /** `code`: one name or document number (`1982/QD-UBND`, `COVID-19`, an address). `parts`: its tokens are read one by one. */
  readonly reading: "code" | "parts";
}

const JOINING = "-‐‑/._:@?=&#+~";
/** What may stand right before a number without making it a name: `Rp504`, `Nr.5`. */
const BEFORE_NUMBER = senseSet(["currency", "mark", "month", "rank", "to", "modifier"]);
/** What may stand right behind one: `60qm`, `47-åringen`, `19.plass`. */
const BEHIND_NUMBER = senseSet([
  "unit",
  "percent",
  "currency",
  "minor_currency",
  "turned_point",
  "times",
  "rank_after",
  "decade",
  "month",
  "to",
]);

/** The run of glued tokens that begins at a token; undefined when the token stands by itself. */
export function readRun(range: TokenRange, index: number): Run | undefined {
  let end = index + 1;
  let words = kindAt(range, index) === TokenKind.word ? 1 : 0;
  let numbers = kindAt(range, index) === TokenKind.number ? 1 : 0;
  while (isGlued(range, end)) {
    const kind = kindAt(range, end);
    if (kind === TokenKind.word) words++;
    else if (kind === TokenKind.number) numbers++;
    else if (!JOINING.includes(wordAt(range, end))) break;
    end++;
  }
  while (end > index + 1 && kindAt(range, end - 1) === TokenKind.symbol) end--;
  if (end === index + 1) return undefined;
  if (words > 0 && isAddress(range, index, end)) return { end, reading: "code" };
  if (words === 0 || numbers === 0) return { end, reading: "parts" };
  if (isNounPerUnit(range, index, end)) return { end, reading: "parts" };
  if (isMarkOfNumber(range, index)) return undefined;
  if (isProductOfUnit(range, index, end)) return { end, reading: "parts" };
  // `m2` and the like stand in the lexicon as they are.
  const known = kindAt(range, index) === TokenKind.word ? longestEntry(range, index) : undefined;
  if (known?.next === end && known.entry !== undefined) return { end, reading: "parts" };
  return { end, reading: everyWordExplained(range, index, end) ? "parts" : "code" };
}

/** `No.34/PMK.011/2007`: the mark stands in front of a number that is read by itself. */
function isMarkOfNumber(range: TokenRange, index: number): boolean {
  if (kindAt(range, index) !== TokenKind.word || kindAt(range, index + 2) !== TokenKind.number) return false;
  const sign = wordAt(range, index + 1);
  if (sign !== "." && sign !== ":") return false;
  return lookupAt(range, index).entry?.senses?.mark !== undefined;
}

/** `2x24 jam`: two numbers and the sign of times in front of a unit. */
function isProductOfUnit(range: TokenRange, from: number, to: number): boolean {
  if (to - from !== 3 || kindAt(range, from) !== TokenKind.number || kindAt(range, from + 2) !== TokenKind.number)
    return false;
  return wordAt(range, from + 1).toLowerCase() === "x" && longestEntry(range, to).entry?.senses?.unit !== undefined;
}

/** `jiwa/km2`: a noun, and the unit that it is counted by. */
function isNounPerUnit(range: TokenRange, from: number, to: number): boolean {
  if (kindAt(range, from) !== TokenKind.word || wordAt(range, from + 1) !== "/") return false;
  const { entry, next } = longestEntry(range, from + 2);
  return next === to && entry?.senses?.unit !== undefined;
}

function isAddress(range: TokenRange, from: number, to: number): boolean {
  const text = range.text.slice(range.tokens.start[from], endOf(range, to - 1));
  return text.includes("://") || text.includes("@") || text.startsWith("www.");
}

/** Whether each word of the run has a meaning beside the number next to it. */
function everyWordExplained(range: TokenRange, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    if (kindAt(range, at) !== TokenKind.word) continue;
    const word = wordAt(range, at);
    const lookup = lookupAt(range, at);
    const before = neighbourNumber(range, at, -1, from, to);
    const behind = neighbourNumber(range, at, 1, from, to);
    const fits =
      (behind && mayStandBefore(range, lookup, at)) ||
      (before && (mayStandBehind(lookup, word) || (endsRunOrRate(range, at, to) && endsNumber(range, word, at)))) ||
      isMonth(lookup) ||
      compoundTail(range, at) !== undefined ||
      isForgottenSpace(range, word, at, from, to);
    if (!fits && !isPricePer(range, lookup, at, from)) return false;
  }
  return true;
}

/** `25شخصا`, `عام1998`: in a script without capitals no name is made of a word and digits. */
function isForgottenSpace(range: TokenRange, word: string, at: number, from: number, to: number): boolean {
  if (word.length < 3 || word.toLowerCase() !== word.toUpperCase()) return false;
  return (
    (at > from && kindAt(range, at - 1) === TokenKind.number) ||
    (at + 1 < to && kindAt(range, at + 1) === TokenKind.number)
  );
}

/** Whether the next token but for one joining sign is a number. */
function neighbourNumber(range: TokenRange, at: number, step: 1 | -1, from: number, to: number): boolean {
  const inside = (index: number) => index >= from && index < to;
  const next = at + step;
  if (!inside(next)) return false;
  if (kindAt(range, next) === TokenKind.number) return true;
  return "-‐‑.".includes(wordAt(range, next)) && inside(next + step) && kindAt(range, next + step) === TokenKind.number;
}

/** `Q3 2016`: a letter for the quarter in front of one of the four. */
const QUARTER = /^[1-4]$/;

function mayStandBefore(range: TokenRange, lookup: Lookup, at: number): boolean {
  const { clitics, numbers } = range.lexicon;
  if (lookup.key === "" || clitics.outside.includes(lookup.key) || clitics.inside.includes(lookup.key)) return true;
  if (numbers.ordinalPrefixes.includes(lookup.key)) return true;
  const senses = sensesOf(lookup);
  // `-` between a word and a number joins a name (`Kep-176`), unless the word is a month.
  if (!isGlued(range, at + 1) || kindAt(range, at + 1) === TokenKind.number || wordAt(range, at + 1) === ".") {
    if (senses.quarter !== undefined && QUARTER.test(wordAt(range, at + 1))) return true;
    return hasAny(senses, BEFORE_NUMBER);
  }
  return false;
}

function mayStandBehind(lookup: Lookup, word: string): boolean {
  const senses = sensesOf(lookup);
  if (lookup.entry?.number?.composition === "times") return true;
  // `5G` is no five grams: a capital letter must be the unit's own symbol.
  if (word.length === 1 && word !== word.toLowerCase() && senses.unit !== word) return false;
  return hasAny(senses, BEHIND_NUMBER);
}

/** Whether a run ends behind a word, or tells there what the amount is for: `Rp1,5M/tahun`. */
function endsRunOrRate(range: TokenRange, at: number, to: number): boolean {
  return at + 1 === to || (at + 3 === to && wordAt(range, at + 1) === "/");
}

/** `14te`, `100K`: an ordinal's ending, or a letter for a scale, behind digits. */
function endsNumber(range: TokenRange, word: string, at: number): boolean {
  if (kindAt(range, at - 1) !== TokenKind.number) return false;
  return (
    range.lexicon.numbers.ordinalSuffixes.includes(word) ||
    scaleOfLetter(word, wordAt(range, at - 1)) !== undefined ||
    readMoneyScale(range, at - 1, at) !== undefined
  );
}

/** `15.000/kg`, `20km/jam`, `Rp150jt/are`: a slash between a number, with its scale or unit, and the unit that it is for. */
function isPricePer(range: TokenRange, lookup: Lookup, at: number, from: number): boolean {
  if (at - 2 < from || wordAt(range, at - 1) !== "/") return false;
  const number = kindAt(range, at - 2) === TokenKind.word ? at - 3 : at - 2;
  if (number < from || kindAt(range, number) !== TokenKind.number) return false;
  // `Rp15.000/porsi`, `Rp15.000/US$`: whatever is behind the slash, money is its price.
  const sign = number > range.from ? longestEntry(range, number - 1).entry?.senses?.currency : undefined;
  if (sign !== undefined) return true;
  const { unit, classifier } = sensesOf(lookup);
  return unit !== undefined || classifier !== undefined;
}

function isMonth(lookup: Lookup): boolean {
  return sensesOf(lookup).month !== undefined;
}

function sensesOf(lookup: Lookup): Senses {
  return lookup.entry?.senses ?? noSenses();
}
