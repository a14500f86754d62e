import type { Element } from "../elements/element.js";
import { standsBeforeNoun } from "../phrases/stands-before-noun.js";
import { latinDigits } from "../text/latin-digits.js";
import type { Binding, SentenceView } from "./match.js";

/**
 * A date in digits that begins at an element: `28.06.2024` in one token, `15.2.` with its dot, `28/6/2024` or `2024-06-28` in five without
 * spaces. Undefined when the digits cannot be one; whether the calendar has the day is checked where it is read.
 */
export function readNumericDate(view: SentenceView, at: number): Binding | undefined {
  const first = view.elements[at];
  if (first?.type !== "number") return undefined;
  // Whatever is more than one token goes on with a sign.
  if (first.number !== undefined && view.elements[at + 1]?.type !== "symbol") return undefined;
  const written = view.text.slice(first.start, first.end);
  if (first.number === undefined) {
    return isDayMonthYear(dayFirst(written.split("."))) ? binding(at, at + 1, first, first) : undefined;
  }
  const spaced = readSpacedDate(view, at);
  if (spaced !== undefined) return spaced;
  if (isDayMonth(view, at, written)) {
    const dot = view.elements[at + 1] ?? first;
    // In `3.8.–5.9.` the dash behind the dot is left to the rule.
    const isTied = dot.key.length > 1;
    return {
      from: at,
      to: isTied ? at + 1 : at + 2,
      span: { start: first.start, end: isTied ? dot.start + 1 : dot.end },
    };
  }
  const dayMonth = readSpacedDayMonth(view, at);
  if (dayMonth !== undefined) return dayMonth;
  const [sign, second, again, last] = view.elements.slice(at + 1, at + 5);
  if (sign === undefined || last === undefined || sign.key !== again?.key || last.end - first.start > 10)
    return undefined;
  if (!/^[/-]$/.test(sign.key) || second === undefined) return undefined;
  const parts = [first, second, last].map(({ start, end }) => view.text.slice(start, end));
  const fits = isDayMonthYear(sign.key === "/" ? slashedDayFirst(parts) : dayFirst(parts));
  // `4127/1/3/2016` is a file's number.
  if (view.elements[at + 5]?.key === sign.key && view.elements[at + 5]?.start === last.end) return undefined;
  return fits && isTight([first, sign, second, again, last]) ? binding(at, at + 5, first, last) : undefined;
}

/** `2015.5.13` and `2024-06-28` name the year first. */
function dayFirst(parts: readonly string[]): readonly string[] {
  return /^[12][0-9]{3}$/.test(latinDigits(parts[0] ?? "")) ? parts.toReversed() : parts;
}

/** `2/15/2013` names the month first, as a second number above 12 tells; with dots or dashes nobody writes so. */
function slashedDayFirst(parts: readonly string[]): readonly string[] {
  const [first = "", second = "", year = ""] = parts.map((part) => latinDigits(part));
  return year.length === 4 && Number(second) > 12 && Number(first) <= 12 ? [second, first, year] : dayFirst(parts);
}

/** `31. 12. 1996`: with a space behind each dot, where a dot makes ordinals. */
function readSpacedDate(view: SentenceView, at: number): Binding | undefined {
  const { text, elements, lexicon } = view;
  const parts = elements.slice(at, at + 5);
  const [day, dot, month, again, year] = parts;
  if (
    !lexicon.numbers.ordinalDot ||
    day === undefined ||
    year === undefined ||
    dot?.key !== "." ||
    again?.key !== "."
  ) {
    return undefined;
  }
  if (dot.start !== day.end || again.start !== month?.end) return undefined;
  const written = [day, month, year].map(({ start, end }) => text.slice(start, end));
  if (!isDayMonthYear(written)) return undefined;
  // `3. 4. 96`: two digits are a year where they count nothing.
  return written[2]?.length === 4 || !standsBeforeNoun(view, at + 5) ? binding(at, at + 5, day, year) : undefined;
}

/** `24. 12.`: with a space behind the first dot, in front of a word that is no noun. */
function readSpacedDayMonth(view: SentenceView, at: number): Binding | undefined {
  const { elements, lexicon } = view;
  const [day, dot, month] = [elements[at], elements[at + 1], elements[at + 2]];
  if (dot?.key !== "." || dot.start !== day?.end || month?.number?.ordinal !== true || !lexicon.numbers.ordinalDot)
    return undefined;
  const written = [day.number?.digits ?? "", month.number.digits ?? "", "2000"];
  if (!isDayMonthYear(written) || elements[at + 3]?.type !== "word" || standsBeforeNoun(view, at + 3)) return undefined;
  return elements[at + 3]?.senses.month === undefined ? binding(at, at + 3, day, month) : undefined;
}

/** `15.2.`: only where a dot makes ordinals and a comma decimals, and the dot behind is glued. */
function isDayMonth({ elements, lexicon }: SentenceView, at: number, written: string): boolean {
  if (!lexicon.numbers.ordinalDot || lexicon.numbers.decimal !== ",") return false;
  const dot = elements[at + 1];
  if (dot === undefined || dot.start !== elements[at]?.end) return false;
  if (dot.key !== "." && !(dot.senses.price_ending !== undefined && dot.key.startsWith("."))) return false;
  const [day = "", month = "", ...rest] = written.split(".");
  return rest.length === 0 && isDayMonthYear([day, month, "2000"]);
}

/** Two-digit years only in full dates of two-digit parts: `05/05/71`. */
function isDayMonthYear(parts: readonly string[]): boolean {
  const [day = "", month = "", year = ""] = parts.map((part) => latinDigits(part));
  if (
    parts.length !== 3 ||
    !/^[0-9]{1,2}$/.test(day) ||
    !/^[0-9]{1,2}$/.test(month) ||
    !/^([0-9]{2}){1,2}$/.test(year)
  ) {
    return false;
  }
  return Number(day) >= 1 && Number(day) <= 31 && Number(month) >= 1 && Number(month) <= 12;
}

function isTight(elements: readonly (Element | undefined)[]): boolean {
  return elements.every((element, index) => index === 0 || element?.start === elements[index - 1]?.end);
}

function binding(from: number, to: number, first: Element, last: Element): Binding {
  return { from, to, span: { start: first.start, end: last.end } };
}
