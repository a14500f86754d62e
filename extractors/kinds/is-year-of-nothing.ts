import { isCapital } from "../elements/is-capital.js";
import type { SenseClass } from "../lexicon/sense.js";
import { isYearOfParticiple } from "../phrases/is-year-of-participle.js";
import { isYearOfVerb } from "../phrases/is-year-of-verb.js";
import { standsBeforeNoun, standsBeforeUnit } from "../phrases/stands-before-noun.js";
import { isLicencePlate } from "../rules/is-licence-plate.js";
import type { Binding, Match, SentenceView } from "../rules/match.js";

/** Years that newspapers write without a word of time; a number outside is more likely a count. */
export const FIRST_YEAR = 1000;
const BARE_YEARS = { first: 1500, last: 2100 };
/** Roles beside which a number is a year whatever it looks like. */
const YEAR_PROOFS = [
  "year_cue",
  "month",
  "to_month",
  "month_number",
  "era",
  "to_era",
  "quarter",
  "half_year",
  "part",
  "half",
];

/** Whether a number that nothing marks as a year does not look like one, or counts what stands behind it. */
export function isYearOfNothing(match: Match): boolean {
  const { bindings, view, from, to } = match;
  const year = bindings.get("year");
  if (year !== undefined && bindings.has("about")) return !isAboutYear(bindings.get("about"), year, view);
  if (year !== undefined && isCueOfUnit(match, year)) return true;
  if (year === undefined || YEAR_PROOFS.some((role) => bindings.has(role))) return false;
  if (bindings.has("decade")) return isDecadeOfNothing(match, Number(year.number?.value));
  const end = bindings.get("to_year");
  if (end === undefined && (isYearOfVerb(view, year.from) || isYearOfOne(view, year))) return false;
  if (
    !looksLikeYear(
      year,
      bindings.has("time_preposition") || followsYear(view, from) || isSpanOfTime(match, year, end),
    ) ||
    (end !== undefined &&
      !isSlash(view, year.to) &&
      !looksLikeYear(end, isSpanOfTime(match, year, end)) &&
      !isShortEnd(view, year, end))
  )
    return true;
  if (end !== undefined && isSlash(view, year.to) && !isNextYear(year, end)) return true;
  if (bindings.has("time_preposition"))
    return (
      standsBeforeUnit(view, year.to) ||
      (view.elements[from]?.senses.between !== undefined && isLowEnd(view, year.from, year.to)) ||
      (isEarly(year) && standsBeforeNoun(view, year.to) && !isYearOfParticiple(view, year.from))
    );
  const before = view.elements[from - 1]?.senses;
  if (before?.label !== undefined || before?.mark !== undefined || before?.currency !== undefined) return true;
  if (before?.modifier !== undefined || before?.rank !== undefined) return true;
  if (end === undefined && (isLicencePlate(view, year.from) || isTelephonePart(view, from, to))) return true;
  const behind = view.elements[to];
  if (behind?.key === "/" || behind?.key === ":") return true;
  // `musim 1997/98 klub itu naik`: a year and the next one are a season whatever follows.
  if (end !== undefined && isSlash(view, year.to)) return false;
  if (end === undefined && isLowEnd(view, from, to)) return true;
  if (standsBeforeUnit(view, to)) return true;
  // `des von 1950 bis 1953 geführten Kriegs`
  if (end !== undefined && before?.from !== undefined) return false;
  if (end !== undefined && (isPairOfYears(match, year, end) || isSpanBeforeName(match))) return false;
  if (end === undefined && isYearOfParticiple(view, year.from)) return false;
  const mayStandBeforeNoun = view.lexicon.nounPhrase.modifiers === "before" && end === undefined && isUsualYear(year);
  return !mayStandBeforeNoun && standsBeforeNoun(view, to);
}

