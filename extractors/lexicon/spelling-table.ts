import { firstSlot } from "../word-index.js";

/**
 * Values by spelling, found in a text by place and hash, so that no word is cut out of it. Each word has a mark besides, a
 * small number that is read without touching its value. Bounded: it is emptied when it holds 50,000 spellings. A class
 * because it is the mutable memory of a whole run.
 */
export class SpellingTable<T> {
  /** Four numbers a slot, in one line of the processor's cache: see `Slot`. */
  #slots = new Int32Array(SLOT_SIZE * FIRST_SLOTS);
  #letters = new Uint16Array(8 * FIRST_SLOTS);
  #lettersEnd = 0;
  #values: T[] = [];

  /**
   * Where the word at `start` to `end` is kept, whose hash is by `hashUnit`; -1 when it is new. To be asked for its value
   * and mark before another word is added.
   */
  find(units: Uint16Array, start: number, end: number, hash: number): number {
    const slots = this.#slots;
    const letters = this.#letters;
    const length = end - start;
    const mask = slots.length / SLOT_SIZE - 1;
    for (let slot = firstSlot(hash, mask); ; slot = (slot + 1) & mask) {
      const place = SLOT_SIZE * slot;
      if (slots[place] === 0) return -1;
      if (slots[place + Slot.hash] !== hash || ((slots[place + Slot.lengthAndMark] ?? 0) & LONGEST) !== length)
        continue;
      const from = slots[place + Slot.letters] ?? 0;
      let at = 0;
      while (at < length && letters[from + at] === units[start + at]) at++;
      if (at === length) return place;
    }
  }

  /** The value of a word at the place that `find` gave. */
  value(place: number): T | undefined {
    return this.#values[(this.#slots[place] ?? 0) - 1];
  }

  /** The mark of a word at the place that `find` gave. */
  mark(place: number): number {
    return (this.#slots[place + Slot.lengthAndMark] ?? 0) >>> MARK_SHIFT;
  }

  /** Adds a word that `find` did not find, of at most 255 letters, with a mark below 256. */
  add(units: Uint16Array, start: number, end: number, hash: number, value: T, mark: number): void {
    if (this.#values.length >= MOST_WORDS) this.#clear();
    if (this.#values.length * SPARSE >= this.#slots.length) this.#widen();
    const slots = this.#slots;
    const place = freePlace(slots, hash);
    slots[place] = this.#values.push(value);
    slots[place + Slot.hash] = hash;
    slots[place + Slot.letters] = this.#keep(units.subarray(start, end));
    slots[place + Slot.lengthAndMark] = (end - start) | (mark << MARK_SHIFT);
  }

  /** Where the word's letters begin. */
  #keep(word: Uint16Array): number {
    const from = this.#lettersEnd;
    const end = from + word.length;
    if (end > this.#letters.length) {
      const wider = new Uint16Array(2 * end);
      wider.set(this.#letters);
      this.#letters = wider;
    }
    this.#letters.set(word, from);
    this.#lettersEnd = end;
    return from;
  }

  /** The fewer slots there are, the more of them stay in the processor's cache. */
  #widen(): void {
    const old = this.#slots;
    this.#slots = new Int32Array(2 * old.length);
    for (let place = 0; place < old.length; place += SLOT_SIZE) {
      if (old[place] === 0) continue;
      this.#slots.set(old.subarray(place, place + SLOT_SIZE), freePlace(this.#slots, old[place + Slot.hash] ?? 0));
    }
  }

  #clear(): void {
    this.#slots.fill(0);
    this.#lettersEnd = 0;
    this.#values = [];
  }
}

/** What the numbers of a slot are, behind the first: the value's number from 1, 0 where the slot is empty. */
const Slot = { hash: 1, letters: 2, lengthAndMark: 3 } as const;
const SLOT_SIZE = 4;
const LONGEST = 0xff;
const MARK_SHIFT = 8;
const MOST_WORDS = 50_000;
const FIRST_SLOTS = 2 ** 10;
/** At least so many numbers of slots to a word: a third full at most. */
const SPARSE = 3 * SLOT_SIZE;

/** Where the first slot begins that is free for a hash. */
function freePlace(slots: Int32Array, hash: number): number {
  const mask = slots.length / SLOT_SIZE - 1;
  let slot = firstSlot(hash, mask);
  while (slots[SLOT_SIZE * slot] !== 0) slot = (slot + 1) & mask;
  return SLOT_SIZE * slot;
}
