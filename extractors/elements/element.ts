import type { DecimalText } from "../../pipeline/model/amount.js";
import type { Senses } from "../lexicon/sense.js";

/** A number as read from one or more tokens. */
export interface NumberReading {
  readonly value: DecimalText;
  readonly ordinal: boolean;
  readonly spelled: boolean;
  /** Power of ten of the scale words that were read (`juta`: 6); 0 without. */
  readonly scale: number;
  /** Only an article-like `one`: no number by itself. */
  readonly weak: boolean;
  /** One word that counts the noun in front of it: `شخص واحد`. */
  readonly afterNoun?: true;
  /** Digits alone, without separator, dot or scale word: what a year or a day looks like. */
  readonly plain: boolean;
  /** Digits as printed, where the number is one run of digits: `06`, `1.234`. */
  readonly digits?: string;
  /** Set for fractions: `zwei Drittel` is 2 and 3. */
  readonly numerator?: number;
  readonly denominator?: number;
}

export type ElementType = "word" | "number" | "code" | "symbol";

/** What rules match over: a word, phrase, number, code or sign of one sentence. Offsets are UTF-16 units of the text. */
export interface Element {
  readonly type: ElementType;
  /** Without clitics. */
  readonly start: number;
  readonly end: number;
  /** With clitics. */
  readonly outerStart: number;
  /** Folded, without clitics; tokens of a phrase joined by a space. */
  readonly key: string;
  /** A number with the article: `الستة`, `الـ36`. */
  readonly definite: boolean;
  /** Folded conjunction or preposition that was written together with the word. */
  readonly clitic: string | undefined;
  readonly senses: Senses;
  /** Digits that are no number (`28.06.2024`) are elements of type `number` without a reading. */
  readonly number: NumberReading | undefined;
}
