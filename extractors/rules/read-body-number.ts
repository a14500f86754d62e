import { type DocumentReading, yearAtEnd } from "./document-reading.js";
import type { SentenceView } from "./match.js";
import { readJoinedNumber } from "./read-joined-number.js";

/** Longest letters of a body, and how many words its name has at most, which is read behind the type of an act only. */
const BODY_LETTERS = 4;
const BODY_WORDS = 2;

/**
 * The number of an act behind the body that issued it: `(EU) 2016/679`, `(EG) Nr. 1049/2001`, `اللائحة (الاتحاد الأوروبي)
 * 2016/679`. Undefined when there is none.
 */
export function readBodyNumber(view: SentenceView, at: number): DocumentReading | undefined {
  const { elements, text } = view;
  const body = elements[at + 1];
  if (elements[at]?.key !== "(" || body?.type !== "word") return undefined;
  const isNamed = elements[at - 1]?.senses.reference !== undefined;
  let closing = at + 2;
  while (isNamed && elements[closing]?.type === "word" && closing - at <= BODY_WORDS) closing++;
  const next = elements[closing + 1];
  if (elements[closing]?.key !== ")" || next === undefined || (!isNamed && body.key.length > BODY_LETTERS))
    return undefined;
  const number = readJoinedNumber(view, next.senses.mark === undefined ? closing + 1 : closing + 2);
  if (number === undefined) return undefined;
  const written = text.slice(body.start, elements[closing - 1]?.end);
  // Since 2015 acts are numbered year first; before, with a mark, number first.
  const yearFirst = /^((?:19|20)[0-9]{2})[/]/.exec(number.number)?.[1];
  const year =
    next.senses.mark === undefined && yearFirst !== undefined ? { year: Number(yearFirst) } : yearAtEnd(number.number);
  return { to: number.to, number: `(${written}) ${number.number}`, ...year };
}
