import type { DateMention } from "../../pipeline/model/mention.js";
import type { Element } from "../elements/element.js";
import { hasAny, senseSet } from "../lexicon/sense-set.js";
import { standsBeforeNoun } from "../phrases/stands-before-noun.js";
import type { Binding, Match, SentenceView } from "../rules/match.js";
import { mentionBase } from "../rules/mention-base.js";
import {
  calendarPoint,
  END_POINT,
  intervalOf,
  isoOf,
  OTHER_POINT,
  OWN_POINT,
  type PointRoles,
} from "./calendar-point.js";
import { FIRST_YEAR, isYearOfNothing, looksLikeYear } from "./is-year-of-nothing.js";
import { isoOfPeriod } from "./iso-of-period.js";

const ROLES = [
  "day",
  "month",
  "month_number",
  "year",
  "era",
  "to_day",
  "to_month",
  "to_year",
  "to_era",
  "to_decade",
  "roman",
  "century",
  "position",
  "decade_position",
  "to_position",
  "to_roman",
  "decade",
  "decade_name",
  "quarter",
  "half_year",
  "part",
  "half",
  "count",
  "unit",
  "numeric_date",
  "to_position",
  "to_numeric_date",
  "code",
  "hyphen",
];

/**
 * Reads a match with parts of a date in its slots: `day month year era`, the same with `to_` for the end of an
 * interval, or the parts of a named period. Nothing for a day that the calendar has not or a month alone.
 */
export function readDate(match: Match): readonly DateMention[] {
  if (
    isPlaceInRow(match) ||
    isShortYear(match) ||
    isNoNumericDay(match) ||
    countsBehindMonth(match) ||
    isOtherCalendar(match) ||
    isFarYear(match) ||
    isYearOfNothing(match)
  )
    return [];
  const iso = isoOfPeriod(match) ?? isoOfMatch(match);
  if (iso === undefined) return [];
  const base = mentionBase(match, rolesOf(match));
  return base === undefined ? [] : [{ kind: "date", ...base, iso }];
}

/** Years after this one are told of before Christ only. */
const LAST_YEAR = 2999;

function isFarYear({ bindings }: Match): boolean {
  if ([bindings.get("era"), bindings.get("to_era")].some((era) => era?.code === "bc")) return false;
  return ["year", "to_year", "other_year"].some((role) => Number(bindings.get(role)?.number?.value) > LAST_YEAR);
}

/** Names of periods: what they do not fit is no date, `die 68er`. */
const PERIODS = ["decade", "century", "quarter", "half_year", "half"];

/** The first of two that share what stands behind the second: `1950- og 1960-tallet`, `3. und 4. Mai`. */
function rolesOf({ bindings }: Match): readonly string[] {
  if (bindings.has("hyphen") && bindings.has("other_year")) return CUT_DECADE;
  if (bindings.has("other_month") && !bindings.has("day")) return FIRST_MONTH;
  return bindings.has("other_day") || bindings.has("other_position") || bindings.has("other_numeric_date")
    ? FIRST_OF_TWO
    : ROLES;
}

const CUT_DECADE = ["year", "hyphen"];
const FIRST_OF_TWO = ["day", "position"];
const FIRST_MONTH = ["month"];

function isoOfMatch(match: Match): string | undefined {
  const own = calendarPoint(match, OWN_POINT);
  const other = calendarPoint(match, OTHER_POINT);
  const start = other === undefined || own === undefined ? own : { ...other, ...own };
  const end = calendarPoint(match, END_POINT);
  if (start === undefined || PERIODS.some((role) => match.bindings.has(role))) return undefined;
  return end === undefined ? isoOf(start) : intervalOf(start, end);
}

/** `pekan ketiga September 2023`: a spelled ordinal behind a unit of time is no day. */
function isPlaceInRow({ bindings, view }: Match): boolean {
  const day = bindings.get("day");
  if (day?.number?.ordinal !== true || !day.number.spelled) return false;
  return view.elements[day.from - 1]?.senses.unit !== undefined;
}

/** `tahun 15`, `mars 12`: one or two digits are a year only with an era, in a numeric date, or where they are cut. */
function isShortYear(match: Match): boolean {
  const { bindings } = match;
  if (bindings.has("era") || bindings.has("to_era")) return false;
  const isShort = (year: Binding | undefined) => (year?.number?.digits?.length ?? 4) <= 2;
  const year = bindings.get("year");
  if (isShort(bindings.get("to_year")) && bindings.has("to_month") && !isCutYear(match, END_POINT)) return true;
  if (isShort(bindings.get("other_year")) && bindings.has("other_month") && !isCutYear(match, OTHER_POINT)) return true;
  if (!isShort(year)) return false;
  if (bindings.has("year_cue") || bindings.has("time_preposition")) return !followsApostrophe(match.view, year);
  return (bindings.has("month") || bindings.has("to_month")) && !isCutYear(match, OWN_POINT);
}

