/** A text by its code points, for formats that count those; offsets in faktum are UTF-16 units. */
export class CodePoints {
  readonly #text: string;
  /** Offsets of the second halves of pairs, ascending. */
  readonly #pairs: readonly number[];

  constructor(text: string) {
    this.#text = text;
    this.#pairs = [...text.matchAll(/[\u{10000}-\u{10ffff}]/gu)].map(({ index }) => index + 1);
  }

  /** How many code points stand in front of an offset. */
  at(offset: number): number {
    return offset - this.#countBelow(offset);
  }

  /** From one code point to another, as far as the text goes. */
  slice(from: number, to: number): string {
    return this.#text.slice(this.#unit(Math.max(0, from)), this.#unit(to));
  }

  /** The offset of a code point: each pair in front of it is one unit more. */
  #unit(point: number): number {
    let [low, high] = [0, this.#pairs.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#pairs[middle] ?? 0) - 1 - middle < point) low = middle + 1;
      else high = middle;
    }
    return point + low;
  }

  #countBelow(offset: number): number {
    let [low, high] = [0, this.#pairs.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#pairs[middle] ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
