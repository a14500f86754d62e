/**
 * Values by spelling, found in a text by place and hash, so that no word is cut out of it. Bounded: it is emptied when it
 * holds 50,000 spellings. A class because it is the mutable memory of a whole run.
 */
export class SpellingTable<T> {
  /** Row + 1 by slot, 0 where the slot is empty. */
  readonly #slots = new Int32Array(SLOTS);
  #hashes: number[] = [];
  #words: string[] = [];
  #values: T[] = [];

  /** The value of the word at `start` to `end`, whose hash is by `hashUnit`. Undefined when it is new. */
  get(text: string, start: number, end: number, hash: number): T | undefined {
    const slots = this.#slots;
    for (let slot = firstSlot(hash); ; slot = (slot + 1) & MASK) {
      const row = (slots[slot] ?? 0) - 1;
      if (row < 0) return undefined;
      if (this.#hashes[row] === hash && isAt(text, start, end, this.#words[row] ?? "")) return this.#values[row];
    }
  }

  /** Adds a word that `get` did not find. */
  add(word: string, hash: number, value: T): void {
    if (this.#words.length >= MOST_WORDS) this.#clear();
    let slot = firstSlot(hash);
    while (this.#slots[slot] !== 0) slot = (slot + 1) & MASK;
    this.#slots[slot] = this.#words.length + 1;
    this.#hashes.push(hash);
    this.#words.push(word);
    this.#values.push(value);
  }

  #clear(): void {
    this.#slots.fill(0);
    this.#hashes = [];
    this.#words = [];
    this.#values = [];
  }
}

const MOST_WORDS = 50_000;
/** At most two fifths full. */
const SLOTS = 2 ** 17;
const MASK = SLOTS - 1;

function firstSlot(hash: number): number {
  return (hash ^ (hash >>> 15)) & MASK;
}

function isAt(text: string, start: number, end: number, word: string): boolean {
  if (word.length !== end - start) return false;
  for (let at = 0; at < word.length; at++) {
    if (word.charCodeAt(at) !== text.charCodeAt(start + at)) return false;
  }
  return true;
}