/** Largest day of a month. */
const LAST_DAY = 31;
const APOSTROPHES = "'’‘`";

/**
 * `14. April 15`, `August 99`, `Mai ’68`: two digits right behind a month are a year behind an apostrophe, or where they
 * close their clause and can be no day.
 */
function isCutYear({ bindings, view }: Match, roles: PointRoles): boolean {
  const year = bindings.get(roles.year);
  const month = bindings.get(roles.month);
  if (year?.number?.digits?.length !== 2 || month === undefined) return false;
  if (followsApostrophe(view, year)) return true;
  if (year.from !== month.to || !(bindings.has(roles.day) || Number(year.number.value) > LAST_DAY)) return false;
  const behind = view.elements[year.to];
  return behind === undefined || ".,;)!?".includes(behind.key || " ") || hasAny(behind.senses, CLAUSE_VERBS);
}

const CLAUSE_VERBS = senseSet(["verb", "link_verb", "auxiliary", "change"]);

function followsApostrophe({ elements }: SentenceView, year: Binding | undefined): boolean {
  const mark = year === undefined ? undefined : elements[year.from - 1];
  return mark?.type === "symbol" && mark.end === year?.span.start && APOSTROPHES.includes(mark.key);
}

/**
 * A day and a month in digits without a year count nothing and stand together (`في 22-4`); where the month comes first,
 * only the day tells, by being above 12. A month in digits needs its year in four: `6/2013`.
 */
function isNoNumericDay({ bindings, view, to }: Match): boolean {
  const [day, month, year] = [bindings.get("day"), bindings.get("month_number"), bindings.get("year")];
  if (month === undefined) return false;
  // `Minggu (4/2) malam`: the bracket behind the weekday holds nothing else.
  if (bindings.has("weekday") && view.elements[to - 1]?.key === ")") return false;
  const first = day === undefined || month.from < day.from ? month : day;
  const second = first === month ? (day ?? year) : month;
  // `23 / 11 / 1976`: with day and full year it needs no more.
  if (day !== undefined && year?.number?.digits?.length === 4) return !looksLikeYear(year, false);
  if (second !== undefined && second.from - first.to === 1 && second.span.start - first.span.end > 1) return true;
  if (day === undefined) return year?.number?.digits?.length !== 4 || !looksLikeYear(year, false);
  if (year !== undefined) return false;
  if (first === month && !(Number(day.number?.value) > 12)) return true;
  return endsInNumberOfThings(view.elements[to]);
}

/** A word behind a date in digits: none but one that begins something else leaves it a date. */
function endsInNumberOfThings(behind: Element | undefined): boolean {
  if (behind === undefined || behind.type === "symbol") return false;
  const { of, stop, clause, verb, link_verb } = behind.senses;
  if (of !== undefined) return true;
  return stop === undefined && clause === undefined && verb === undefined && link_verb === undefined;
}

/** `im März 3 Personen`: a number behind a month alone is its day only when it counts nothing. */
function countsBehindMonth({ bindings, view, to }: Match): boolean {
  const day = bindings.get("day");
  const month = bindings.get("month");
  if (day === undefined || month === undefined || bindings.has("year")) return false;
  return day.from > month.from && standsBeforeNoun(view, to);
}

/** Letters of an era that may as well be something else: `M`, `CE`. */
const LONGEST_UNSURE_ERA = 2;

/** A year of a calendar that is left alone (`1445 هـ`), or one before 1000 that `ad` alone would make a year. */
function isOtherCalendar({ bindings, view, to }: Match): boolean {
  const end = bindings.get("to_era");
  const era = bindings.get("era") ?? end;
  if ((era?.code ?? view.elements[to]?.senses.era) === "other") return true;
  if (era?.code !== "ad" || bindings.has("year_cue") || bindings.has("decade")) return false;
  const year = bindings.get(era === end ? "to_year" : "year");
  // `100 م` and a race of `1500م` are lengths, `2023م` is a year.
  const word = view.elements[era.from];
  const isLength = word?.senses.unit !== undefined;
  const before = view.elements[(year?.from ?? 0) - 1]?.senses;
  const isMeasured = before?.measure !== undefined || before?.filler !== undefined;
  const isSmall = word !== undefined && word.key !== word.key.toUpperCase();
  const isYear = !isMeasured && !isSmall && year?.span.end === era.span.start && Number(year.number?.value) % 100 !== 0;
  const isUnsure = word !== undefined && word.end - word.start <= LONGEST_UNSURE_ERA;
  return (isLength && !isYear) || (isUnsure && era !== end && Number(year?.number?.value) < FIRST_YEAR);
}
