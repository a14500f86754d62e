import type { Element } from "../elements/element.js";
import { isCapital } from "../elements/is-capital.js";
import { latinDigits } from "../text/latin-digits.js";
import { type DocumentReading, isPlainNumber, textOf, yearAtEnd } from "./document-reading.js";
import type { Binding, SentenceView } from "./match.js";
import { readBodyNumber } from "./read-body-number.js";
import { readCourtNumber } from "./read-court-number.js";
import { readJoinedNumber } from "./read-joined-number.js";
import { readNumberWithYear } from "./read-number-with-year.js";

type Shape = (view: SentenceView, at: number) => DocumentReading | undefined;

/** The forms that official numbers take, the longer before what they begin with. */
const SHAPES: readonly Shape[] = [
  readBodyNumber,
  readCourtNumber,
  parliamentSession,
  numberAndSession,
  prefixedNumberOfYear,
  readNumberWithYear,
  yearAndPage,
  romanNumber,
  chapterWithLetter,
  codeOfYear,
  joined,
  code,
  inBrackets,
  numberOfCourtYear,
  numberOfYear,
  dottedFile,
  dotted,
  hyphenated,
  digitsAlone,
];

/** The official numbers that may begin at an element, best first. */
export function* readDocumentNumbers(view: SentenceView, at: number): Generator<Binding> {
  if (!mayBegin(view, at)) return;
  for (const shape of SHAPES) {
    const reading = shape(view, at);
    if (reading === undefined) continue;
    const { to, bracketed, ...documentNumber } = reading;
    const inset = bracketed === true ? 1 : 0;
    const start = view.elements[at + inset]?.start;
    const end = view.elements[to - 1 - inset]?.end;
    if (start === undefined || end === undefined) continue;
    yield { from: at, to, span: { start, end }, documentNumber };
  }
}

/** The longest word that begins a number, and how many elements behind it digits stand at most: `VI ZR 12/05`. */
const LONGEST_WORD = 6;
const DIGITS_REACH = 4;

/** A cheap no for what cannot begin any of the forms: long words, words that no digits follow, signs but a bracket. */
function mayBegin({ text, elements }: SentenceView, at: number): boolean {
  const first = elements[at];
  if (first === undefined) return false;
  if (first.type === "symbol") return first.key === "(";
  if (first.type !== "word") return true;
  if (first.end - first.start > LONGEST_WORD) return false;
  for (let next = at + 1; next <= at + DIGITS_REACH; next++) {
    const type = elements[next]?.type;
    if (type === "number" || type === "code") return true;
  }
  return /^[IVXLC]+$/.test(text.slice(first.start, first.end));
}

/** `L`, `LS`: what a paper of a parliament is for. */
const PAPER_LETTERS = 3;

/** `7 (2005-2006)`, `12 L (2020-2021)`: a paper of a parliament and its session. */
function parliamentSession(view: SentenceView, at: number): DocumentReading | undefined {
  const first = view.elements[at];
  if (first === undefined || !isPlainNumber(first)) return undefined;
  const part = numberBehindColon(view, at);
  const next = at + (part === undefined ? 1 : 3);
  const letter = view.elements[next];
  const hasLetter = letter?.type === "word" && letter.key.length <= PAPER_LETTERS && isAllCapital(view, letter);
  const rest = view.elements.slice(next + (hasLetter ? 1 : 0), next + 6);
  const [open, from, dash, to, close] = rest;
  if (
    open?.key !== "(" ||
    dash?.senses.to === undefined ||
    close?.key !== ")" ||
    from === undefined ||
    to === undefined
  ) {
    return undefined;
  }
  if (!isPlainNumber(from) || !isPlainNumber(to)) return undefined;
  const session = `(${textOf(view, from)}-${textOf(view, to)})`;
  const written = part === undefined ? textOf(view, first) : `${textOf(view, first)}:${part}`;
  const paper = hasLetter ? `${written} ${textOf(view, letter)}` : written;
  return { to: next + (hasLetter ? 6 : 5), number: `${paper} ${session}` };
}

function isAllCapital({ text }: SentenceView, { start, end }: Element): boolean {
  const written = text.slice(start, end);
  return written === written.toUpperCase() && written !== written.toLowerCase();
}

/** The second half of `8:143`, a paper of a numbered series; undefined when there is none. */
function numberBehindColon(view: SentenceView, at: number): string | undefined {
  const [first, colon, second] = view.elements.slice(at, at + 3);
  if (first === undefined || second === undefined || colon?.key !== ":" || !isPlainNumber(second)) return undefined;
  return first.end === colon.start && colon.end === second.start ? textOf(view, second) : undefined;
}

