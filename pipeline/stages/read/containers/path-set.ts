import { hash } from "node:crypto";

const FIRST_SLOTS = 1024;
const HASH_DIGITS = 13;

/**
 * A set of paths that takes 16 to 32 bytes for each, so that the members of a container of many millions can be known. It
 * keeps 52 bits of a hash: of a million paths two are taken for the same in one container of ten thousand.
 */
export class PathSet {
  /** Open addressing; 0 is an empty slot. At most half of them are taken. */
  #slots = new Float64Array(FIRST_SLOTS);
  #size = 0;

  /** Whether the path was not in the set yet. */
  add(path: string): boolean {
    const key = keyOf(path);
    const slot = this.#slotOf(key);
    if (this.#slots[slot] === key) return false;
    this.#slots[slot] = key;
    this.#size += 1;
    if (this.#size * 2 > this.#slots.length) this.#grow();
    return true;
  }

  has(path: string): boolean {
    const key = keyOf(path);
    return this.#slots[this.#slotOf(key)] === key;
  }

  /** Where the key is, or the empty slot where it would be. */
  #slotOf(key: number): number {
    let slot = key % this.#slots.length;
    while (this.#slots[slot] !== 0 && this.#slots[slot] !== key) slot = (slot + 1) % this.#slots.length;
    return slot;
  }

  #grow(): void {
    const old = this.#slots;
    this.#slots = new Float64Array(old.length * 2);
    for (const key of old) if (key !== 0) this.#slots[this.#slotOf(key)] = key;
  }
}

function keyOf(path: string): number {
  return Number.parseInt(hash("sha256", path, "hex").slice(0, HASH_DIGITS), 16) + 1;
}
