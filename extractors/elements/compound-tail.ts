import type { Lookup } from "../lexicon/look-up.js";
import type { Senses } from "../lexicon/sense.js";
import { TokenKind } from "../text/scan.js";
import { isGlued, kindAt, lookupAt, type TokenRange, wordAt } from "./token-range.js";

/**
 * `35-Stunden-Woche`, `50-Euro-Schein`: what a hyphened word means behind digits and a hyphen, where numbers are written
 * together with their nouns. It is its first part that is measured in; undefined where that is no unit, money or percent.
 */
export function compoundTail(range: TokenRange, at: number): Senses | undefined {
  if (!range.lexicon.numbers.compounds || kindAt(range, at - 2) !== TokenKind.number || at - 2 < range.from)
    return undefined;
  if (wordAt(range, at - 1) !== "-" || !isGlued(range, at - 1) || !isGlued(range, at)) return undefined;
  return measureOfFirst(lookupAt(range, at));
}

function measureOfFirst({ halves }: Lookup): Senses | undefined {
  const senses = halves?.first.entry?.senses;
  const isMeasure = senses?.unit !== undefined || senses?.currency !== undefined || senses?.percent !== undefined;
  return isMeasure ? senses : undefined;
}
