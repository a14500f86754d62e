import type { DateMention } from "../../pipeline/model/mention.js";
import type { Senses } from "../lexicon/sense.js";
import { hasAny, senseSet } from "../lexicon/sense-set.js";
import type { FoundMention } from "../rules/found-mention.js";
import type { SentenceView } from "../rules/match.js";

/** A date this close behind a value, in UTF-16 units, and in its clause is the value's: `Platz 20 im Jahr 2019`. */
const CLOSE_BEHIND = 70;

/** How far from its value, in elements, a verb of change may stand. */
const CHANGE_REACH = 30;

/** How many mentions in front of a value its date may stand. */
const MENTIONS_BACK = 12;

/** What stands between the values of a change. */
const TURNS = senseSet(["change", "link_verb", "to"]);

/** Longest bracket that dates the value in front of it, in elements in front of the date: `(Stand: 30. Juni 2020)`. */
const BRACKET_WORDS = 3;

/** What may stand between a join and the date that it joins. */
const DATE_OPENERS = senseSet(["stop", "time_preposition", "year_cue"]);

/** How many values may stand between one and the date behind them all. */
const VALUES_BETWEEN = 3;

/**
 * The ISO date or interval that a value holds for, from the dates of its sentence: one close behind it, with no more than
 * values of the same date between (`5.000 orang dari 52 negara … pada 2023`), or else the last one in front of it. Two
 * years joined by a word are an interval (`2020 und 2021`).
 */
export function findWhen(view: SentenceView, mentions: readonly FoundMention[], index: number): string | undefined {
  const own = mentions[index]?.mention;
  if (own === undefined || own.kind === "date") return undefined;
  const behind = dateBehind(view, mentions, index);
  if (behind !== undefined) return behind;
  // `naik menjadi 5 miliar pada 2010, dibanding 3 miliar setahun sebelumnya`
  if (isSetAgainst(view, mentions[index])) return undefined;
  for (let at = index - 1; at >= 0 && index - at <= MENTIONS_BACK; at--) {
    const date = mentions[at]?.mention;
    if (date?.kind !== "date" || isComparedWith(view, mentions[at]) || isCited(mentions, at)) continue;
    return endOfChange(view, mentions, index, at) ?? joinedYears(mentions, at, date);
  }
  return undefined;
}

/** Furthest that the word may stand in front of a date which sets a value against that of the date, in elements. */
const COMPARE_REACH = 2;

/** `naik dibanding 2020 menjadi …`: a date whose value is not told. */
function isComparedWith({ elements }: SentenceView, date: FoundMention | undefined): boolean {
  if (date === undefined) return false;
  for (let at = date.match.from - 1; at >= date.match.from - COMPARE_REACH; at--) {
    if (elements[at]?.senses.compare !== undefined) return true;
  }
  return false;
}

/** `lov 18. mai 2012 nr. 21`: the date of a document, which is none of the values that it is cited for. */
function isCited(mentions: readonly FoundMention[], at: number): boolean {
  const next = mentions[at + 1];
  return next?.mention.kind === "reference" && next.match.from <= (mentions[at]?.match.from ?? 0);
}

/** Whether a value follows a word of comparison, over words of degree. */
function isSetAgainst({ elements }: SentenceView, value: FoundMention | undefined): boolean {
  if (value === undefined) return false;
  for (let at = value.match.from; at >= 0; at--) {
    const senses = elements[at]?.senses;
    if (senses?.compare !== undefined) return true;
    if (at < value.match.from && (senses === undefined || !hasAny(senses, DEGREES))) return false;
  }
  return false;
}

const DEGREES = senseSet(["modifier", "filler"]);

function dateBehind(view: SentenceView, mentions: readonly FoundMention[], index: number): string | undefined {
  for (let at = index; at - index <= VALUES_BETWEEN; at++) {
    const value = mentions[at];
    const next = mentions[at + 1]?.mention;
    if (value === undefined || next === undefined) return undefined;
    const isLast = next.kind === "date" && at === index;
    if (next.kind !== "date" && hasOwnTime(view, value, next.span.start)) return undefined;
    if (!isCloseBehind(view, value, next.span.start, !isLast)) return undefined;
    if (next.kind === "date") return next.iso;
  }
  return undefined;
}

/** `3,4 في المئة هذا العام و3,7 في المئة في 2025`: whether a word of a time that no date tells stands behind a value. */
function hasOwnTime({ elements }: SentenceView, value: FoundMention, to: number): boolean {
  for (let at = value.match.to; (elements[at]?.start ?? to) < to; at++) {
    if (elements[at]?.senses.year_cue !== undefined) return true;
  }
  return false;
}

