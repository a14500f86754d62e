import type { ArticleMaterial } from "./article-material.js";
import type { SeededRandom } from "./seeded-random.js";

/** An article that no one wrote. */
export interface GeneratedArticle {
  readonly language: string;
  readonly title: string;
  readonly author: string;
  /** ISO 8601, a day. */
  readonly published: string;
  /** Without line breaks. */
  readonly paragraphs: readonly string[];
}

/** Bytes of UTF-8. */
const SHORTEST = 3_000;
const LONGEST = 8_000;
/** Bytes of UTF-8 to a sentence with figures, which states about three facts: one in 400 to 500 bytes, as in news. */
const BYTES_TO_STATED = 1_300;
/** Of the long words so many give way to others, so that articles made of the same sentences are not copies. */
const EXCHANGED_SHARE = 0.3;
const NAMES = 12;
/** Words or figures, and what stands between them. */
const PIECES = /\p{Nd}+|[\p{L}\p{M}]+|[^\p{Nd}\p{L}\p{M}]+/gu;
const DIGITS = /^\p{Nd}/u;
const LETTERS = /^\p{L}/u;
const CAPITAL = /^\p{Lu}/u;
const EXCHANGED_LENGTH = 5;
/** Words so near to a figure say what it counts. */
const NEAR_FIGURE = 6;
const TITLE_WORDS = 8;

/** An article of 3 to 8 KB out of sentences of its language in a new order, with other figures, names and words. */
export function generatedArticle(material: ArticleMaterial, random: SeededRandom): GeneratedArticle {
  const names = Array.from({ length: NAMES }, () => generatedName(material, random));
  const length = random.between(SHORTEST, LONGEST);
  const paragraphs: string[] = [];
  for (let size = 0; size < length; ) {
    const sentences = Array.from({ length: random.between(2, 5) }, () => generatedSentence(material, random, names));
    const paragraph = sentences.join(" ");
    paragraphs.push(paragraph);
    size += Buffer.byteLength(paragraph);
  }
  return {
    language: material.language,
    title: generatedTitle(material, random, names),
    author: `${random.pick(names)} ${random.pick(names)}`,
    published: `20${random.between(12, 25)}-${twoDigits(random.between(1, 12))}-${twoDigits(random.between(1, 28))}`,
    paragraphs,
  };
}

export function generatedSentence(material: ArticleMaterial, random: SeededRandom, names: readonly string[]): string {
  const prose = random.pick(material.prose);
  const isStated = random.chance(Buffer.byteLength(prose) / BYTES_TO_STATED);
  const sentence = isStated ? random.pick(material.stated) : prose;
  const pieces = sentence.match(PIECES) ?? [];
  const hasFigure = pieces.map((piece) => DIGITS.test(piece));
  return pieces
    .map((piece, at) => {
      if (hasFigure[at]) return otherFigure(piece, random);
      if (!LETTERS.test(piece) || piece.length < EXCHANGED_LENGTH || !random.chance(EXCHANGED_SHARE)) return piece;
      if (hasFigure.slice(Math.max(0, at - NEAR_FIGURE), at + NEAR_FIGURE + 1).includes(true)) return piece;
      return otherWord(piece, at === 0, { material, random, names });
    })
    .join("");
}

/** A headline: a sentence's first words, without figures. */
export function generatedTitle(material: ArticleMaterial, random: SeededRandom, names: readonly string[]): string {
  const sentence = generatedSentence({ ...material, stated: material.prose }, random, names);
  return sentence
    .split(" ")
    .slice(0, TITLE_WORDS)
    .join(" ")
    .replace(/[.,:;»«„“”]+/gu, "");
}

export function generatedName({ syllables }: ArticleMaterial, random: SeededRandom): string {
  const name = Array.from({ length: random.between(2, 4) }, () => random.pick(syllables)).join("");
  return name.slice(0, 1).toUpperCase() + name.slice(1);
}

interface Exchange {
  readonly material: ArticleMaterial;
  readonly random: SeededRandom;
  readonly names: readonly string[];
}

function otherWord(word: string, isFirst: boolean, { material, random, names }: Exchange): string {
  if (!CAPITAL.test(word)) return random.pick(material.words);
  return isFirst ? word : random.pick(names);
}

/** As long and in the same digits. Years stay years, and what may be a day of a month stays one. */
function otherFigure(figure: string, random: SeededRandom): string {
  const zero = zeroOf(figure);
  const digits = [...figure].map((digit) => (digit.codePointAt(0) ?? 0) - zero);
  const value = Number(digits.join(""));
  return [...changed(digits.join(""), value, random)]
    .map((digit) => String.fromCodePoint(zero + Number(digit)))
    .join("");
}

function changed(digits: string, value: number, random: SeededRandom): string {
  if (digits.length === 4 && value > 1900 && value < 2040) return String(random.between(1995, 2025));
  if (digits.startsWith("0") || digits.length > 12) return digits;
  if (digits.length === 1) return String(random.between(1, 9));
  if (value <= 12) return String(random.between(10, 12));
  if (value <= 31) return String(random.between(13, 28));
  const rest = Array.from({ length: digits.length - 1 }, () => random.between(0, 9)).join("");
  // Hundreds and thousands are round in most articles.
  return `${random.between(digits.length === 2 ? 3 : 1, 9)}${/^0+$/u.test(digits.slice(1)) ? digits.slice(1) : rest}`;
}

/** Code point of the script's zero: the digits of each script stand in a row. */
function zeroOf(figure: string): number {
  const first = figure.codePointAt(0) ?? 0;
  for (const zero of [0x660, 0x6f0]) if (first >= zero && first <= zero + 9) return zero;
  return 0x30;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, "0");
}
