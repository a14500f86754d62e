import type { Lexicon } from "../lexicon/lexicon.js";
import { type Lookup, lookUp } from "../lexicon/look-up.js";
import type { NumberHabit } from "../numbers/digit-number.js";
import type { Tokens } from "../text/scan.js";

/** The tokens of one sentence, and what is needed to read them. `to` is exclusive. */
export interface TokenRange {
  readonly text: string;
  readonly tokens: Tokens;
  /** What each word and sign of the document is, by token. */
  readonly lookups: readonly (Lookup | undefined)[];
  readonly from: number;
  readonly to: number;
  readonly lexicon: Lexicon;
  readonly habit: NumberHabit;
}

/** Start of a token in UTF-16 units; the text's length past the last token. */
export function startOf({ text, tokens }: TokenRange, index: number): number {
  return tokens.start[index] ?? text.length;
}

/** End of a token, exclusive. */
export function endOf({ text, tokens }: TokenRange, index: number): number {
  return tokens.end[index] ?? text.length;
}

/** The token as written; empty past the range. */
export function wordAt(range: TokenRange, index: number): string {
  return index < range.to ? range.text.slice(range.tokens.start[index], range.tokens.end[index]) : "";
}

/** What the lexicon knows of a word or sign. */
export function lookupAt(range: TokenRange, index: number): Lookup {
  return range.lookups[index] ?? lookUp(wordAt(range, index), range.lexicon);
}

/** Whether a token follows its predecessor without white space. */
export function isGlued(range: TokenRange, index: number): boolean {
  return index > range.from && index < range.to && range.tokens.start[index] === range.tokens.end[index - 1];
}

/** Kind of a token, or 0 past the range. */
export function kindAt({ tokens, to }: TokenRange, index: number): number {
  return index < to ? (tokens.kind[index] ?? 0) : 0;
}