/** `wurde 1467 geweiht`, `wurde 1756 Kapellmeister`: what one thing became, when it did. */
function isYearOfOne(view: SentenceView, year: Binding): boolean {
  let before = year.from - 1;
  // `wurde er 1818 Professor`
  if (view.elements[before]?.senses.stop === "pronoun") before--;
  if (view.elements[before]?.senses.auxiliary !== "one" || !looksLikeYear(year, true)) return false;
  const isTimes = view.elements[year.to]?.senses.times !== undefined;
  return !isTimes && !standsBeforeUnit(view, year.to) && Number(year.number?.value) % 1000 !== 0;
}

/** `in den vergangenen 15 Jahren 1200 Wohnungen`: what a number counts announces no year. */
function isCueOfUnit({ bindings, view }: Match, year: Binding): boolean {
  const cue = bindings.get("year_cue");
  const before = cue === undefined ? undefined : view.elements[cue.from - 1]?.number;
  return before !== undefined && !before.ordinal && standsBeforeNoun(view, year.to);
}

const AFTER_COUNT: readonly SenseClass[] = [
  "verb",
  "link_verb",
  "auxiliary",
  "change",
  "of",
  "to",
  "modifier_after",
  "filler",
];
const BEFORE_COUNT: readonly SenseClass[] = ["link_verb", "change", "to", "count_measure", "measure", "currency"];

/** `bygd ca. 1750`: a year that is only about right; `rundt 1750 kom` and `tallet er rundt 1750` are counts. */
function isAboutYear(about: Binding | undefined, year: Binding, view: SentenceView): boolean {
  const value = Number(year.number?.value);
  if (about?.code !== "approx" || year.number?.digits?.length !== 4 || value % 1000 === 0) return false;
  if (value < FIRST_YEAR || value > BARE_YEARS.last || standsBeforeNoun(view, year.to)) return false;
  const before = view.elements[about.from - 1]?.senses;
  const behind = view.elements[year.to]?.senses;
  if (BEFORE_COUNT.some((sense) => before?.[sense] !== undefined)) return false;
  return !AFTER_COUNT.some((sense) => behind?.[sense] !== undefined);
}

/** `1500-046`: a hyphen ties digits to further ones that are no year. */
function isTelephonePart({ elements }: SentenceView, from: number, to: number): boolean {
  const hyphen = elements[to];
  const next = elements[to + 1];
  if (hyphen?.type !== "symbol" || hyphen.senses.to === undefined || hyphen.start !== elements[from]?.end) return false;
  return next?.start === hyphen.end && next.number?.digits?.length === 3;
}

/** `2000–3000 mennesker`: the low end of a range that is no span of years. */
function isLowEnd(view: SentenceView, from: number, to: number): boolean {
  const { elements } = view;
  const joint = elements[to]?.senses;
  const isBetween = elements[from - 1]?.senses.between !== undefined;
  // `بين 1500 و1800 عامل`: the joint may be written together with the high end.
  const isWritten = isBetween && elements[to]?.clitic !== undefined;
  const isJoint = isWritten || joint?.to !== undefined || (isBetween && joint?.and !== undefined);
  const end = isWritten ? to : to + 1;
  const high = isJoint ? elements[end]?.number?.digits : undefined;
  return high?.length === 4 && (Number(high) > BARE_YEARS.last || standsBeforeNoun(view, end + 1));
}

/** `200-an rumah`, `berusia 40-an`: a rounded number that counts or is an age; `era 90-an` is a decade whatever follows. */
function isDecadeOfNothing({ view, from, to }: Match, first: number): boolean {
  if (first >= FIRST_YEAR) return false;
  const before = view.elements[from - 1]?.senses;
  if (before?.age !== undefined || standsBeforeUnit(view, to)) return true;
  if (first < 100 && (before?.year_cue ?? before?.time_preposition) !== undefined) return false;
  return standsBeforeNoun(view, to);
}

