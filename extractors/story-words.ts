import type { Block, Document } from "../pipeline/model/document.js";
import type { Span } from "../pipeline/model/span.js";
import { hashOn, mixed, TEXT_SEED } from "./hash-of-text.js";
import { CharClass, charClasses, digitValue } from "./text/char-class.js";
import { TokenKind, type Tokens } from "./text/scan.js";

/** The words of an article's running text, as hashes: what its copies share. */
export interface StoryWords {
  /** Index of each word's token, ascending. */
  readonly tokens: readonly number[];
  /** Hash of each word, lower-cased; of a number its digits. */
  readonly hashes: readonly number[];
  /** Hashes of the numbers among them. */
  readonly numbers: readonly number[];
}

/** Shorter paragraphs are dates, credits and the like, of which each copy has its own. */
const SHORTEST_PARAGRAPH = 40;
/** An article of which they are more than this is made of short lines. */
const MOST_IN_SHORT_LINES = 0.3;
/** A place, a date and an agency may stand in front of a copy's first sentence: `Hanoi (VNA) – `. */
const LONGEST_DATELINE = 60;
const DASHES = "-–—";

/** The stretches of an article's running text, in order: no headlines, no boilerplate, no short lines, no dateline. */
export function storySpans({ text, blocks }: Pick<Document, "text" | "blocks">): readonly Span[] {
  const lines = blocks.filter(({ kind }) => kind !== "boilerplate" && kind !== "heading");
  const long = lines.filter(({ kind, span }) => kind !== "paragraph" || span.end - span.start >= SHORTEST_PARAGRAPH);
  const whole = lengthOf(lines);
  const spans = (lengthOf(long) >= whole * (1 - MOST_IN_SHORT_LINES) ? long : lines).map(({ span }) => span);
  const [first, ...rest] = spans;
  if (first === undefined) return [];
  const start =
    first.start + datelineLength(text.slice(first.start, Math.min(first.end, first.start + LONGEST_DATELINE)));
  return [{ start, end: first.end }, ...rest];
}

/** The words in stretches of a text. */
export function storyWords(text: string, spans: readonly Span[], tokens: Tokens): StoryWords {
  const lower = text.toLowerCase();
  // Lower-casing can change the length of exotic texts; then offsets would lie.
  const hasher = new WordHasher(lower.length === text.length ? lower : text);
  const words = { tokens: [] as number[], hashes: [] as number[], numbers: [] as number[] };
  let at = 0;
  for (const { start, end } of spans) {
    while (at < tokens.length && (tokens.start[at] ?? 0) < start) at++;
    for (; at < tokens.length && (tokens.end[at] ?? 0) <= end; at++) {
      const kind = tokens.kind[at];
      if (kind !== TokenKind.word && kind !== TokenKind.number) continue;
      const hash = hasher.hash(tokens.start[at] ?? 0, tokens.end[at] ?? 0, kind === TokenKind.number);
      words.tokens.push(at);
      words.hashes.push(hash);
      if (kind === TokenKind.number) words.numbers.push(hash);
    }
  }
  return words;
}

function lengthOf(blocks: readonly Block[]): number {
  return blocks.reduce((sum, { span }) => sum + span.end - span.start, 0);
}

function datelineLength(beginning: string): number {
  for (let at = 1; at + 1 < beginning.length; at++) {
    if (DASHES.includes(beginning.charAt(at)) && beginning[at - 1] === " " && beginning[at + 1] === " ") return at + 2;
  }
  return 0;
}

class WordHasher {
  readonly #text: string;
  readonly #classes = charClasses();

  constructor(text: string) {
    this.#text = text;
  }

  /** Digits alone, of whatever script and grouping, make a number. */
  hash(start: number, end: number, isNumber: boolean): number {
    let hash = TEXT_SEED;
    for (let at = start; at < end; at++) {
      const code = this.#text.charCodeAt(at);
      if (!isNumber) hash = hashOn(hash, code);
      else if (this.#classes[code] === CharClass.digit) hash = hashOn(hash, digitValue(code));
    }
    return mixed(hash);
  }
}