/** `frå 1947 til 1998 auka … frå 45 til 65`: of an interval of years, the value behind `from` has the first, the other the last. */
function endOfChange(
  view: SentenceView,
  mentions: readonly FoundMention[],
  index: number,
  dateAt: number,
): string | undefined {
  const date = mentions[dateAt];
  if (date?.mention.kind !== "date" || !date.match.bindings.has("to_year")) return undefined;
  const [first, last] = date.mention.iso.split("/");
  const match = mentions[index]?.match;
  const amount = match?.bindings.get("amount")?.from ?? match?.from ?? 0;
  // A currency in front is the beginning of its amount.
  const at = Math.min(amount, match?.bindings.get("currency")?.from ?? amount);
  const before = view.elements[at - 1]?.senses;
  if (before?.from !== undefined) return first;
  const around = view.elements.slice(Math.max(0, at - CHANGE_REACH), at + CHANGE_REACH);
  const changes = around.some(({ senses }) => senses.change !== undefined);
  return before?.to !== undefined || (before?.stop !== undefined && changes) ? last : undefined;
}

/**
 * Whether nothing but words of one clause stand between a value and what begins at an offset behind it. Values of one
 * date are not those of a change (`naik dari 5 menjadi 7 pada 2010`) but for how much changed (`naik 5 persen menjadi 7
 * pada 2010`), nor is a joined date (`og i 2012 …`) that of the value in front.
 */
function isCloseBehind(view: SentenceView, value: FoundMention, to: number, isChained: boolean): boolean {
  const { elements } = view;
  if (to - value.mention.span.end > CLOSE_BEHIND) return false;
  const isDegree = value.mention.kind === "percentage";
  let isJoined = false;
  // A number that leaves out what a later one says ends where that begins.
  const from = value.match.bindings.get("gap")?.from ?? value.match.to;
  for (let at = from; (elements[at]?.start ?? to) < to; at++) {
    const element = elements[at];
    if (element === undefined) return false;
    const { senses } = element;
    if (element.type === "symbol" && PARTS.includes(element.key)) {
      if (element.key === "(" && opensDate(view, at, to)) return true;
      if (!isDateComma(view, at)) return false;
    }
    if (senses.clause !== undefined || senses.compare !== undefined || isMoreOrLess(senses)) return false;
    if (isChained && (senses.change !== undefined || (!isDegree && hasAny(senses, TURNS)))) return false;
    // `5.000 orang dari 52 negara` is no change.
    if (isChained && senses.from !== undefined && !value.match.bindings.has("item")) return false;
    isJoined = senses.join !== undefined || (isJoined && hasAny(senses, DATE_OPENERS));
  }
  return !isJoined && (!isChained || !isDegree || !isFrom(view, value));
}

/** `12 øre mer enn i 2013`: behind a value, a word of degree that is no preposition sets it against another. */
function isMoreOrLess({ modifier, stop }: Senses): boolean {
  return stop === undefined && (modifier === "more_than" || modifier === "less_than");
}

/** Signs that part a date from the values in front. */
const PARTS: readonly string[] = [",", ";", ":", "،", "؛", "("];

/** `pada Senin, 24 Juli 2023`, `…, Kamis (9/2/2023)`: a comma on either side of a weekday. */
function isDateComma({ elements }: SentenceView, at: number): boolean {
  const element = elements[at];
  if (element?.key !== "," && element?.key !== "،") return false;
  return elements[at - 1]?.senses.weekday !== undefined || elements[at + 1]?.senses.weekday !== undefined;
}

/** Whether a bracket holds nothing in front of its date but what dates: `(Stand: 2020)`, `(per 1 Januari 2025)`. */
function opensDate({ elements }: SentenceView, bracket: number, to: number): boolean {
  for (let at = bracket + 1; at <= bracket + BRACKET_WORDS + 1; at++) {
    if ((elements[at]?.start ?? to) >= to) return true;
    const senses = elements[at]?.senses;
    if (senses === undefined || elements[at]?.type === "number" || senses.determiner !== undefined) return false;
    const dates = elements[at]?.type === "symbol" || hasAny(senses, DATE_OPENERS) || senses.weekday !== undefined;
    if (at > bracket + 1 && !dates) return false;
  }
  return false;
}

/** `dari 5 persen menjadi …`: what a change began with. */
function isFrom({ elements }: SentenceView, { match }: FoundMention): boolean {
  return elements[match.from]?.senses.from !== undefined || elements[match.from - 1]?.senses.from !== undefined;
}

function joinedYears(mentions: readonly FoundMention[], at: number, last: DateMention): string {
  const first = mentions[at - 1]?.mention;
  const isPair =
    first?.kind === "date" &&
    /^[0-9]{4}$/.test(first.iso) &&
    /^[0-9]{4}$/.test(last.iso) &&
    last.span.start - first.span.end <= 6 &&
    Number(first.iso) + 1 === Number(last.iso);
  return isPair && first?.kind === "date" ? `${first.iso}/${last.iso}` : last.iso;
}
