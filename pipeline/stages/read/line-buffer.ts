import { collapsed } from "./walk-tree.js";

/** A line of text with how many characters of it are links, and how many stand in a `time` element. */
export interface BufferedLine {
  readonly text: string;
  readonly links: number;
  readonly time: number;
  /** The texts as they stand in the page that it is put together from. */
  readonly pieces: readonly string[];
}

/** A sentence that goes on over more line breaks than fill this is none. */
const LONGEST_JOINED = 2_000;

/** Collects the text of one block of a page, and parts it into lines at its `br` elements. */
export class LineBuffer {
  #pieces: string[] = [];
  #sources: string[] = [];
  #links = 0;
  #time = 0;
  readonly #lines: BufferedLine[] = [];

  add(text: string, isLink: boolean, isTime: boolean): void {
    this.#pieces.push(text);
    this.#sources.push(text);
    if (isLink) this.#links += text.trim().length;
    if (isTime) this.#time += text.trim().length;
  }

  /** Ends the line, unless its sentence goes on after the break. */
  break(): void {
    const line = { text: this.takeText(), links: this.#links, time: this.#time, pieces: this.#sources };
    this.#sources = [];
    this.#links = 0;
    this.#time = 0;
    const last = this.#lines.at(-1);
    if (last !== undefined && goesOn(last.text, line.text)) {
      const text = `${last.text} ${line.text}`;
      this.#lines[this.#lines.length - 1] = {
        text,
        links: last.links + line.links,
        time: last.time + line.time,
        pieces: [...last.pieces, ...line.pieces],
      };
    } else {
      this.#lines.push(line);
    }
  }

  /** The text since the last break, for a cell of a table; links and times go on being counted. */
  takeText(): string {
    const text = collapsed(this.#pieces.join(""));
    this.#pieces = [];
    return text;
  }

  /** The lines of the block, which ends here. Two breaks in a row leave an empty one between paragraphs. */
  takeLines(): readonly BufferedLine[] {
    this.break();
    return this.#lines.splice(0).filter(({ text }) => text !== "");
  }
}

/** A line that ends in a comma, or that a small letter follows, was only set in two lines. */
function goesOn(line: string, next: string): boolean {
  if (line === "" || next === "" || line.length > LONGEST_JOINED) return false;
  return /[,;،؛]$/u.test(line) || (/^\p{Ll}/u.test(next) && !/[.!?:…]["'»”’)]{0,4}$/u.test(line));
}
