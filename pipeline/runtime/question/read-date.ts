import type { QuestionTerm } from "../question-terms.js";
import { QUESTION_WORDS } from "../question-words.js";
import { isDay, stepDate } from "./step-date.js";

/** A period in ISO 8601, its first and its last year, month or day, and the index of the term behind its words. */
export interface DateAt {
  readonly from: string;
  readonly to: string;
  readonly end: number;
}

/** `May 2022`, `17 May 2022`, `2022-05`, `Q3 2024`, `first half of 2024`, `last year`, `past three months`, `today`. No bare year. */
export function readDate(terms: readonly QuestionTerm[], at: number, today: string): DateAt | undefined {
  return isoDate(terms, at) ?? namedDate(terms, at) ?? partOfYear(terms, at) ?? relativeDate(terms, at, today);
}

function isoDate(terms: readonly QuestionTerm[], at: number): DateAt | undefined {
  const text = terms[at]?.text ?? "";
  const isWhole = ISO_MONTH.test(text) || (ISO_DAY.test(text) && isDay(text));
  return isWhole ? { from: text, to: text, end: at + 1 } : undefined;
}

function namedDate(terms: readonly QuestionTerm[], at: number): DateAt | undefined {
  const first = dayAt(terms, at);
  const monthPlace = first === undefined ? at : at + 1 + Number(wordAt(terms, at + 1) === "of");
  const month = QUESTION_WORDS.months.get(wordAt(terms, monthPlace));
  if (month === undefined) return undefined;
  const behind = first === undefined ? dayAt(terms, monthPlace + 1) : undefined;
  let yearPlace = monthPlace + 1 + Number(behind !== undefined);
  if (["of", "in"].includes(wordAt(terms, yearPlace)) && behind === undefined) yearPlace++;
  const year = yearAt(terms, yearPlace);
  if (year === undefined) return undefined;
  const day = first ?? behind;
  const iso = [year, twoDigits(month), ...(day === undefined ? [] : [twoDigits(day)])].join("-");
  return day === undefined || isDay(iso) ? { from: iso, to: iso, end: yearPlace + 1 } : undefined;
}

/** `Q3 2024`, `third quarter of 2024`, `second half of 2024` */
function partOfYear(terms: readonly QuestionTerm[], at: number): DateAt | undefined {
  const short = /^q([1-4])$/u.exec(wordAt(terms, at))?.[1];
  const months = short === undefined ? { quarter: 3, half: 6 }[wordAt(terms, at + 1)] : 3;
  const ordinal = short === undefined ? (ORDINALS.get(wordAt(terms, at)) ?? 0) : Number(short);
  if (months === undefined || ordinal < 1 || ordinal * months > 12) return undefined;
  const behind = short === undefined ? at + 2 : at + 1;
  const place = ["of", "in"].includes(wordAt(terms, behind)) ? behind + 1 : behind;
  const year = yearAt(terms, place);
  if (year === undefined) return undefined;
  const last = ordinal * months;
  return { from: `${year}-${twoDigits(last - months + 1)}`, to: `${year}-${twoDigits(last)}`, end: place + 1 };
}

function relativeDate(terms: readonly QuestionTerm[], at: number, today: string): DateAt | undefined {
  const word = wordAt(terms, at);
  if (word === "today") return { from: today, to: today, end: at + 1 };
  if (word === "yesterday") {
    const day = stepDate(today, "day", -1);
    return { from: day, to: day, end: at + 1 };
  }
  const steps = { this: 0, current: 0, last: -1, previous: -1, past: -1 }[word];
  if (steps === undefined) return undefined;
  const unit = QUESTION_WORDS.periods.get(wordAt(terms, at + 1));
  if (unit === "year" || unit === "month") {
    const period = stepDate(today.slice(0, unit === "year" ? 4 : 7), unit, steps);
    return { from: period, to: period, end: at + 2 };
  }
  const count = unit === undefined ? terms[at + 1]?.number?.value : 1;
  const counted = unit ?? QUESTION_WORDS.periods.get(wordAt(terms, at + 2));
  if (steps === 0 || counted === undefined || count === undefined || !(count >= 1 && count <= MOST_STEPS))
    return undefined;
  return { from: stepDate(today, counted, -Math.round(count)), to: today, end: unit === undefined ? at + 3 : at + 2 };
}

function dayAt(terms: readonly QuestionTerm[], at: number): number | undefined {
  const term = terms[at];
  return /^[0-9]{1,2}(?:st|nd|rd|th)?$/iu.test(term?.text ?? "") ? term?.number?.value : undefined;
}

function yearAt(terms: readonly QuestionTerm[], at: number): string | undefined {
  const text = terms[at]?.text ?? "";
  return /^[12][0-9]{3}$/u.test(text) ? text : undefined;
}

function wordAt(terms: readonly QuestionTerm[], at: number): string {
  return terms[at]?.word ?? "";
}

function twoDigits(number: number): string {
  return String(number).padStart(2, "0");
}

const MOST_STEPS = 1000;
const ISO_MONTH = /^[12][0-9]{3}-(?:0[1-9]|1[0-2])$/u;
const ISO_DAY = /^[12][0-9]{3}-[0-9]{2}-[0-9]{2}$/u;
const ORDINALS: ReadonlyMap<string, number> = new Map([
  ["first", 1],
  ["second", 2],
  ["third", 3],
  ["fourth", 4],
  ["1st", 1],
  ["2nd", 2],
  ["3rd", 3],
  ["4th", 4],
]);
