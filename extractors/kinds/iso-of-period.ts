import type { Match } from "../rules/match.js";
import { isoYear, numberOf } from "./calendar-point.js";

const ROMAN_NUMERALS = "i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx xxi".split(" ");

/** ISO 8601 of a named period: century, decade, half-year, quarter, first or last months; undefined for anything else. */
export function isoOfPeriod(match: Match): string | undefined {
  const { bindings } = match;
  const named = bindings.get("decade_name")?.code;
  if (named !== undefined) return namedDecade(match, Number(named));
  if (bindings.has("century")) return century(match);
  if (bindings.has("decade")) return decade(match);
  if (bindings.has("quarter")) return quarter(match);
  if (bindings.has("half_year")) return months(match, 6);
  if (bindings.has("half")) return halfOfYear(match);
  if (bindings.has("part") && bindings.get("unit")?.code === "mo") return months(match, numberOf(match, "count") ?? 0);
  return undefined;
}

/** The 16th century is 1500/1599; the 4th before Christ -0399/-0300; `القرنين 12 و13` reach from one to the other. */
function century(match: Match): string | undefined {
  const within = numberOf(match, "decade_position");
  if (within !== undefined) return decadeOfCentury(match, within);
  const position = numberOf(match, "position") ?? romanOf(match);
  if (position === undefined || position < 1 || position > 30) return undefined;
  const last = numberOf(match, "to_position") ?? valueOfRoman(textIn(match, "to_roman"));
  if (last !== undefined) return centuries(match, position, last);
  const first = (position - 1) * 100;
  if (match.bindings.get("era")?.code === "bc") return `${isoYear(-(first + 99))}/${isoYear(-first)}`;
  return yearSpan(first, 100);
}

/** `العقد الثاني من القرن العشرين` is 1910/1919. */
function decadeOfCentury(match: Match, within: number): string | undefined {
  const position = numberOf(match, "position");
  if (position === undefined || position < 1 || position > 30 || within < 1 || within > 10) return undefined;
  return yearSpan((position - 1) * 100 + (within - 1) * 10, 10);
}

/** From the 8th to the 9th century is 0700/0899. */
function centuries(match: Match, first: number, last: number): string | undefined {
  if (match.bindings.get("era")?.code === "bc" || last <= first || last > 30) return undefined;
  return yearSpan((first - 1) * 100, (last - first + 1) * 100);
}

/** `سبعينيات القرن التاسع عشر` is 1870/1879; without a century the twentieth is meant. */
function namedDecade(match: Match, first: number): string | undefined {
  const position = match.bindings.has("century") ? numberOf(match, "position") : undefined;
  return yearSpan(position === undefined ? first : (position - 1) * 100 + (first % 100), 10);
}

/** `1960-tallet` is 1960/1969, `1800-tallet` a century, `70er Jahre` of the twentieth, `300-tallet f.Kr.` -0398/-0299. */
function decade(match: Match): string | undefined {
  const year = numberOf(match, "year");
  const whole = numberOf(match, "other_year") ?? 0;
  // `16- og 1700-tallet`
  if (year !== undefined && year < 100 && whole >= 1000 && whole % 100 === 0)
    return year < whole / 100 ? yearSpan(year * 100, 100) : undefined;
  if (year === undefined || year % 10 !== 0) return undefined;
  if (match.bindings.get("era")?.code === "bc") {
    const years = year % 100 === 0 ? 100 : 10;
    return year === 0 ? undefined : `${isoYear(2 - year - years)}/${isoYear(1 - year)}`;
  }
  const first = year < 100 && !match.bindings.has("era") ? 1900 + year : year;
  const lastDecade = numberOf(match, "to_year");
  if (lastDecade !== undefined) {
    const last = lastDecade < 100 ? 1900 + lastDecade : lastDecade;
    return last > first && last % 10 === 0 ? `${isoYear(first)}/${isoYear(last + 9)}` : undefined;
  }
  const isCentury = first % 100 === 0 && (first < 1900 || match.bindings.get("decade")?.code === "century");
  return yearSpan(first, isCentury ? 100 : 10);
}

function quarter(match: Match): string | undefined {
  const { year, position = partPosition(match, 4) } = numberedPart(match);
  if (year === undefined || position === undefined || position < 1 || position > 4) return undefined;
  return `${isoYear(year)}-Q${position}`;
}

/** `الربع الأخير`: the first or the last of so many parts. */
function partPosition({ bindings }: Match, parts: number): number | undefined {
  const part = bindings.get("part")?.code;
  return part === "last" ? parts : part === "first" ? 1 : undefined;
}

/** Number of a quarter or half-year and its year: in slots of their own, or in a code, `II/2006`. */
function numberedPart(match: Match): { year?: number | undefined; position?: number | undefined } {
  const [, part = "", codeYear] = /^([ivx]+|[0-9])[/-]([0-9]{4})$/.exec(textIn(match, "code")) ?? [];
  if (codeYear !== undefined) return { year: Number(codeYear), position: valueOfRoman(part) ?? Number(part) };
  return { year: numberOf(match, "year"), position: romanOf(match) ?? numberOf(match, "position") };
}

/** `in der zweiten Hälfte 1995`. */
function halfOfYear(match: Match): string | undefined {
  const year = numberOf(match, "year");
  const half = match.bindings.get("half")?.code;
  if (year === undefined || year < FIRST_YEAR_OF_HALVES) return undefined;
  // `første halvdel av 1800-tallet`
  if (match.view.elements[match.to]?.senses.decade !== undefined) return undefined;
  if (half === "first") return `${isoYear(year)}-01/${isoYear(year)}-06`;
  return half === "last" ? `${isoYear(year)}-07/${isoYear(year)}-12` : undefined;
}

/** A smaller number behind a half is what it is the half of. */
const FIRST_YEAR_OF_HALVES = 1000;

/** The first or last so many months of a year, as an interval of months. */
function months(match: Match, count: number): string | undefined {
  const { year, position } = numberedPart(match);
  const last = match.bindings.get("part")?.code === "last" || position === 2;
  if (year === undefined || count < 1 || count > 11 || (position !== undefined && position > 2)) return undefined;
  const [from, to] = last ? [13 - count, 12] : [1, count];
  return `${isoYear(year)}-${String(from).padStart(2, "0")}/${isoYear(year)}-${String(to).padStart(2, "0")}`;
}

function yearSpan(first: number, years: number): string {
  return `${isoYear(first)}/${isoYear(first + years - 1)}`;
}

function romanOf(match: Match): number | undefined {
  return valueOfRoman(textIn(match, "roman"));
}

function valueOfRoman(numeral: string): number | undefined {
  const index = ROMAN_NUMERALS.indexOf(numeral);
  return index < 0 ? undefined : index + 1;
}

/** What a slot holds, in small letters; empty when it is not filled. */
function textIn({ bindings, view }: Match, role: string): string {
  const span = bindings.get(role)?.span;
  return span === undefined ? "" : view.text.slice(span.start, span.end).toLowerCase();
}