/** `2676 (2023)`, `3236 (XXIX)`: a resolution of the United Nations with its year or session; only behind its type. */
function numberAndSession(view: SentenceView, at: number): DocumentReading | undefined {
  const [number, open, session, close] = view.elements.slice(at, at + 4);
  const before = view.elements[at - 1];
  // `242 (1967) و338 (1973)`: the next of several.
  const isNext = number?.clitic !== undefined && before?.key === ")";
  if (before?.senses.reference === undefined && before?.senses.mark === undefined && !isNext) return undefined;
  if (
    number === undefined ||
    session === undefined ||
    open?.key !== "(" ||
    close?.key !== ")" ||
    !isPlainNumber(number)
  ) {
    return undefined;
  }
  const text = textOf(view, session);
  const isYear = /^(19|20)[0-9]{2}$/.test(text);
  if (!isYear && session.type !== "code" && !/^[IVXL]+$/.test(text)) return undefined;
  return { to: at + 4, number: `${textOf(view, number)} (${text})`, ...(isYear ? { year: Number(text) } : {}) };
}

/** `KP 812 Tahun 2021`: the letters of an office in front of number and year. */
function prefixedNumberOfYear(view: SentenceView, at: number): DocumentReading | undefined {
  const office = view.elements[at];
  if (office?.type !== "word" || !/^[A-Z]{1,4}$/.test(textOf(view, office))) return undefined;
  const reading = numberOfYear(view, at + 1);
  return reading === undefined ? undefined : { ...reading, number: `${textOf(view, office)} ${reading.number}` };
}

/** `§ 9 A-4`: a paragraph of a chapter put in between others. */
function chapterWithLetter(view: SentenceView, at: number): DocumentReading | undefined {
  const [chapter, paragraph] = view.elements.slice(at, at + 2);
  if (view.elements[at - 1]?.senses.section === undefined || chapter === undefined || paragraph === undefined)
    return undefined;
  const number = textOf(view, paragraph);
  if (!isPlainNumber(chapter) || !/^[A-Z]-[0-9]{1,3}$/.test(number)) return undefined;
  return { to: at + 2, number: `${textOf(view, chapter)} ${number}` };
}

/** `Rt. 2005 s. 12`: the page of a year's volume where a judgment is printed; only behind its type. */
function yearAndPage(view: SentenceView, at: number): DocumentReading | undefined {
  const [year, page, number] = view.elements.slice(at, at + 3);
  if (view.elements[at - 1]?.senses.reference !== "judgment" || page?.senses.label === undefined) return undefined;
  if (year === undefined || number === undefined || !isPlainNumber(year) || !isPlainNumber(number)) return undefined;
  const digits = textOf(view, year);
  if (!/^(18|19|20)[0-9]{2}$/.test(digits)) return undefined;
  const mark = view.text.slice(page.start, number.start).trim();
  return { to: at + 3, number: `${digits} ${mark} ${textOf(view, number)}`, year: Number(digits), volume: true };
}

/** `VI Tahun 2000`; alone only behind a mark or the word of an article: `No. IX`, `Pasal II`. */
function romanNumber(view: SentenceView, at: number): DocumentReading | undefined {
  const [roman, cue, year] = view.elements.slice(at, at + 3);
  if (roman?.type !== "word" || !/^[IVXLC]+$/.test(textOf(view, roman))) return undefined;
  const digits = latinDigits(year?.number?.digits ?? "");
  if (cue?.senses.year_cue !== undefined && /^[0-9]{4}$/.test(digits)) {
    return { to: at + 3, number: `${textOf(view, roman)}/${digits}`, year: Number(digits) };
  }
  const before = view.elements[at - 1]?.senses;
  const isNumber = before?.mark !== undefined || before?.section !== undefined;
  return isNumber ? { to: at + 1, number: textOf(view, roman) } : undefined;
}

/** `72/P Tahun 2020`, `821.2/55/BKD Tahun 2020`: letters of an office, then the year apart from them. */
function codeOfYear(view: SentenceView, at: number): DocumentReading | undefined {
  const reading = joined(view, at) ?? code(view, at);
  if (reading === undefined || reading.year !== undefined) return undefined;
  const [cue, year] = view.elements.slice(reading.to, reading.to + 2);
  if (cue?.senses.year_cue === undefined) return undefined;
  const digits = latinDigits(year?.number?.digits ?? "");
  if (!/^(19|20)[0-9]{2}$/.test(digits)) return undefined;
  return { to: reading.to + 2, number: `${reading.number}/${digits}`, year: Number(digits) };
}

function joined(view: SentenceView, at: number): DocumentReading | undefined {
  const reading = readJoinedNumber(view, at);
  return reading === undefined ? undefined : { ...reading, ...yearAtEnd(reading.number) };
}

function code(view: SentenceView, at: number): DocumentReading | undefined {
  const element = view.elements[at];
  if (element?.type !== "code") return undefined;
  const number = textOf(view, element).replace(/[–—‐‑]/g, "-");
  return { to: at + 1, number, ...yearAtEnd(number) };
}

