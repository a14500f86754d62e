import { createRequire } from "node:module";
import type compromise from "compromise";
import { QUESTION_WORDS } from "./question-words.js";

// In one file: as an ES module it is read from four hundred, which takes half as long again.
const nlp: typeof compromise = createRequire(import.meta.url)("compromise");

/** A word of a question, or the words of one number: `five million`. */
export interface QuestionTerm {
  /** As written, without the punctuation around it. */
  readonly text: string;
  /** Lower-cased. */
  readonly word: string;
  /** What compromise takes it for: `Noun`, `Preposition`, ... */
  readonly tags: ReadonlySet<string>;
  readonly number?: QuestionNumber;
  /** The words of a quotation, to be looked for whatever they mean. */
  readonly isQuoted?: true;
}

export interface QuestionNumber {
  readonly value: number;
  /** `8th`, `third`. */
  readonly isOrdinal: boolean;
  /** 1000000 for `ten million`: what the smaller end of a range may leave out. */
  readonly multiple?: number;
}

interface ParsedTerm {
  readonly text: string;
  readonly post: string;
  readonly tags: readonly string[];
  readonly index: readonly [sentence: number, term: number];
}

interface ParsedNumber {
  readonly terms: readonly ParsedTerm[];
  readonly number: { readonly num: number | null };
}

/** The words of an English question in their order, its numbers read. */
export function questionTerms(question: string): readonly QuestionTerm[] {
  return question.split(QUOTATION).flatMap((piece, index) => (index % 2 === 1 ? quoted(piece) : withNumbers(piece)));
}

/** compromise would cut the number of a document, and a day, at its hyphens. */
function withNumbers(piece: string): readonly QuestionTerm[] {
  const terms: QuestionTerm[] = [];
  let rest = "";
  for (const space of piece.split(/(?<=\s)/u)) {
    const text = space.trim().replace(/^[(,;]+|[),;.:?!]+$/gu, "");
    if (!looksLikeDocumentNumber(text) && !ISO_DATE.test(text)) {
      rest += space;
      continue;
    }
    const tags = new Set(ISO_DATE.test(text) ? ["Date"] : []);
    terms.push(...plainTerms(rest), { text, word: text.toLowerCase(), tags });
    rest = "";
  }
  return [...terms, ...plainTerms(rest)];
}

/** `1982/QD-UBND`, `54-NQ/TW`: digits, letters and a slash. */
export function looksLikeDocumentNumber(text: string): boolean {
  return /^[\p{L}\p{N}][-\p{L}\p{N}/.]*$/u.test(text) && /\//u.test(text) && /[0-9]/u.test(text) && /\p{L}/u.test(text);
}

/** `5G`, `15/2020`, the 19 of `COVID-19`; not `two thirds`, `80,47`, which are numbers that cannot be read. */
export function looksLikeName({ text, tags }: QuestionTerm): boolean {
  return /[0-9]/u.test(text) && (/[\p{L}/]/u.test(text) || tags.has("Hyphenated"));
}

function quoted(text: string): readonly QuestionTerm[] {
  return text.trim() === "" ? [] : [{ text, word: text.toLowerCase(), tags: new Set(), isQuoted: true }];
}

function plainTerms(piece: string): readonly QuestionTerm[] {
  const view = nlp(spacedOut(piece));
  const parsed: readonly { readonly terms: readonly ParsedTerm[] }[] = view.json({ terms: { tags: true } });
  const numbers = numbersByPlace(view.numbers().json());
  const terms: QuestionTerm[] = [];
  for (const { terms: sentence } of parsed) {
    for (let at = 0; at < sentence.length; ) {
      const length = Math.max(1, impliedEnd(sentence, at) - at);
      const found = numbers.get(placeOf(sentence[at]));
      const number = found && readNumber(found);
      terms.push(termOf(sentence.slice(at, at + (number ? found.terms.length : length)), number));
      at += number ? found.terms.length : length;
    }
  }
  return terms.filter(({ text }) => text !== "");
}

/** `don't` is two words, the second without letters; both are one term here. */
function impliedEnd(sentence: readonly ParsedTerm[], at: number): number {
  let end = at + 1;
  while (sentence[end]?.text === "") end += 1;
  return end;
}

