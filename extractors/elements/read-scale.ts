import { TokenKind } from "../text/scan.js";
import { longestEntry } from "./longest-entry.js";
import { takesDot } from "./takes-dot.js";
import { kindAt, type TokenRange } from "./token-range.js";

/**
 * Scale words behind a number in digits (`1,2 juta`, `3 Mio.`): the sum of their powers of ten. `hundreds`: a hundred is
 * one of them, `3 ratus`; behind a year it begins a number of its own.
 */
export function readScale(
  range: TokenRange,
  index: number,
  hundreds = false,
): { scale: number; next: number } | undefined {
  let scale = 0;
  let next = index;
  while (kindAt(range, next) === TokenKind.word) {
    const match = longestEntry(range, next);
    const word = match.entry?.number;
    if (word?.composition !== "times" || match.lookup.clitic !== undefined || word.value < (hundreds ? 100 : 1000))
      break;
    scale += Math.round(Math.log10(word.value));
    next = match.next;
    if (takesDot(range, next, match.lookup.key)) next++;
  }
  return scale > 0 ? { scale, next } : undefined;
}
