import { type DocumentReading, isPlainNumber, textOf } from "./document-reading.js";
import type { SentenceView } from "./match.js";

/** A number beside the year that it was counted in, in one of the orders that they stand in. */
export function readNumberWithYear(view: SentenceView, at: number): DocumentReading | undefined {
  return yearColonNumber(view, at) ?? yearMarkNumber(view, at) ?? numberColonYear(view, at);
}

/** `2004: 15`: a series counted by year. */
function yearColonNumber(view: SentenceView, at: number): DocumentReading | undefined {
  const [year, colon, number] = view.elements.slice(at, at + 3);
  if (year === undefined || number === undefined || colon?.key !== ":" || !isPlainNumber(number)) return undefined;
  const digits = textOf(view, year);
  if (!isPlainNumber(year) || !/^(19|20)[0-9]{2}$/.test(digits)) return undefined;
  return { to: at + 3, number: `${digits}:${textOf(view, number)}`, year: Number(digits) };
}

/** `1926 No. 226`: a gazette's year in front of its number; only behind its type. */
function yearMarkNumber(view: SentenceView, at: number): DocumentReading | undefined {
  const [year, mark, number] = view.elements.slice(at, at + 3);
  if (view.elements[at - 1]?.senses.reference === undefined || mark?.senses.mark === undefined) return undefined;
  if (year === undefined || number === undefined || !isPlainNumber(number)) return undefined;
  const digits = textOf(view, year);
  if (!/^(1[89]|20)[0-9]{2}$/.test(digits)) return undefined;
  return { to: at + 3, number: `${textOf(view, number)}/${digits}`, year: Number(digits) };
}

/** `9001:2015`: a standard and the year of its edition. */
function numberColonYear(view: SentenceView, at: number): DocumentReading | undefined {
  const [number, colon, year] = view.elements.slice(at, at + 3);
  if (number === undefined || colon?.key !== ":" || year === undefined || number.end !== colon.start) return undefined;
  const digits = textOf(view, year);
  if (!isPlainNumber(number) || colon.end !== year.start || !/^(19|20)[0-9]{2}$/.test(digits)) return undefined;
  return { to: at + 3, number: `${textOf(view, number)}:${digits}`, year: Number(digits) };
}
