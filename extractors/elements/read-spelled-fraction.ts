import { latinDigits } from "../text/latin-digits.js";
import { TokenKind } from "../text/scan.js";
import { compoundReading } from "./compound-reading.js";
import { longestEntry } from "./longest-entry.js";
import { kindAt, type TokenRange, wordAt } from "./token-range.js";

/** `koma lima`, `Komma zwei fünf`: the digits behind a point, read one by one. */
export function readSpelledFraction(range: TokenRange, index: number): { digits: string; next: number } | undefined {
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
