import type { Element } from "../elements/element.js";
import { isCapital } from "../elements/is-capital.js";
import { isWhole } from "../numbers/decimal.js";
import { fullYear } from "../numbers/full-year.js";
import { latinDigits } from "../text/latin-digits.js";
import type { Binding, SentenceView } from "./match.js";
import { readJoinedNumber } from "./read-joined-number.js";

/** A document number in its canonical form: no white space but where its form has it, dashes as hyphens. */
type Reading = {
  readonly to: number;
  readonly number: string;
  readonly year?: number;
  readonly court?: true;
  /** Set where brackets around the number are no part of its span. */
  readonly bracketed?: true;
};
type Shape = (view: SentenceView, at: number) => Reading | undefined;

/** The forms that official numbers take, the longer before what they begin with. */
const SHAPES: readonly Shape[] = [
  bracketedBody,
  courtFile,
  parliamentSession,
  numberAndCode,
  numberAndSession,
  prefixedNumberOfYear,
  yearColonNumber,
  yearAndPage,
  joined,
  code,
  inBrackets,
  numberOfYear,
  dotted,
  hyphenated,
  digitsAlone,
];

/** The official numbers that may begin at an element, best first. */
export function* readDocumentNumbers(view: SentenceView, at: number): Generator<Binding> {
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

/** `(EU) 2016/679`, `(EG) Nr. 1049/2001`: the body that issued it, then its number. */
function bracketedBody(view: SentenceView, at: number): Reading | undefined {
  const [open, body, close, next] = view.elements.slice(at, at + 4);
  if (open?.key !== "(" || body?.type !== "word" || body.key.length > 4 || close?.key !== ")" || next === undefined) {
    return undefined;
  }
  const number = readJoinedNumber(view, next.senses.mark === undefined ? at + 3 : at + 4);
  if (number === undefined) return undefined;
  // Since 2015 acts are numbered year first; before, with a mark, number first.
  const yearFirst = /^((?:19|20)[0-9]{2})[/]/.exec(number.number)?.[1];
  const year =
    next.senses.mark === undefined && yearFirst !== undefined ? { year: Number(yearFirst) } : yearAtEnd(number.number);
  return { to: number.to, number: `(${textOf(view, body)}) ${number.number}`, ...year };
}

const LONGEST_COURT = 3;

/** `5 AZR 216/94`, `VI ZR 12/05`: senate, register, number and two digits of the year. */
function courtFile(view: SentenceView, at: number): Reading | undefined {
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
function numberAndCode(view: SentenceView, at: number): Reading | undefined {
  const [number, code] = view.elements.slice(at, at + 2);
  if (number === undefined || code?.type !== "code" || !isPlainNumber(number)) return undefined;
  const text = textOf(view, code);
  const year = yearAtEnd(text);
  if (year.year === undefined || !/^[A-Z]+\//.test(text)) return undefined;
  return { to: at + 2, number: `${textOf(view, number)} ${text}`, ...year };
}

/** `7 (2005-2006)`, `12 L (2020-2021)`: a paper of a parliament and its session. */
function parliamentSession(view: SentenceView, at: number): Reading | undefined {
  const first = view.elements[at];
  if (first === undefined || !isPlainNumber(first)) return undefined;
  const part = numberBehindColon(view, at);
  const next = at + (part === undefined ? 1 : 3);
  const letter = view.elements[next];
  const hasLetter = letter?.type === "word" && letter.key.length === 1 && isCapital(view.text, letter);
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

/** The second half of `8:143`, a paper of a numbered series; undefined when there is none. */
function numberBehindColon(view: SentenceView, at: number): string | undefined {
  const [first, colon, second] = view.elements.slice(at, at + 3);
  if (first === undefined || second === undefined || colon?.key !== ":" || !isPlainNumber(second)) return undefined;
  return first.end === colon.start && colon.end === second.start ? textOf(view, second) : undefined;
}

/** `2676 (2023)`, `3236 (XXIX)`: a resolution of the United Nations with its year or session; only behind its type. */
function numberAndSession(view: SentenceView, at: number): Reading | undefined {
  const [number, open, session, close] = view.elements.slice(at, at + 4);
  const before = view.elements[at - 1]?.senses;
  if (before?.reference === undefined && before?.mark === undefined) return undefined;
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
function prefixedNumberOfYear(view: SentenceView, at: number): Reading | undefined {
  const office = view.elements[at];
  if (office?.type !== "word" || !/^[A-Z]{1,4}$/.test(textOf(view, office))) return undefined;
  const reading = numberOfYear(view, at + 1);
  return reading === undefined ? undefined : { ...reading, number: `${textOf(view, office)} ${reading.number}` };
}

/** `2004: 15`: a series counted by year. */
function yearColonNumber(view: SentenceView, at: number): Reading | undefined {
  const [year, colon, number] = view.elements.slice(at, at + 3);
  if (year === undefined || number === undefined || colon?.key !== ":" || !isPlainNumber(number)) return undefined;
  const digits = textOf(view, year);
  if (!isPlainNumber(year) || !/^(19|20)[0-9]{2}$/.test(digits)) return undefined;
  return { to: at + 3, number: `${digits}:${textOf(view, number)}`, year: Number(digits) };
}

/** `Rt. 2005 s. 12`: the page of a year's volume where a judgment is printed; only behind its type. */
function yearAndPage(view: SentenceView, at: number): Reading | undefined {
  const [year, page, number] = view.elements.slice(at, at + 3);
  if (view.elements[at - 1]?.senses.reference !== "judgment" || page?.senses.label === undefined) return undefined;
  if (year === undefined || number === undefined || !isPlainNumber(year) || !isPlainNumber(number)) return undefined;
  const digits = textOf(view, year);
  if (!/^(18|19|20)[0-9]{2}$/.test(digits)) return undefined;
  const mark = view.text.slice(page.start, number.start).trim();
  return { to: at + 3, number: `${digits} ${mark} ${textOf(view, number)}`, year: Number(digits) };
}

function joined(view: SentenceView, at: number): Reading | undefined {
  const reading = readJoinedNumber(view, at);
  return reading === undefined ? undefined : { ...reading, ...yearAtEnd(reading.number) };
}

function code(view: SentenceView, at: number): Reading | undefined {
  const element = view.elements[at];
  if (element?.type !== "code") return undefined;
  const number = textOf(view, element).replace(/[–—‐‑]/g, "-");
  return { to: at + 1, number, ...yearAtEnd(number) };
}

/** `(5) لسنة 2012`, `(12)`: the number in brackets of its own. */
function inBrackets(view: SentenceView, at: number): Reading | undefined {
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

/** `1.11.91`, `31.13`: dots are part of a number behind its mark. */
function dotted(view: SentenceView, at: number): Reading | undefined {
  const element = view.elements[at];
  if (element?.type !== "number" || view.elements[at - 1]?.senses.mark === undefined) return undefined;
  const number = textOf(view, element);
  const parts = number.split(".");
  return parts.length > 1 && parts.every((part) => /^[0-9]+$/.test(part)) ? { to: at + 1, number } : undefined;
}

/** `11 Tahun 2020`, `5 لسنة 2012`. */
function numberOfYear(view: SentenceView, at: number): Reading | undefined {
  const [number, cue, year] = view.elements.slice(at, at + 3);
  if (number === undefined || year === undefined || cue?.senses.year_cue === undefined || !isPlainNumber(number))
    return undefined;
  const digits = latinDigits(year.number?.digits ?? "");
  return /^[0-9]{4}$/.test(digits)
    ? { to: at + 3, number: `${textOf(view, number)}/${digits}`, year: Number(digits) }
    : undefined;
}

/** `§ 3-12`, `§§ 7-8`. */
function hyphenated(view: SentenceView, at: number): Reading | undefined {
  const [first, dash, second] = view.elements.slice(at, at + 3);
  if (first === undefined || dash === undefined || second === undefined) return undefined;
  if (!isPlainNumber(first) || !isPlainNumber(second) || dash.senses.to === undefined) return undefined;
  // `§§ 12 bis 15`; elsewhere only what is written together is one number.
  const isTight =
    view.elements[at - 1]?.senses.section !== undefined || (first.end === dash.start && dash.end === second.start);
  return isTight ? { to: at + 3, number: `${textOf(view, first)}-${textOf(view, second)}` } : undefined;
}

function digitsAlone(view: SentenceView, at: number): Reading | undefined {
  const element = view.elements[at];
  return element !== undefined && isPlainNumber(element) ? { to: at + 1, number: textOf(view, element) } : undefined;
}

/** A four-digit year that closes the number: `34/PMK.011/2007`. */
function yearAtEnd(number: string): { year?: number } {
  const year = /[/-]((?:19|20)[0-9]{2})$/.exec(number)?.[1];
  return year === undefined ? {} : { year: Number(year) };
}

function isPlainNumber({ number }: Element): boolean {
  return number?.digits !== undefined && number.scale === 0 && !number.ordinal && isWhole(number.value);
}

/** As written, digits of any script as Latin ones. */
function textOf({ text }: SentenceView, { start, end }: Element): string {
  return latinDigits(text.slice(start, end));
}
