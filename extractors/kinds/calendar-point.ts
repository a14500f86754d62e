import { fullYear } from "../numbers/full-year.js";
import type { Match } from "../rules/match.js";
import { latinDigits } from "../text/latin-digits.js";

/** A point in the proleptic Gregorian calendar as far as it is stated. `year` is astronomical: 1 BC is 0. */
export interface CalendarPoint {
  readonly year?: number;
  readonly month?: number;
  readonly day?: number;
}

/** The slots of a point. */
export interface PointRoles {
  readonly numericDate: string;
  readonly day: string;
  readonly month: string;
  readonly monthNumber: string;
  readonly year: string;
  readonly era: string;
}

/** The only point of a date, or the first. */
export const OWN_POINT: PointRoles = {
  numericDate: "numeric_date",
  day: "day",
  month: "month",
  monthNumber: "month_number",
  year: "year",
  era: "era",
};

/** The end of an interval. */
export const END_POINT: PointRoles = {
  numericDate: "to_numeric_date",
  day: "to_day",
  month: "to_month",
  monthNumber: "to_month_number",
  year: "to_year",
  era: "to_era",
};

/** The second of two points that share what stands behind them. */
export const OTHER_POINT: PointRoles = {
  numericDate: "other_numeric_date",
  day: "other_day",
  month: "other_month",
  monthNumber: "other_month_number",
  year: "other_year",
  era: "other_era",
};

/** The point in some slots; undefined when none is filled. */
export function calendarPoint(match: Match, roles: PointRoles): CalendarPoint | undefined {
  const { bindings } = match;
  const numeric = bindings.get(roles.numericDate);
  if (numeric !== undefined) return readNumericDate(match.view.text.slice(numeric.span.start, numeric.span.end));
  const month = bindings.get(roles.month)?.code ?? numberOf(match, roles.monthNumber);
  const written = numberOf(match, roles.year);
  const year = written === undefined ? undefined : yearOf(match, roles, written);
  const day = numberOf(match, roles.day);
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
function yearOf({ bindings }: Match, roles: PointRoles, written: number): number {
  // One era behind an interval holds for both ends: `624 - 548 SM`.
  const era = bindings.get(roles.era) ?? bindings.get("era") ?? bindings.get("to_era");
  if (era?.code === "bc") return 1 - written;
  if (bindings.get(roles.year)?.number?.digits?.length !== 2 || bindings.has("era")) return written;
  if (bindings.has("month_number")) return fullYear(written);
  const hasCue = roles === OWN_POINT && (bindings.has("year_cue") || bindings.has("time_preposition"));
  if (!hasCue && !bindings.has(roles.month)) return written;
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
  return day <= (month === 2 && !isLeap(year) ? 28 : (LONGEST_MONTHS[month - 1] ?? 0));
}

const LONGEST_MONTHS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** By the Gregorian calendar, before its time as well. */
function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
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
