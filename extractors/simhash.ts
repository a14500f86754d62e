import { mixed } from "./hash-of-text.js";

const WORDS = 3;
const BITS = 32;

/** The runs of three words of a text, each once, as two independent 32-bit hashes. */
export interface Shingles {
  readonly first: readonly number[];
  readonly second: readonly number[];
}

export function shinglesOf(words: readonly number[]): Shingles {
  const seen = new Set<number>();
  const second: number[] = [];
  for (let at = 0; at + WORDS <= words.length || (at === 0 && words.length > 0); at++) {
    const [one = 0, two = 0, three = 0] = [words[at], words[at + 1], words[at + 2]];
    const hash = mixed(Math.imul(mixed(Math.imul(one, 31) ^ two), 31) ^ three);
    if (seen.has(hash)) continue;
    seen.add(hash);
    second.push(mixed(hash ^ 0x9e3779b9));
  }
  return { first: [...seen], second };
}

/**
 * The 64-bit simhash of a text's shingles as four 16-bit quarters (Charikar 2002): each bit is that of most shingles, so
 * texts that share most of them differ in few bits.
 */
export function simhash({ first, second }: Shingles): readonly number[] {
  const low = majority(first);
  const high = majority(second);
  return [low & 0xffff, low >>> 16, high & 0xffff, high >>> 16];
}

function majority(hashes: readonly number[]): number {
  const counts = new Int32Array(BITS);
  for (const hash of hashes) {
    for (let bit = 0; bit < BITS; bit++) counts[bit] = (counts[bit] ?? 0) + ((hash >>> bit) & 1);
  }
  let result = 0;
  for (let bit = 0; bit < BITS; bit++) {
    if (2 * (counts[bit] ?? 0) > hashes.length) result |= 1 << bit;
  }
  return result >>> 0;
}
