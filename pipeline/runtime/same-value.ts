import type { StatedFields } from "../model/stated-fields.js";
import type { GoldFact } from "./gold.js";

const HARAKAT_AND_TATWEEL = /[\u064B-\u0652\u0640]/g;
const NOT_LETTER_OR_NUMBER = /[^\p{L}\p{N}]+/u;
/** Relative tolerance: a gold value and ours may differ in the last bits of a double. */
const TOLERANCE = 1e-9;

/** Do the normalised values of two facts of one kind agree? */
export function sameValue(gold: GoldFact, found: StatedFields): boolean {
  switch (gold.kind) {
    case "percentage":
      return sameAmount(gold, found) && (gold.unit ?? "%") === (found.unit ?? "%");
    case "count":
    case "rank":
      return sameAmount(gold, found);
    case "ratio":
      return sameNumber(gold.numerator, found.numerator) && sameNumber(gold.denominator, found.denominator);
    case "money":
    case "measurement":
      return sameAmount(gold, found) && gold.unit === found.unit;
    case "date":
      return sameCode(gold.iso, found.iso);
    case "reference":
      return sameCode(gold.number, found.number);
  }
}

/** Equal within rounding; both absent counts as equal. */
export function sameNumber(a: number | undefined, b: number | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  return Math.abs(a - b) <= TOLERANCE * Math.max(1, Math.abs(a), Math.abs(b));
}

/** Equal but for case, spaces, the kind of dash and Arabic vowel signs. */
export function sameCode(a: string | undefined, b: string | undefined): boolean {
  return foldCode(a) === foldCode(b);
}

/** Do two phrases share half of their words or more (F1 of the word overlap >= 0.5)? */
export function samePhrase(a: string | undefined, b: string | undefined): boolean {
  const left = words(a);
  const right = words(b);
  if (left.length === 0 || right.length === 0) return left.length === right.length;
  const rest = [...right];
  let shared = 0;
  for (const word of left) {
    const at = rest.indexOf(word);
    if (at < 0) continue;
    shared += 1;
    rest.splice(at, 1);
  }
  return (2 * shared) / (left.length + right.length) >= 0.5;
}

function sameAmount(gold: GoldFact, found: StatedFields): boolean {
  return gold.value === undefined
    ? sameNumber(gold.low, found.low) && sameNumber(gold.high, found.high)
    : sameNumber(gold.value, found.value);
}

function foldCode(text: string | undefined): string {
  return fold(text).replace(/[–—‑]/g, "-").replace(/\s+/g, "");
}

function words(text: string | undefined): readonly string[] {
  return fold(text).split(NOT_LETTER_OR_NUMBER).filter(Boolean);
}

function fold(text: string | undefined): string {
  return (text ?? "").normalize("NFKC").toLowerCase().replace(HARAKAT_AND_TATWEEL, "");
}
