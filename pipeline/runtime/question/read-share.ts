import type { QuestionTerm } from "../question-terms.js";
import { QUESTION_WORDS } from "../question-words.js";

/** A share of a whole, in percent, and the index of the term behind it. */
export interface ShareAt {
  readonly percent: number;
  readonly end: number;
}

/** `half`, `a third`, `two fifths`, `one in five`, `3 out of 4`, `every tenth`. */
export function readShare(terms: readonly QuestionTerm[], at: number): ShareAt | undefined {
  const word = (index: number) => terms[index]?.word ?? "";
  if (word(at) === "half") return { percent: 50, end: at + 1 };
  const number = wholeAt(terms, at);
  if (number === undefined) return undefined;
  if (word(at) === "every") return isShare(1, number) ? { percent: 100 / number, end: at + 2 } : undefined;
  const part = QUESTION_WORDS.fractions.get(word(at + 1));
  if (part !== undefined) return number <= part ? { percent: (100 * number) / part, end: at + 2 } : undefined;
  const link = word(at + 1) === "in" ? at + 2 : word(at + 1) === "out" && word(at + 2) === "of" ? at + 3 : at;
  const whole = link > at ? wholeAt(terms, link) : undefined;
  return whole !== undefined && isShare(number, whole) ? { percent: (100 * number) / whole, end: link + 1 } : undefined;
}

/** A small whole number, `a` for one; behind `every` the ordinal. Fractions of compromise carry no number. */
function wholeAt(terms: readonly QuestionTerm[], at: number): number | undefined {
  const term = terms[at];
  if (term?.word === "every") return terms[at + 1]?.number?.isOrdinal ? terms[at + 1]?.number?.value : undefined;
  if (term?.word === "a" || term?.word === "an") return 1;
  const value =
    term?.number?.value ?? QUESTION_WORDS.smallNumbers.get(term?.word ?? "") ?? Number(DIGITS.exec(term?.text ?? ""));
  return Number.isSafeInteger(value) && value > 0 ? value : undefined;
}

/** `5 in 2024` is no share. */
function isShare(part: number, whole: number): boolean {
  return part >= 1 && part < whole && whole <= MOST_PARTS;
}

const MOST_PARTS = 100;
const DIGITS = /^[0-9]{1,3}$/u;
