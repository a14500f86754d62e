import type { RatioMention } from "../../pipeline/model/mention.js";
import { noSenses } from "../lexicon/intern-senses.js";
import { lookUp } from "../lexicon/look-up.js";
import { decimalOf, isWhole } from "../numbers/decimal.js";
import { isAdjective } from "../phrases/ends-phrase.js";
import { standsBeforeNoun } from "../phrases/stands-before-noun.js";
import type { Match } from "../rules/match.js";
import { type MentionBase, mentionBase } from "../rules/mention-base.js";

/**
 * Reads a match with the slots `numerator` and `denominator` (numbers, or an ordinal behind `every`: `jeder dritte` is
 * 1 of 3), or `fraction`. Nothing when the part is more than the whole or the slash is spaced.
 */
export function readRatio(match: Match): readonly RatioMention[] {
  const base = mentionBase(match, ["every", "numerator", "noun_dual", "denominator", "fraction", "share"]);
  if (base === undefined) return [];
  const fraction = match.bindings.get("fraction")?.number;
  if (fraction?.denominator !== undefined) {
    if (namesPart(match) || isDescribedHalf(match)) return [];
    return [
      {
        kind: "ratio",
        ...(articleBelongsToFraction(match) ? withoutModifier(base) : base),
        numerator: decimalOf(fraction.numerator ?? 1),
        denominator: decimalOf(fraction.denominator),
      },
    ];
  }
  if (match.bindings.has("every") && isUnitBehind(match)) return [];
  const share = match.bindings.get("share");
  if (share !== undefined && match.view.elements[share.from]?.senses.share === undefined) return [];
  const denominator = (share ?? match.bindings.get("denominator"))?.number;
  const numerator = numeratorOf(match);
  if (denominator === undefined || numerator === undefined || denominator.weak || isOneOf(match)) return [];
  if (hasLeadingZero(match) || isLabelled(match)) return [];
  if (!isWhole(numerator) || !isWhole(denominator.value) || Number(denominator.value) < 1) return [];
  if (
    (Number(numerator) > Number(denominator.value) && !isProportion(match)) ||
    isSpacedSlash(match) ||
    isSeason(match)
  )
    return [];
  if (comesFromOthers(match)) return [];
  return [{ kind: "ratio", ...base, numerator, denominator: denominator.value }];
}

/** `im Verhältnis 3:2`: a proportion's first number may be the greater. */
function isProportion({ bindings, view }: Match): boolean {
  return view.elements[bindings.get("numerator")?.to ?? -1]?.key === ":";
}

/** Two in a dual, else the number in front; without one, one: behind `every` and in `more than the fifth`. */
function numeratorOf({ bindings }: Match): string | undefined {
  if (bindings.has("share")) return "1";
  if (bindings.has("noun_dual")) return "2";
  return bindings.get("numerator")?.number?.value ?? (bindings.has("every") ? "1" : undefined);
}

/** `30 خبيرا من 45 بلدا`, `to barn av tre familiar`: behind a noun of its own, a number of other things is no whole. */
function comesFromOthers({ bindings, view, to }: Match): boolean {
  const of = bindings.get("of");
  const whole = bindings.get("denominator");
  const own = bindings.get("noun_dual") ?? bindings.get("item");
  if (of === undefined || whole === undefined || own === undefined || own.from > of.from) return false;
  // `ein poeng av tolv`: there a word that may be an article is one.
  if (bindings.get("numerator")?.number?.weak === true) return true;
  const isOwnInFront = (bindings.get("item")?.from ?? of.from) < of.from;
  if (!standsBeforeNoun(view, isOwnInFront ? Math.max(whole.to, to) : whole.to)) return false;
  return !isSameNoun(view.elements[own.from]?.key ?? "", view.elements[whole.to]?.key ?? "");
}

/** `3 مباريات من 5 مباريات`, `مباراتين من 5 مباريات`: the stem tells, as far as number leaves it. */
function isSameNoun(first: string, second: string): boolean {
  return first.slice(0, STEM) === second.slice(0, STEM);
}

const STEM = 3;

/** `11/21` is a ratio; `41 / 1999` is not. */
function isSpacedSlash({ bindings, view }: Match): boolean {
  const end = bindings.get("numerator")?.span.end ?? 0;
  const start = bindings.get("denominator")?.span.start ?? 0;
  return view.text.slice(end, start).trim() === "/" && start - end > 1;
}

/** `2007/2008` is a season, `2016/7781` a file's number where it counts nothing. */
function isSeason({ bindings }: Match): boolean {
  const [part, whole] = [bindings.get("numerator")?.number?.digits, bindings.get("denominator")?.number?.digits];
  if (!bindings.has("of") && !bindings.has("item") && /^(19|20)[0-9]{2}$/.test(part ?? "")) return true;
  return part?.length === 4 && whole?.length === 4 && Number(whole) === Number(part) + 1;
}

/** `الربع الأول`, `im ersten Drittel`: a part that an ordinal names is no share. */
function namesPart({ bindings, view, from, to }: Match): boolean {
  return [view.elements[from - 1], view.elements[bindings.get("fraction")?.to ?? to]].some(
    (element) => element?.number?.ordinal === true || element?.senses.part_of_year !== undefined,
  );
}

/** `die Liverpooler Hälfte`: behind an adjective a half is a place, where adjectives and nouns tell themselves apart. */
function isDescribedHalf({ bindings, view }: Match): boolean {
  const fraction = bindings.get("fraction");
  if (fraction?.number?.denominator !== 2 || bindings.has("modifier") || !view.lexicon.nounPhrase.capitalNouns)
    return false;
  const before = view.elements[fraction.from - 1];
  return before !== undefined && before.senses === noSenses() && isAdjective(view, before);
}

/** `um die Hälfte`: the article is the fraction's, so that `um die` is no word of degree. */
function articleBelongsToFraction({ bindings, view }: Match): boolean {
  const span = bindings.get("modifier")?.span;
  const words = span === undefined ? [] : view.text.slice(span.start, span.end).split(/\s+/);
  const last = words.length > 1 ? words.at(-1) : undefined;
  return last !== undefined && lookUp(last, view.lexicon).entry?.senses?.determiner !== undefined;
}

function withoutModifier({ modifier: _, ...base }: MentionBase): MentionBase {
  return base;
}

/** `einer der 16 Spieler` is one of them, no share; `einer von zehn` is. */
function isOneOf({ bindings, view }: Match): boolean {
  const of = bindings.get("of");
  return (
    bindings.get("numerator")?.number?.weak === true &&
    of !== undefined &&
    view.elements[of.from]?.senses.determiner !== undefined
  );
}

/** `hvert 45. minutt` is a time. */
function isUnitBehind({ bindings, view }: Match): boolean {
  return view.elements[bindings.get("denominator")?.to ?? 0]?.senses.unit !== undefined;
}

/** `0221/12345` is a telephone number. */
function hasLeadingZero({ bindings }: Match): boolean {
  return ["numerator", "denominator"].some((role) => /^0[0-9]/.test(bindings.get(role)?.number?.digits ?? ""));
}

/** `Seite 14 von 20`, `tipe 36/72`: the number of a page, a model; behind a label a ratio needs its item. */
function isLabelled({ view, bindings }: Match): boolean {
  const before = view.elements[(bindings.get("numerator")?.from ?? 0) - 1]?.senses;
  const names = bindings.has("of") || !bindings.has("item");
  return names && (before?.label !== undefined || before?.mark !== undefined);
}
