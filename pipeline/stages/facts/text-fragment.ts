/** Shorter than this a sentence is named whole; longer by its first and last words. */
const LONGEST_WHOLE = 90;
/** First and last words go on until they are this long, so that they are rarely found twice. */
const TELLING_LENGTH = 24;
const MOST_WORDS = 12;
/** Characters of the page that are looked through for all its sentences together. */
const MOST_SEARCHED = 50_000_000;

/**
 * Finds sentences again in the text that a page shows, to link to them. To be asked in the order of the text; the whole
 * costs no more than a few passes over the page.
 */
export class TextFragments {
  readonly #shown: string;
  readonly #cellSeparator: string;
  #from = 0;
  #searched = 0;

  /** `shown`: a line for each box of the page that holds text, with single spaces. `cellSeparator` stands in table rows. */
  constructor(shown: string, cellSeparator: string) {
    this.#shown = shown;
    this.#cellSeparator = cellSeparator;
  }

  /**
   * The text directive by which a browser finds a sentence: its text, or `start,end`, percent-encoded, each exactly as
   * the page has it. Undefined when the page has not even its first word.
   * https://wicg.github.io/scroll-to-text-fragment/
   */
  of(sentence: string): string | undefined {
    if (sentence.length <= LONGEST_WHOLE) {
      const at = this.#find(sentence);
      if (at >= 0) return this.#found(at, sentence, encoded(sentence));
    }
    // A row's cells stand in boxes of their own, and no text goes through two of them.
    const cells = sentence.split(this.#cellSeparator).filter((cell) => cell.trim() !== "");
    const start = this.#phrase((cells[0] ?? "").split(" "), this.#from, beginning);
    if (start === undefined) return undefined;
    const end = this.#phrase((cells.at(-1) ?? "").split(" "), start.at + start.text.length, ending);
    const isNear = end !== undefined && end.at - start.at <= 2 * sentence.length;
    const directive = isNear ? `${encoded(start.text)},${encoded(end.text)}` : encoded(start.text);
    return this.#found(start.at, start.text, directive);
  }

  #found(at: number, text: string, directive: string): string {
    this.#from = at + text.length;
    return directive;
  }

  /** As many words as tell, or as the page has together: a raised number or a footnote's mark may stand between. */
  #phrase(
    words: readonly string[],
    from: number,
    take: (words: readonly string[], count: number) => string,
  ): { readonly at: number; readonly text: string } | undefined {
    let best: { readonly at: number; readonly text: string } | undefined;
    for (let count = 1; count <= Math.min(words.length, MOST_WORDS); count++) {
      const text = take(words, count);
      const at = text === "" ? -1 : this.#find(text, best === undefined ? from : Math.min(from, best.at));
      if (at < 0) return best;
      best = { at, text };
      if (text.length >= TELLING_LENGTH) return best;
    }
    return best;
  }

  /** Where the page has a text: from there on, or else anywhere, since a headline may stand below. */
  #find(text: string, from: number = this.#from): number {
    if (this.#searched > MOST_SEARCHED) return -1;
    const behind = this.#shown.indexOf(text, from);
    const at = behind >= 0 ? behind : this.#shown.indexOf(text);
    this.#searched += behind >= 0 ? behind - from : this.#shown.length;
    return at;
  }
}

function beginning(words: readonly string[], count: number): string {
  return words.slice(0, count).join(" ");
}

function ending(words: readonly string[], count: number): string {
  return words.slice(-count).join(" ");
}

/** A hyphen would be read as a part of the directive's own syntax; commas and ampersands are encoded like all else. */
function encoded(text: string): string {
  return encodeURIComponent(text).replaceAll("-", "%2D");
}