function termOf(parts: readonly ParsedTerm[], number: QuestionNumber | undefined): QuestionTerm {
  const star = parts.at(-1)?.post.startsWith("*") ? "*" : "";
  const text = `${parts
    .map((part) => part.text)
    .join(" ")
    .trim()}${star}`;
  const tags = new Set(parts.flatMap((part) => part.tags));
  return { text, word: text.toLowerCase(), tags, ...(number && { number }) };
}

function numbersByPlace(numbers: readonly ParsedNumber[]): ReadonlyMap<string, ParsedNumber> {
  return new Map(numbers.map((number) => [placeOf(number.terms[0]), number]));
}

function placeOf(term: ParsedTerm | undefined): string {
  return term === undefined ? "" : term.index.join();
}

/** Nothing for what is vague (`a few`), a fraction, part of a name (`COVID-19`, `5G`) or in another way of writing (`80,47`). */
function readNumber({ terms, number }: ParsedNumber): QuestionNumber | undefined {
  const [first] = terms;
  const last = terms.at(-1)?.text.toLowerCase() ?? "";
  if (first === undefined || number.num === null || !terms.every(isPlainPart)) return undefined;
  const digits = first.text.replace(/[^-0-9.]/gu, "");
  const size =
    terms.length === 1 && DIGITS.test(first.text) ? Number(digits) : Math.sign(Number(digits) || 1) * number.num;
  // `1.1 * 1000000` is not 1100000 in floating point; a question's number has few digits.
  const value = Number(size.toPrecision(15));
  if (!Number.isFinite(value) || (value === 0 && !/^(?:[-0.,]+|zero)$/iu.test(first.text))) return undefined;
  const multiple = terms.length > 1 ? QUESTION_WORDS.multiples.get(last) : undefined;
  const isOrdinal = terms.some(({ tags }) => tags.includes("Ordinal"));
  return { value, isOrdinal, ...(multiple !== undefined && { multiple }) };
}

function isPlainPart({ text, tags }: ParsedTerm, at: number): boolean {
  if (tags.includes("Fraction")) return false;
  if (DIGITS.test(text)) return !tags.includes("Hyphenated");
  return tags.includes("TextValue") || (at > 0 && text.toLowerCase() === "and");
}

/** So written that compromise reads it as meant: signs and units off the digits, digits together, a dash between two as a word. */
function spacedOut(text: string): string {
  return text
    .replace(SPACED_DIGITS, (digits) => digits.replace(/[^0-9]/gu, ""))
    .replace(/([0-9])\s*(?:>=|=>)/gu, "$1 ≥")
    .replace(/>=|=>/gu, " ≥ ")
    .replace(/<=|=</gu, " ≤ ")
    .replace(/[<>=≤≥]/gu, " $& ")
    .replace(/\p{Sc}(?=[-0-9])/gu, "$& ")
    .replace(/([0-9])(%|‰|\p{Sc})/gu, "$1 $2 ")
    .replace(/([0-9%‰]|\p{Sc})\s*\+(?=\s|$)/gu, "$1 + ")
    .replace(RANGE, "$1 $2 to ")
    .replace(/([0-9])(\p{L}{2,}[0-9²³]?)(?![\p{L}\p{N}])/gu, (whole, digit: string, unit: string) =>
      /^(?:st|nd|rd|th)$/iu.test(unit) ? whole : `${digit} ${unit}`,
    );
}

const ISO_DATE = /^[12][0-9]{3}-[0-9]{2}(?:-[0-9]{2})?$/u;
/** Double quotation marks of all shapes; the group is what stands between two. */
const QUOTATION = /["“”„«»]([^"“”„«»]*)["“”„«»]/u;
const DIGITS = /^-?(?:[0-9]+|[0-9]{1,3}(?:,[0-9]{3})+)(?:\.[0-9]+)?(?:st|nd|rd|th)?$/iu;
/** `100 000` */
const SPACED_DIGITS = /(?<![0-9.,])[0-9]{1,3}(?:[ \u00a0\u202f][0-9]{3})+(?![0-9])/gu;
/** `70-90`, `5%–10%`; not `2025-08` or a number with more dashes. */
const RANGE = /(?<![-0-9.,/])([0-9][0-9.,]*)\s?(%|)\s?[-–—]\s?(?=[1-9][0-9.,]*(?![-–—/0-9]))/gu;
