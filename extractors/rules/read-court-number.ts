import type { Element } from "../elements/element.js";
import { isCapital } from "../elements/is-capital.js";
import { fullYear } from "../numbers/full-year.js";
import { latinDigits } from "../text/latin-digits.js";
import { type DocumentReading, isPlainNumber, textOf, yearAtEnd } from "./document-reading.js";
import type { SentenceView } from "./match.js";

/** The file number of a court that begins at an element, in one of the forms that courts give it. */
export function readCourtNumber(view: SentenceView, at: number): DocumentReading | undefined {
  return (
    courtFile(view, at) ??
    numberAndCode(view, at) ??
    fileOfCourtAt(view, at) ??
    fileOfOfficeAt(view, at) ??
    checkedNumber(view, at)
  );
}

const LONGEST_COURT = 3;

/** `5 AZR 216/94`, `VI ZR 12/05`: senate, register, number and two digits of the year. */
function courtFile(view: SentenceView, at: number): DocumentReading | undefined {
  const senate = view.elements[at];
  if (senate === undefined || !(isPlainNumber(senate) || (senate.type === "word" && /^[ivx]+$/.test(senate.key))))
    return undefined;
  let next = at + 1;
  while (next - at <= LONGEST_COURT && isRegister(view, view.elements[next])) next++;
  const [number, slash, year] = view.elements.slice(next, next + 3);
  if (next === at + 1 || number === undefined || year === undefined || slash?.key !== "/") return undefined;
  if (!isPlainNumber(number) || !/^[0-9]{2}$/.test(year.number?.digits ?? "")) return undefined;
  const words = view.elements.slice(at, next).map((element) => textOf(view, element));
  return {
    to: next + 3,
    number: `${words.join(" ")} ${textOf(view, number)}/${textOf(view, year)}`,
    year: fullYear(Number(year.number?.digits)),
    court: true,
  };
}

function isRegister(view: SentenceView, element: Element | undefined): boolean {
  return element?.type === "word" && element.key.length <= 4 && isCapital(view.text, element);
}

/** `46 PK/Pid.Sus/2010`: a number and a code of capitals that ends in the year. */
function numberAndCode(view: SentenceView, at: number): DocumentReading | undefined {
  const [number, code] = view.elements.slice(at, at + 2);
  if (number === undefined || code?.type !== "code" || !isPlainNumber(number)) return undefined;
  const text = textOf(view, code);
  const year = yearAtEnd(text);
  if (year.year === undefined || !/^[A-Z]+\//.test(text)) return undefined;
  return { to: at + 2, number: `${textOf(view, number)} ${text}`, ...year };
}

/** Letters of a court that close a file number, and most letters of the abbreviated place behind them. */
const COURT_AT_END = /\/((?:19|20)[0-9]{2})\/[A-Z]{2,4}$/;
const LONGEST_PLACE = 3;

/** `12/Pdt.G/2021/PN Jkt.Pst`: the court's place is a part of its file number. */
function fileOfCourtAt(view: SentenceView, at: number): DocumentReading | undefined {
  const [code, place, dot, quarter] = view.elements.slice(at, at + 4);
  if (code?.type !== "code" || place === undefined) return undefined;
  const number = textOf(view, code);
  const year = COURT_AT_END.exec(number)?.[1];
  if (year === undefined || !isPlaceLetters(view, place)) return undefined;
  const hasQuarter = quarter !== undefined && dot?.key === "." && dot.start === place.end && dot.end === quarter.start;
  const isLonger = hasQuarter && isPlaceLetters(view, quarter);
  const written = `${number} ${textOf(view, place)}`;
  return {
    to: at + (isLonger ? 4 : 2),
    number: isLonger ? `${written}.${textOf(view, quarter)}` : written,
    year: Number(year),
  };
}

/** `Jkt`, `Sby`: a few letters, the first of them a capital. */
function isPlaceLetters(view: SentenceView, element: Element): boolean {
  return element.type === "word" && element.key.length <= LONGEST_PLACE && isCapital(view.text, element);
}

/** A file number with its year that ends in the name of an office: a word, not letters for one. */
const OFFICE_AT_END = /\/((?:19|20)[0-9]{2})\/(?:.*\/)?\p{Lu}(?:\p{Ll}{3,}|\p{Lu}{4,})$/u;
const MOST_OFFICES = 3;

/** `LP/B/12/V/2023/SPKT/Polres Kendal/Polda Jateng`: offices that a number names, each with its place. */
function fileOfOfficeAt(view: SentenceView, at: number): DocumentReading | undefined {
  const code = view.elements[at];
  if (code?.type !== "code" || view.lexicon.nounPhrase.capitalNouns) return undefined;
  const year = OFFICE_AT_END.exec(textOf(view, code))?.[1];
  if (year === undefined) return undefined;
  let to = at + 1;
  for (let offices = 0; offices < MOST_OFFICES && isPlace(view, to); offices++) {
    to++;
    const [slash, next] = view.elements.slice(to, to + 2);
    const goesOn = slash?.key === "/" && slash.start === view.elements[to - 1]?.end && next?.start === slash.end;
    if (!goesOn || next.type !== "word" || !isPlace(view, to + 2)) break;
    to += 2;
  }
  const last = view.elements[to - 1];
  if (last === undefined || to === at + 1) return undefined;
  return { to, number: view.text.slice(code.start, last.end), year: Number(year) };
}

function isPlace(view: SentenceView, at: number): boolean {
  const element = view.elements[at];
  return element?.type === "word" && element.clitic === undefined && isCapital(view.text, element);
}

/** `112/21x`, behind its register: a letter that checks the number closes it. */
function checkedNumber(view: SentenceView, at: number): DocumentReading | undefined {
  if (view.elements[at - 1]?.senses.register === undefined) return undefined;
  const [number, slash, year, letter] = view.elements.slice(at, at + 4);
  if (number === undefined) return undefined;
  if (number.type === "code") {
    const text = textOf(view, number);
    return CHECKED.test(text) ? { to: at + 1, number: text } : undefined;
  }
  if (slash?.key !== "/" || year === undefined || letter === undefined || letter.start !== year.end) return undefined;
  const text = latinDigits(view.text.slice(number.start, letter.end));
  return CHECKED.test(text) ? { to: at + 4, number: text } : undefined;
}

const CHECKED = /^[0-9]{1,5}\/[0-9]{2}[a-z]$/;