/** `(5) لسنة 2012`, `(12)`: the number in brackets of its own. */
function inBrackets(view: SentenceView, at: number): DocumentReading | undefined {
  const [open, number, close, cue, year] = view.elements.slice(at, at + 5);
  if (open?.key !== "(" || close?.key !== ")" || number === undefined) return undefined;
  const digits = number.type === "code" || isPlainNumber(number) ? textOf(view, number) : undefined;
  if (digits === undefined) return undefined;
  const yearDigits = latinDigits(year?.number?.digits ?? "");
  if (cue?.senses.year_cue !== undefined && /^[0-9]{4}$/.test(yearDigits)) {
    return { to: at + 5, number: `${digits}/${yearDigits}`, year: Number(yearDigits) };
  }
  return { to: at + 3, number: digits, bracketed: true };
}

/** `6 C 12.19`: administrative courts part number and year by a dot. */
function dottedFile(view: SentenceView, at: number): DocumentReading | undefined {
  const element = view.elements[at];
  const register = view.elements[at - 1];
  if (element?.type !== "number" || register?.senses.register === undefined || !isCapital(view.text, register))
    return undefined;
  const number = textOf(view, element);
  return /^[1-9][0-9]{0,4}\.[0-9]{2}$/.test(number) ? { to: at + 1, number } : undefined;
}

/** `1.11.91`, `31.13`: dots are part of a number behind its mark; right behind its type two dots are, but no date's. */
function dotted(view: SentenceView, at: number): DocumentReading | undefined {
  const element = view.elements[at];
  const before = view.elements[at - 1]?.senses;
  if (element?.type !== "number" || (before?.mark === undefined && before?.reference === undefined)) return undefined;
  const number = textOf(view, element);
  const parts = number.split(".");
  const isNumber = parts.length > 1 && parts.every((part) => /^[0-9]+$/.test(part));
  const isMarked = before.mark !== undefined || (parts.length === 3 && parts[2]?.length !== 4);
  return isNumber && isMarked ? { to: at + 1, number } : undefined;
}

/** `11 Tahun 2020`, `5 لسنة 2012`. */
function numberOfYear(view: SentenceView, at: number): DocumentReading | undefined {
  const [number, cue, year] = view.elements.slice(at, at + 3);
  if (number === undefined || year === undefined || cue?.senses.year_cue === undefined || !isPlainNumber(number))
    return undefined;
  const digits = latinDigits(year.number?.digits ?? "");
  return /^[0-9]{4}$/.test(digits)
    ? { to: at + 3, number: `${textOf(view, number)}/${digits}`, year: Number(digits) }
    : undefined;
}

/** `4521 لسنة 82 قضائية`: a court's number and the year of the court itself. */
function numberOfCourtYear(view: SentenceView, at: number): DocumentReading | undefined {
  const number = view.elements[at];
  if (view.elements[at + 1]?.senses.year_cue === undefined || number === undefined || !isPlainNumber(number))
    return undefined;
  const [year, register] = view.elements.slice(at + 2, at + 4);
  if (year === undefined || !isPlainNumber(year) || register?.senses.register === undefined) return undefined;
  return { to: at + 4, number: `${textOf(view, number)}/${textOf(view, year)}` };
}

/** `§ 3-12`, `§§ 7-8`. */
function hyphenated(view: SentenceView, at: number): DocumentReading | undefined {
  const [first, dash, second] = view.elements.slice(at, at + 3);
  if (first === undefined || dash === undefined || second === undefined) return undefined;
  if (!isPlainNumber(first) || !isPlainNumber(second) || dash.senses.to === undefined) return undefined;
  // `§§ 12 bis 15`, `المواد من 12 إلى 15`; elsewhere only what is written together is one number.
  const opening = view.elements[at - 1]?.senses.from === undefined ? at - 1 : at - 2;
  const isTight =
    view.elements[opening]?.senses.section !== undefined || (first.end === dash.start && dash.end === second.start);
  if (!isTight) return undefined;
  const number = `${textOf(view, first)}-${textOf(view, second)}`;
  const [hyphen, year] = view.elements.slice(at + 3, at + 5);
  const digits = year === undefined ? "" : textOf(view, year);
  const isDated = hyphen?.senses.to !== undefined && hyphen.start === second.end && hyphen.end === year?.start;
  // `03-1726-2002`: the year closes it.
  return isDated && /^(19|20)[0-9]{2}$/.test(digits)
    ? { to: at + 5, number: `${number}-${digits}`, year: Number(digits) }
    : { to: at + 3, number };
}

function digitsAlone(view: SentenceView, at: number): DocumentReading | undefined {
  const element = view.elements[at];
  return element !== undefined && isPlainNumber(element) ? { to: at + 1, number: textOf(view, element) } : undefined;
}
