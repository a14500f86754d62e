import { latinDigits } from "../text/latin-digits.js";

const POWERS: Readonly<Record<string, number>> = { K: 3, k: 3, M: 6, G: 9 };

/**
 * Power of ten of a letter written together with the digits in front of it: `100K`, `1,2M`, `0,5G`. Undefined for other
 * words, and for what is a name by its shape: a single digit (`4K`, `3M`), a whole number of G (`5G`), a small `20M`.
 */
export function scaleOfLetter(letter: string, digits: string): number | undefined {
  const power = POWERS[letter];
  if (power === undefined) return undefined;
  const isFraction = /^[0-9]*[.,][0-9]+$/.test(latinDigits(digits));
  return isFraction || (power < 9 && digits.length > 1) ? power : undefined;
}
