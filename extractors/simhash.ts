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

/** Four bits as one in each byte. */
const SPREAD = Int32Array.from({ length: 16 }, (_, bits) =>
  [0, 1, 2, 3].reduce((word, bit) => word | (((bits >> bit) & 1) << (8 * bit)), 0),
);
const NIBBLES = BITS / 4;
/** So many bits fill a byte. */
const BYTE_ROOM = 255;

/** Counts four bits with one addition, a byte for each, which is emptied before it runs over. */
function majority(hashes: readonly number[]): number {
  const counts = new Int32Array(BITS);
  const packed = new Int32Array(NIBBLES);
  for (let from = 0; from < hashes.length; from += BYTE_ROOM) {
    packed.fill(0);
    const to = Math.min(from + BYTE_ROOM, hashes.length);
    for (let at = from; at < to; at++) {
      const hash = hashes[at] ?? 0;
      for (let nibble = 0; nibble < NIBBLES; nibble++) {
        packed[nibble] = (packed[nibble] ?? 0) + (SPREAD[(hash >>> (4 * nibble)) & 15] ?? 0);
      }
    }
    for (let bit = 0; bit < BITS; bit++) {
      counts[bit] = (counts[bit] ?? 0) + (((packed[bit >> 2] ?? 0) >>> (8 * (bit & 3))) & 0xff);
    }
  }
  let result = 0;
  for (let bit = 0; bit < BITS; bit++) {
    if (2 * (counts[bit] ?? 0) > hashes.length) result |= 1 << bit;
  }
  return result >>> 0;
}
