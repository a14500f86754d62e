import { firstSlot } from "../word-index.js";

/**
 * Values by spelling, found in a text by place and hash, so that no word is cut out of it. Bounded: it is emptied when it
 * holds 50,000 spellings. A class because it is the mutable memory of a whole run.
 */
export class SpellingTable<T> {
  /** Row + 1 by slot, 0 where the slot is empty. */
  readonly #slots = new Int32Array(SLOTS);
  /** Hash, start among the letters and length of each row. */
  readonly #rows = new Int32Array(3 * MOST_WORDS);
  #letters = new Uint16Array(MOST_WORDS);
  #end = 0;
  #values: T[] = [];

  /** The value of the word at `start` to `end`, whose hash is by `hashUnit`. Undefined when it is new. */
  get(units: Uint16Array, start: number, end: number, hash: number): T | undefined {
    const slots = this.#slots;
    for (let slot = firstSlot(hash, MASK); ; slot = (slot + 1) & MASK) {
      const row = (slots[slot] ?? 0) - 1;
      if (row < 0) return undefined;
      if (this.#rows[3 * row] === hash && this.#isAt(row, units, start, end)) return this.#values[row];
    }
  }

  /** Adds a word that `get` did not find. */
  add(units: Uint16Array, start: number, end: number, hash: number, value: T): void {
    if (this.#values.length >= MOST_WORDS) this.#clear();
    let slot = firstSlot(hash, MASK);
    while (this.#slots[slot] !== 0) slot = (slot + 1) & MASK;
    const row = this.#values.push(value) - 1;
    this.#slots[slot] = row + 1;
    this.#rows.set([hash, this.#end, end - start], 3 * row);
    this.#keep(units.subarray(start, end));
  }

  #keep(word: Uint16Array): void {
    const end = this.#end + word.length;
    if (end > this.#letters.length) {
      const wider = new Uint16Array(2 * end);
      wider.set(this.#letters);
      this.#letters = wider;
    }
    this.#letters.set(word, this.#end);
    this.#end = end;
  }

  #isAt(row: number, units: Uint16Array, start: number, end: number): boolean {
    const letters = this.#letters;
    const from = this.#rows[3 * row + 1] ?? 0;
    const length = this.#rows[3 * row + 2] ?? 0;
    if (length !== end - start) return false;
    for (let at = 0; at < length; at++) {
      if (letters[from + at] !== units[start + at]) return false;
    }
    return true;
  }

  #clear(): void {
    this.#slots.fill(0);
    this.#letters = new Uint16Array(MOST_WORDS);
    this.#end = 0;
    this.#values = [];
  }
}

const MOST_WORDS = 50_000;
/** At most two fifths full. */
const SLOTS = 2 ** 17;
const MASK = SLOTS - 1;
