import { codeUnits } from "./text/code-units.js";

/**
 * Finds the row of a word from a hash that the caller computes while it reads the letters, so that no word is cut
 * out of its text. Words are told apart by their 32-bit hash alone: one unknown word in half a million is taken for a
 * known one, which a vote over a text can bear and a lookup of facts could not.
 */
export interface WordIndex {
  /** Row + 1 by slot, 0 where the slot is empty. The length is a power of two. */
  readonly slots: Int32Array;
  /** Hash of each row's word. */
  readonly hashes: Int32Array;
}

/** Start value for `hashUnit`. */
export const HASH_SEED = 0x811c9dc5 | 0;

/** One step of FNV-1a, over a UTF-16 code unit. */
export function hashUnit(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, 0x01000193);
}

/** Hash of a whole word by its code units. */
export function hashUnits(units: Uint16Array): number {
  let hash = HASH_SEED;
  for (const unit of units) hash = hashUnit(hash, unit);
  return hash;
}

/** Row of the word with this hash, its index in the list that the index was built from; -1 when there is none. */
export function findRow({ slots, hashes }: WordIndex, hash: number): number {
  const mask = slots.length - 1;
  for (let slot = firstSlot(hash, mask); ; slot = (slot + 1) & mask) {
    const row = (slots[slot] ?? 0) - 1;
    if (row < 0 || hashes[row] === hash) return row;
  }
}

/** Of two words with one hash the later is lost. */
export function buildWordIndex(words: readonly string[]): WordIndex {
  // At most a quarter full, so that an unknown word meets an empty slot at once.
  const slots = new Int32Array(2 ** Math.ceil(Math.log2(words.length * 4 + 4)));
  const hashes = new Int32Array(words.length);
  const index = { slots, hashes };
  const mask = slots.length - 1;
  for (const [row, word] of words.entries()) {
    const hash = hashUnits(codeUnits(word));
    if (findRow(index, hash) >= 0) continue;
    let slot = firstSlot(hash, mask);
    while (slots[slot] !== 0) slot = (slot + 1) & mask;
    slots[slot] = row + 1;
    hashes[row] = hash;
  }
  return index;
}

/** Where the search for a hash begins in a table of a power of two of slots, `mask` one less. */
export function firstSlot(hash: number, mask: number): number {
  return (hash ^ (hash >>> 15)) & mask;
}
