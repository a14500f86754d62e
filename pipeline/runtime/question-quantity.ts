import { readShare } from "./question/read-share.js";
import type { QuestionNames, UnitName } from "./question-names.js";
import type { QuestionNumber, QuestionTerm } from "./question-terms.js";
import { QUESTION_WORDS } from "./question-words.js";

/** A number of a question with its unit. */
export interface QuestionQuantity {
  readonly number: QuestionNumber;
  readonly units: readonly UnitName[];
  /** A share of a whole, in percent: `half`. */
  readonly isShare?: true;
  readonly end: number;
}

/** What words at a place mean. */
export interface Meant<Meaning> {
  readonly meaning: Meaning;
  readonly end: number;
}

/** A number with the unit in front of it or behind it, or a share. */
export function quantityAt(
  terms: readonly QuestionTerm[],
  at: number,
  names: QuestionNames,
): QuestionQuantity | undefined {
  const share = readShare(terms, at);
  if (share !== undefined)
    return { number: { value: share.percent, isOrdinal: false }, units: [], isShare: true, end: share.end };
  const before = currencyAt(terms, at, names);
  const place = before?.end ?? at;
  const number = terms[place]?.number;
  if (number === undefined) return undefined;
  const behind = before === undefined ? unitAt(terms, place + 1, names) : undefined;
  const unit = before ?? behind;
  return { number, units: unit === undefined ? [] : [unit.meaning], end: behind?.end ?? place + 1 };
}

/** `EUR 5 million`: no other unit stands in front. */
function currencyAt(terms: readonly QuestionTerm[], at: number, names: QuestionNames): Meant<UnitName> | undefined {
  const unit = unitAt(terms, at, names);
  return unit?.meaning.kind === "money" ? unit : undefined;
}

/** A unit, by its code or sign, or by the English words for the commonest; these only behind a number or `in`. */
export function unitAt(terms: readonly QuestionTerm[], at: number, names: QuestionNames): Meant<UnitName> | undefined {
  const percent = phraseAt(terms, at, QUESTION_WORDS.percentages);
  if (percent !== undefined) return { meaning: { code: percent.meaning, kind: "percentage" }, end: percent.end };
  const unit = names.units.get(terms[at]?.text ?? "");
  if (unit !== undefined) return { meaning: unit, end: at + 1 };
  const isBehind = terms[at - 1]?.number !== undefined || terms[at - 1]?.word === "in";
  const named = isBehind ? phraseAt(terms, at, QUESTION_WORDS.units) : undefined;
  const known = named && names.units.get(named.meaning);
  return known && { meaning: known, end: named.end };
}

/** The first of the phrases whose words stand at the place. */
export function phraseAt<Meaning>(
  terms: readonly QuestionTerm[],
  at: number,
  phrases: readonly (readonly [string, Meaning])[],
): Meant<Meaning> | undefined {
  for (const [phrase, meaning] of phrases) {
    const words = phrase.split(" ");
    if (words.every((word, offset) => terms[at + offset]?.word === word)) return { meaning, end: at + words.length };
  }
  return undefined;
}
