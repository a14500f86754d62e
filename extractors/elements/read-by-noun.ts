import type { SenseClass } from "../lexicon/sense.js";
import { decimalOf } from "../numbers/decimal.js";
import { TokenKind } from "../text/scan.js";
import { powerOf } from "./compound-reading.js";
import { type EntryMatch, longestEntry } from "./longest-entry.js";
import type { NumberSpan } from "./number-span.js";
import { endOf, kindAt, startOf, type TokenRange } from "./token-range.js";

/** Senses that no noun behind a number has. */
const NO_NOUN: readonly SenseClass[] = [
  "stop",
  "verb",
  "link_verb",
  "change",
  "clause",
  "auxiliary",
  "modifier",
  "modifier_after",
  "relative",
  "filler",
  "join",
  "and",
  "of",
  "to",
  "time_preposition",
];

/** The vowel that tells a fifth from five where it is written. */
const DAMMA = "\u064f";

/** Marks of the accusative, which no dual carries: `ألفًا`. */
const TANWEEN = "\u064b";

/**
 * A number word whose value the noun right behind it decides: `خمس السكان` is a fifth, `ألفا شخص` are 2000. Undefined for
 * all other words.
 */
export function readByNoun(range: TokenRange, index: number): NumberSpan | undefined {
  const match = longestEntry(range, index);
  const senses = match.entry?.senses;
  if (senses?.share === undefined && senses?.scale_dual === undefined) return undefined;
  const { next } = match;
  if (kindAt(range, next) !== TokenKind.word) return undefined;
  if (senses.share !== undefined) {
    if (
      hasArticle(range, index, match.lookup.cliticLength) ||
      !(hasArticle(range, next, 0) || isVowelled(range, index, match.lookup.cliticLength))
    )
      return undefined;
    return shareSpan(range, index, match, Number(senses.share));
  }
  const scale = match.entry?.number?.value;
  if (scale === undefined || isAccusative(range, index) || !mayBeNoun(range, next)) return undefined;
  const reading = {
    value: decimalOf(2 * scale),
    ordinal: false,
    spelled: true,
    scale: powerOf(scale),
    weak: false,
    plain: false,
  };
  return spanOf(range, index, match, reading);
}

function shareSpan(range: TokenRange, index: number, match: EntryMatch, denominator: number): NumberSpan {
  const plain = { ordinal: false, spelled: true, scale: 0, weak: false, plain: false };
  return spanOf(range, index, match, { ...plain, value: decimalOf(1 / denominator), numerator: 1, denominator });
}

function spanOf(
  range: TokenRange,
  index: number,
  { lookup, next }: EntryMatch,
  reading: NumberSpan["reading"],
): NumberSpan {
  return { reading, start: startOf(range, index) + lookup.cliticLength, end: endOf(range, next - 1), next };
}

function hasArticle(range: TokenRange, index: number, clitic: number): boolean {
  return range.lexicon.clitics.inside.some((article) => range.text.startsWith(article, startOf(range, index) + clitic));
}

function isAccusative(range: TokenRange, index: number): boolean {
  return range.text.slice(startOf(range, index), endOf(range, index)).includes(TANWEEN);
}

/** `خُمس سكان المدينة`: written with its vowel a share is no number, whatever follows. */
function isVowelled(range: TokenRange, index: number, clitic: number): boolean {
  return range.text[startOf(range, index) + clitic + 1] === DAMMA;
}

function mayBeNoun(range: TokenRange, index: number): boolean {
  const { entry, lookup } = longestEntry(range, index);
  if (entry?.number !== undefined || lookup.clitic !== undefined || hasArticle(range, index, 0)) return false;
  const senses = entry?.senses;
  return senses === undefined || NO_NOUN.every((sense) => senses[sense] === undefined);
}