/** Behind a preposition of time the Middle Ages are years, too: `seit 1348`. */
export function looksLikeYear({ number }: Binding, behindPreposition: boolean): boolean {
  const value = Number(number?.value);
  const first = behindPreposition ? FIRST_YEAR : BARE_YEARS.first;
  return number?.digits?.length === 4 && value >= first && value <= BARE_YEARS.last;
}

/**
 * `antara 1350 hingga 1389`, `dari 1350 sampai 1389`, `(1350-1389)`: two odd numbers like years that a bracket holds, or
 * behind a preposition of time with no word of amount in front, and which count nothing.
 */
function isSpanOfTime({ view, from, to }: Match, year: Binding, end: Binding | undefined): boolean {
  if (end === undefined || !isOdd(year) || !isOdd(end) || !looksLikeYear(end, true)) return false;
  const before = view.elements[from - 1];
  if (before?.key === "(")
    return view.elements[to]?.key === ")" && Number(end.number?.value) > Number(year.number?.value);
  const opens = before?.senses.time_preposition ?? before?.senses.from;
  return opens !== undefined && !standsBeforeNoun(view, to) && !followsAmount(view, from - 1);
}

/** `Pada 1950 hingga 1959 Indonesia menganut …`: where nouns are small, a name behind a span of years is not counted. */
function isSpanBeforeName({ view, from, to }: Match): boolean {
  const behind = view.elements[to];
  if (view.lexicon.nounPhrase.capitalNouns || behind === undefined || !isCapital(view.text, behind)) return false;
  const before = view.elements[from - 1]?.senses;
  return before?.time_preposition !== undefined && before.between === undefined;
}

/** `besuchte 1996 Berlin`: where nothing but a verb announces a year, these are years though a noun follows. */
function isUsualYear({ number }: Binding): boolean {
  const value = Number(number?.value);
  return value > 1900 && value <= 2035 && value !== 2000;
}

function isEarly({ number }: Binding): boolean {
  return Number(number?.value) < BARE_YEARS.first;
}

/** Furthest that a word of amount may stand in front of `between`, in elements. */
const AMOUNT_REACH = 3;

/** `ما بين 1904 و1914 هاجر كثيرون`: behind `between` two odd numbers like years are years, where no word of amount stands. */
function isPairOfYears({ bindings, view }: Match, year: Binding, end: Binding): boolean {
  const between = bindings.get("between");
  if (between === undefined || !(isOdd(year) || isOdd(end))) return false;
  return !followsAmount(view, between.from);
}

function isOdd({ number }: Binding): boolean {
  return Number(number?.value) % 100 !== 0;
}

/** Whether a verb or noun of amount stands close in front of an element. */
function followsAmount({ elements }: SentenceView, from: number): boolean {
  for (let at = from - 1; at >= 0 && from - at <= AMOUNT_REACH; at--) {
    const senses = elements[at]?.senses;
    if (senses?.link_verb !== undefined || senses?.change !== undefined || senses?.measure !== undefined) return true;
  }
  return false;
}

/** `i åra 1349 og 1350`. */
function followsYear({ elements }: SentenceView, at: number): boolean {
  const join = elements[at - 1]?.senses;
  return (join?.and !== undefined || join?.join !== undefined) && elements[at - 2]?.number?.digits?.length === 4;
}

/** `1950–53`. */
function isShortEnd(view: SentenceView, year: Binding, end: Binding): boolean {
  const isDash = view.elements[year.to]?.type === "symbol";
  return isDash && end.number?.digits?.length === 2 && Number(end.number.value) > Number(year.number?.value) % 100;
}

function isSlash(view: SentenceView, at: number): boolean {
  return view.elements[at]?.key === "/";
}

/** `2007/2008`, `2013/14`. */
function isNextYear(year: Binding, end: Binding): boolean {
  const next = Number(year.number?.value) + 1;
  const digits = end.number?.digits ?? "";
  return digits === String(next) || digits === String(next).slice(2);
}
