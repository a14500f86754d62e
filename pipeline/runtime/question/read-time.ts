import { unitAt } from "../question-quantity.js";
import type { QuestionTerm } from "../question-terms.js";
import { QUESTION_WORDS } from "../question-words.js";
import type { PartReader, QuestionContext, TimeRange } from "./question-part.js";
import { type DateAt, readDate } from "./read-date.js";
import { neighbour } from "./step-date.js";

/** `since 2023`, `in May 2022`, `between 2021 and 2023`, `last year`. Behind a word for articles it is when they were published. */
export const readTime: PartReader = (terms, at, context) => {
  const found = rangeOfTwo(terms, at, context) ?? rangeOfOne(terms, at, context);
  if (found === undefined) return undefined;
  const { end, ...range } = found;
  return { part: isAboutArticles(terms, at, context) ? { published: range } : { holds: range }, end };
};

interface RangeAt extends TimeRange {
  readonly end: number;
}

function rangeOfTwo(terms: readonly QuestionTerm[], at: number, context: QuestionContext): RangeAt | undefined {
  const isOpened = ["between", "from"].includes(terms[at]?.word ?? "");
  const first = periodAt(terms, isOpened ? at + 1 : at, context, LIKELY);
  if (first === undefined) return undefined;
  const links = isOpened ? ["and", "to", "until", "till", "through"] : ["to", "until", "till", "through"];
  if (!links.includes(terms[first.end]?.word ?? "")) return undefined;
  const second = periodAt(terms, first.end + 1, context, LIKELY);
  if (second === undefined) return undefined;
  const [early, late] = first.from <= second.from ? [first, second] : [second, first];
  return { from: early.from, to: late.to, end: second.end };
}

function rangeOfOne(terms: readonly QuestionTerm[], at: number, context: QuestionContext): RangeAt | undefined {
  const side = QUESTION_WORDS.times.get(terms[at]?.word ?? "");
  const period = periodAt(terms, side === undefined ? at : at + 1, context, side === undefined ? LIKELY : POSSIBLE);
  if (period === undefined) return undefined;
  const { from, to, end } = period;
  const [joint = "", word = ""] = [terms[end]?.word, terms[end + 1]?.word];
  if (side === undefined || side === "in") {
    if (["onward", "onwards"].includes(joint)) return { from, end: end + 1 };
    if (["or", "and"].includes(joint) && word === "later") return { from, end: end + 2 };
    if (["or", "and"].includes(joint) && word === "earlier") return { to, end: end + 2 };
    return period;
  }
  const isOpenAfter = ["onward", "onwards"].includes(joint);
  if (side === "since") return { from, end: isOpenAfter ? end + 1 : end };
  if (side === "after") return { from: neighbour(to, 1), end };
  return side === "before" ? { to: neighbour(from, -1), end } : { to, end };
}

/** A year is four digits with no unit behind them. */
function periodAt(
  terms: readonly QuestionTerm[],
  at: number,
  { names, today }: QuestionContext,
  years: RegExp,
): DateAt | undefined {
  const date = readDate(terms, at, today);
  if (date !== undefined) return date;
  const term = terms[at];
  const isYear = term?.number !== undefined && years.test(term.text) && unitAt(terms, at + 1, names) === undefined;
  return isYear ? { from: term.text, to: term.text, end: at + 1 } : undefined;
}

/** `cited in Arabic articles in 2024`, `published since May` */
function isAboutArticles(terms: readonly QuestionTerm[], at: number, { names }: QuestionContext): boolean {
  const languageWords = new Set([...names.languages.values()].flatMap((name) => name.toLowerCase().split(" ")));
  let before = at - 1;
  while (before >= 0 && isPassed(terms[before]?.word ?? "", languageWords)) before--;
  return QUESTION_WORDS.articles.has(terms[before]?.word ?? "");
}

function isPassed(word: string, languageWords: ReadonlySet<string>): boolean {
  return ["in", "from", "on", "or", "and", "the", "of"].includes(word) || languageWords.has(word);
}

/** Without a word of time in front, only these are taken for years. */
const LIKELY = /^(?:19|20)[0-9]{2}$/u;
const POSSIBLE = /^[12][0-9]{3}$/u;
