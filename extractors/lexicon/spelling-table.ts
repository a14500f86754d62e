import { firstSlot } from "../word-index.js";

/**
 * Values by spelling, found in a text by place and hash, so that no word is cut out of it. Bounded: it is emptied when it
 * holds 50,000 spellings. A class because it is the mutable memory of a whole run.
 */
export class SpellingTable<T> {
  /** Two numbers a slot, next to each other in memory: row + 1, 0 where the slot is empty, and the row's hash. */
  #slots = new Int32Array(2 * FIRST_SLOTS);
  /** Where each row's letters begin, and where the last ones end. */
  readonly #starts: number[] = [0];
  #letters = new Uint16Array(8 * FIRST_SLOTS);
  #values: T[] = [];

  /** The value of the word at `start` to `end`, whose hash is by `hashUnit`. Undefined when it is new. */
  get(units: Uint16Array, start: number, end: number, hash: number): T | undefined {
    const slots = this.#slots;
    const mask = (slots.length >> 1) - 1;
    for (let slot = firstSlot(hash, mask); ; slot = (slot + 1) & mask) {
      const row = (slots[2 * slot] ?? 0) - 1;
      if (row < 0) return undefined;
      if (slots[2 * slot + 1] === hash && this.#isAt(row, units, start, end)) return this.#values[row];
    }
  }

  /** Adds a word that `get` did not find. */
  add(units: Uint16Array, start: number, end: number, hash: number, value: T): void {
    if (this.#values.length >= MOST_WORDS) this.#clear();
    if (this.#values.length * SPARSE >= this.#slots.length) this.#widen();
    place(this.#slots, this.#values.push(value), hash);
    this.#keep(units.subarray(start, end));
  }

  #keep(word: Uint16Array): void {
    const from = this.#starts.at(-1) ?? 0;
    const end = from + word.length;
    if (end > this.#letters.length) {
      const wider = new Uint16Array(2 * end);
      wider.set(this.#letters);
      this.#letters = wider;
    }
    this.#letters.set(word, from);
    this.#starts.push(end);
  }

  #isAt(row: number, units: Uint16Array, start: number, end: number): boolean {
    const letters = this.#letters;
    const from = this.#starts[row] ?? 0;
    const length = (this.#starts[row + 1] ?? 0) - from;
    if (length !== end - start) return false;
    for (let at = 0; at < length; at++) {
      if (letters[from + at] !== units[start + at]) return false;
    }
    return true;
  }

  /** The fewer slots there are, the more of them stay in the processor's cache. */
  #widen(): void {
    const old = this.#slots;
    this.#slots = new Int32Array(4 * old.length);
    for (let at = 0; at < old.length; at += 2) {
      const number = old[at] ?? 0;
      if (number !== 0) place(this.#slots, number, old[at + 1] ?? 0);
    }
  }

  #clear(): void {
    this.#slots.fill(0);
    this.#starts.length = 1;
    this.#values = [];
  }
}

const MOST_WORDS = 50_000;
const FIRST_SLOTS = 2 ** 10;
/** At least so many numbers of slots to a word: a third full at most. */
const SPARSE = 6;

/** Writes a row's number and hash into the first slot that is free for it. */
function place(slots: Int32Array, number: number, hash: number): void {
  const mask = (slots.length >> 1) - 1;
  let slot = firstSlot(hash, mask);
  while (slots[2 * slot] !== 0) slot = (slot + 1) & mask;
  slots[2 * slot] = number;
  slots[2 * slot + 1] = hash;
}
