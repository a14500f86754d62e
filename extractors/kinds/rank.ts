import type { RankMention } from "../../pipeline/model/mention.js";
import { isCapital } from "../elements/is-capital.js";
import { lookUp } from "../lexicon/look-up.js";
import { hasAny, senseSet } from "../lexicon/sense-set.js";
import { isWhole } from "../numbers/decimal.js";
import { endsPhrase, isAdjective } from "../phrases/ends-phrase.js";
import { standsBeforeNoun } from "../phrases/stands-before-noun.js";
import { isMeasuredInClause } from "../rules/is-measured-in-clause.js";
import type { Binding, Match } from "../rules/match.js";
import { mentionBase } from "../rules/mention-base.js";

/** `pada posisi 9.125`: a larger number is a level, no place, unless it says of how many. */
const LAST_PLACE = 999;

/**
 * Reads a match with the slot `position` and a cue: `rank`, `rank_after`, `superlative` or `rank_limit` (`Top 50`: at
 * most 50), perhaps `base`, how many were ranked, if not fewer than the place; or with `measured`, a bare number where the clause measures a rank. Ranks are whole and at least 1.
 */
export function readRank(match: Match): readonly RankMention[] {
  const base = mentionBase(match, [
    "rank",
    "rank_after",
    "rank_limit",
    "superlative",
    "position",
    "nominal",
    "adverb",
    "base",
    "measured",
  ]);
  if (match.bindings.has("measured") && !isMeasuredInClause(match, "rank_measure")) return [];
  const position = placeOf(match)?.number;
  if (base === undefined || position === undefined) return [];
  if (match.bindings.has("adverb") && !isPlaceByVerb(match)) return [];
  if (!isWhole(position.value) || Number(position.value) < 1) return [];
  if (Number(position.value) > LAST_PLACE && !match.bindings.has("base")) return [];
  if (namesThing(match) || isPartOfSection(match) || isNumberOfLine(match, position.value) || isOtherNominal(match))
    return [];
  if (match.bindings.has("shared_rank") && standsBeforeNoun(match.view, match.to)) return [];
  const whole = match.bindings.get("base")?.number?.value;
  const of = whole !== undefined && Number(whole) >= Number(position.value) ? whole : undefined;
  return [
    {
      kind: "rank",
      ...base,
      amount: { value: position.value },
      ...(of === undefined ? {} : { of }),
      ...(isLimit(match) ? { modifier: "at_most" as const } : {}),
    },
  ];
}

/** `Top 50`, and in one word `Top Ten`. */
function isLimit({ bindings, view }: Match): boolean {
  const position = bindings.get("position");
  return bindings.has("rank_limit") || view.elements[position?.from ?? -1]?.senses.rank_limit !== undefined;
}

function placeOf({ bindings }: Match): Binding | undefined {
  return bindings.get("position") ?? bindings.get("nominal") ?? bindings.get("adverb") ?? bindings.get("measured");
}

/** Senses of a word in front of `number` that leave it a rank: `ranking number 5`. */
const RANKED = senseSet(["rank", "rank_after", "rank_measure", "superlative", "determiner", "of", "join"]);

/**
 * `barn nummer tre`, `seier nummer fire`: a cue that also marks numbers, right behind a common noun, numbers things
 * without ranking them. Only where nouns show by their small letter; `verdens nummer to` has its owner in front.
 */
function namesThing({ bindings, view }: Match): boolean {
  const { modifiers, capitalNouns } = view.lexicon.nounPhrase;
  const cue = bindings.get("rank")?.from ?? 0;
  const before = view.elements[cue - 1];
  if (modifiers === "after" || capitalNouns || view.elements[cue]?.senses.mark === undefined) return false;
  if (bindings.has("base") || before?.type !== "word" || (cue > 1 && isCapital(view.text, before))) return false;
  if (hasAny(before.senses, RANKED)) return false;
  return !endsPhrase(view, cue - 1) && !isAdjective(view, before);
}

/** Furthest that the sign of a section stands in front of the number of its part, in elements: `§§ 12-5 nr. 3`. */
const SECTION_REACH = 6;

/** `§ 12-5 nr. 3`: a mark behind a section counts its parts. */
function isPartOfSection({ bindings, view }: Match): boolean {
  const cue = bindings.get("rank")?.from ?? 0;
  if (view.elements[cue]?.senses.mark === undefined) return false;
  for (let at = cue - 1; at >= 0 && cue - at <= SECTION_REACH; at--) {
    const element = view.elements[at];
    if (element?.senses.section !== undefined) return true;
    if (element?.type === "word" && element.key.length > 1) return false;
  }
  return false;
}

/** `die Nummer 101`: behind a mark a number of three digits is a line or a room, unless it is one of so many. */
function isNumberOfLine({ bindings, view, to }: Match, position: string): boolean {
  const cue = bindings.get("rank");
  if (cue === undefined || Number(position) < SMALLEST_LINE || bindings.has("base")) return false;
  const last = view.text.slice(cue.span.start, cue.span.end).split(" ").at(-1) ?? "";
  return lookUp(last, view.lexicon).entry?.senses?.mark !== undefined && view.elements[to]?.senses.of === undefined;
}

const SMALLEST_LINE = 100;

/** `als Dritter`, `wurde Vierte`: an ordinal that is a place by itself is written as a noun, and none follows it. */
function isOtherNominal({ bindings, view, from }: Match): boolean {
  const nominal = bindings.get("nominal");
  const element = nominal === undefined ? undefined : view.elements[nominal.from];
  if (nominal === undefined || element === undefined) return false;
  // `ein Dritter war dabei`, `von Dritten ist`: with a base any other word may stand in front, else none.
  const before = view.elements[nominal.from - 1];
  if (before?.number?.weak === true || before?.senses.determiner !== undefined) return true;
  if (from === nominal.from && before?.type === "word" && !bindings.has("base")) return true;
  return !element.number?.spelled || !isCapital(view.text, element) || standsBeforeNoun(view, nominal.to);
}

/** Furthest that the verb may stand in front of a place that is an adverb, in elements. */
const VERB_REACH = 7;

/** `حل المنتخب ثالثا`: an ordinal that ends a phrase as an adverb is a place behind a link verb of its clause; `first` says when. */
function isPlaceByVerb({ bindings, view }: Match): boolean {
  const adverb = bindings.get("adverb");
  const at = adverb?.from ?? 0;
  const isAdverb = view.elements[at]?.senses.stop !== undefined;
  // Of so many, its form need not tell: `حلت العداءة ثالثة من بين 20`.
  const isOfMany = bindings.has("base") && view.elements[at]?.definite !== true;
  if ((!isAdverb && !isOfMany) || adverb?.number?.value === "1") return false;
  for (let verb = at - 1; verb >= 0 && at - verb <= VERB_REACH; verb--) {
    const element = view.elements[verb];
    if (element === undefined || element.type === "symbol" || element.senses.clause !== undefined) return false;
    if (element.senses.link_verb !== undefined || element.senses.auxiliary !== undefined) return true;
  }
  return false;
}
