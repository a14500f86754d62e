import { fullYear } from "../numbers/full-year.js";
import type { Match } from "../rules/match.js";
import { latinDigits } from "../text/latin-digits.js";

/** A point in the proleptic Gregorian calendar as far as it is stated. `year` is astronomical: 1 BC is 0. */
export interface CalendarPoint {
  readonly year?: number;
  readonly month?: number;
  readonly day?: number;
}

/** The point in the slots `day`, `month` or `month_number`, `year`, `era` with a prefix; undefined when none is filled. */
export function calendarPoint(match: Match, prefix: string): CalendarPoint | undefined {
  const numeric = match.bindings.get(`${prefix}numeric_date`);
  if (numeric !== undefined) return readNumericDate(match.view.text.slice(numeric.span.start, numeric.span.end));
  const value = (role: string) => numberOf(match, prefix + role);
  const month = match.bindings.get(`${prefix}month`)?.code ?? value("month_number");
  const written = value("year");
  // One era behind an interval holds for both ends: `624 - 548 SM`.
  const era = (match.bindings.get(`${prefix}era`) ?? match.bindings.get("era") ?? match.bindings.get("to_era"))?.code;
  const year = written === undefined ? undefined : era === "bc" ? 1 - written : yearOf(match, prefix, written);
  const day = value("day");
  if (year === undefined && month === undefined && day === undefined) return undefined;
  return {
    ...(year === undefined ? {} : { year }),
    ...(month === undefined ? {} : { month: Number(month) }),
    ...(day === undefined ? {} : { day }),
  };
}

/** The last two digits that stand for a year of this century where a month or an apostrophe is in front. */
const LAST_CUT_YEAR = 35;

/** `05/05/71`: two digits in a numeric date stand for the years 1950 to 2049; `Mai ’45` looks back. Elsewhere a year is what it says. */
function yearOf(match: Match, prefix: string, written: number): number {
  const { bindings } = match;
  if (bindings.get(`${prefix}year`)?.number?.digits?.length !== 2 || bindings.has("era")) return written;
  if (bindings.has("month_number")) return fullYear(written);
  const isCut = ["month", "year_cue", "time_preposition"].some((role) => bindings.has(prefix + role));
  if (!isCut) return written;
  return written <= LAST_CUT_YEAR ? 2000 + written : 1900 + written;
}

/** Value of a numeric slot; undefined when it is not filled. */
export function numberOf(match: Match, role: string): number | undefined {
  const value = match.bindings.get(role)?.number?.value;
  return value === undefined ? undefined : Number(value);
}

/** ISO 8601 of a point; undefined when it names less than a year or a month with a day, or no real day. */
export function isoOf(point: CalendarPoint): string | undefined {
  const { year, month, day } = point;
  if (!isReal(point)) return undefined;
  if (year === undefined) {
    return month === undefined || day === undefined ? undefined : `--${two(month)}-${two(day)}`;
  }
  if (month === undefined) return day === undefined ? isoYear(year) : undefined;
  return day === undefined ? `${isoYear(year)}-${two(month)}` : `${isoYear(year)}-${two(month)}-${two(day)}`;
}

/** ISO 8601 interval; what the start leaves unsaid is the end's: `24-26 April 2007`. Undefined when it runs backwards. */
export function intervalOf(start: CalendarPoint, end: CalendarPoint): string | undefined {
  const from: CalendarPoint = {
    ...start,
    ...(start.year === undefined && end.year !== undefined ? { year: end.year } : {}),
    ...(start.month === undefined && start.year === undefined && end.month !== undefined ? { month: end.month } : {}),
  };
  const to: CalendarPoint = completeEnd(from, end);
  const [first, last] = [isoOf(from), isoOf(to)];
  if (first === undefined || last === undefined || order(from) > order(to)) return undefined;
  return `${first}/${last}`;
}

/** `2013/14` ends in 2014. */
function completeEnd(start: CalendarPoint, end: CalendarPoint): CalendarPoint {
  const { year } = end;
  if (year === undefined || start.year === undefined || year > 99 || start.year < 1000 || end.month !== undefined)
    return end;
  return { ...end, year: start.year - (start.year % 100) + year };
}

/** ISO 8601 year: four digits, a sign before Christ. */
export function isoYear(year: number): string {
  return year < 0 ? `-${String(-year).padStart(4, "0")}` : String(year).padStart(4, "0");
}

function order({ year = 0, month = 0, day = 0 }: CalendarPoint): number {
  return (year * 12 + month) * 31 + day;
}

function isReal({ year = 2000, month = 1, day = 1 }: CalendarPoint): boolean {
  if (month < 1 || month > 12 || day < 1) return false;
  const date = new Date(Date.UTC(2000, month, 0));
  date.setUTCFullYear(year, month, 0);
  return day <= date.getUTCDate();
}

function two(value: number): string {
  return String(value).padStart(2, "0");
}

/** `28.06.2024`, `28/6/24`, `2024-06-28`; `6/28/2024`, where only the second number can be the day. */
function readNumericDate(text: string): CalendarPoint | undefined {
  const [first = 0, month = 0, last = 0] = latinDigits(text).split(/[./-]/).map(Number);
  if (text.endsWith(".")) return { day: first, month };
  if (first > 31) return { year: first, month, day: last };
  if (month > 12 && first <= 12) return { day: month, month: first, year: fullYear(last) };
  return { day: first, month, year: fullYear(last) };
}
