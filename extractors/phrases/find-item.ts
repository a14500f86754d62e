import { isComma } from "../elements/is-comma.js";
import type { Senses } from "../lexicon/sense.js";
import type { FoundMention } from "../rules/found-mention.js";
import type { NounPhrase, SentenceView } from "../rules/match.js";
import type { SentenceMentions } from "../sentence-mentions.js";
import { endsPhrase, isJoin, startsCoordinate } from "./ends-phrase.js";
import { nounPhraseBefore, readNounPhrase } from "./noun-phrase.js";

/** Furthest that a percentage may stand behind the one that names its item, in UTF-16 units. */
const LONGEST_ELLIPSIS = 120;

/**
 * The thing that a mention counts or shares out: the noun phrase that its rule bound, or for a percentage the one
 * behind it. Undefined for kinds that count nothing and where no noun is written.
 */
export function findItem(view: SentenceView, { mention, match }: FoundMention): NounPhrase | undefined {
  switch (mention.kind) {
    case "count":
      if (match.bindings.has("definite")) return nounPhraseBefore(view, match.from);
      return match.bindings.has("measured") ? itemOfMeasure(view, match.from) : boundItem(view, match.bindings);
    case "ratio":
    case "rank":
      return boundItem(view, match.bindings) ?? itemInFront(view, match.from);
    case "percentage":
      return boundItem(view, match.bindings) ?? itemOfPercentage(view, match.to);
    default:
      return undefined;
  }
}

/**
 * `80 % der Haushalte …, 79 % nutzen …`: a percentage that names nothing is of what the one before it is of; so is a
 * count or a ratio that another is compared with (`340 søknader, mot 410 i fjor`) or that is part of it (`tolv av dem`).
 */
export function elidedItem({ view, mentions }: SentenceMentions, index: number): NounPhrase | undefined {
  const own = mentions[index];
  const before = mentions[index - 1];
  if (own?.match.bindings.has("acting") === true) return itemOfClauseBefore(view, mentions, index);
  if (own === undefined || before === undefined || own.mention.kind !== before.mention.kind) return undefined;
  if (own.mention.kind !== "percentage") {
    const isOfSame = own.match.bindings.has("of_them") || isCompared(view, own.match.from);
    return isOfSame ? findItem(view, before) : undefined;
  }
  if (own.mention.span.start - before.mention.span.end > LONGEST_ELLIPSIS) return undefined;
  return isParted(view, before.match.to, own.match.from) ? findItem(view, before) : undefined;
}

/** Whether a comma or a word that begins a clause stands between: `بينما يملك الأجانب 20%`. */
function isParted({ elements }: SentenceView, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const element = elements[at];
    if (element?.senses.clause !== undefined || isComma(element)) return true;
  }
  return false;
}

/** Most elements between two percentages that share the noun behind the second. */
const SHARED_REACH = 4;

/** `1,1% و1,6% من الناتج`, `90% والمسيحيون 9% من السكان`: a percentage right in front of one that names its item. */
export function sharedItem({ view, mentions }: SentenceMentions, index: number): NounPhrase | undefined {
  const own = mentions[index];
  const next = mentions[index + 1];
  if (own?.mention.kind !== "percentage" || next?.mention.kind !== "percentage") return undefined;
  const { to } = own.match;
  if (next.match.from - to > SHARED_REACH || !(isJoin(view, to) || startsCoordinate(view, to))) return undefined;
  for (let at = to; at < next.match.from; at++) if (view.elements[at]?.senses.of !== undefined) return undefined;
  return findItem(view, next);
}

/** How many mentions in front of a number with its verb the one may stand that names what both count. */
const CLAUSES_BACK = 8;

/** `18 murid diperiksa, lima dirawat dan dua pulang`: a number with its verb is of what the last count or ratio is of. */
function itemOfClauseBefore(
  view: SentenceView,
  mentions: readonly FoundMention[],
  index: number,
): NounPhrase | undefined {
  for (let at = index - 1; at >= 0 && index - at <= CLAUSES_BACK; at--) {
    const found = mentions[at];
    if (found?.mention.kind !== "count" && found?.mention.kind !== "ratio") continue;
    if (!found.match.bindings.has("acting"))
      return found.match.bindings.has("times") ? undefined : findItem(view, found);
  }
  return undefined;
}

/** Most words of degree between a word of comparison and what is compared with. */
const COMPARE_REACH = 2;

/** Whether a match begins with a word of comparison, or follows one: `mot bare 12`. */
function isCompared({ elements }: SentenceView, from: number): boolean {
  for (let at = from; at >= 0 && from - at <= COMPARE_REACH + 1; at--) {
    const senses = elements[at]?.senses;
    if (senses?.compare !== undefined) return true;
    if (at < from && senses?.modifier === undefined && senses?.filler === undefined) return false;
  }
  return false;
}

/** Furthest that the word for number may stand in front of its value, in elements. */
const MEASURE_REACH = 20;

/** `antallet ansatte økte fra 12 til 15`: what stands behind the word for number is counted. */
function itemOfMeasure(view: SentenceView, from: number): NounPhrase | undefined {
  for (let at = from - 1; at >= 0 && from - at <= MEASURE_REACH; at--) {
    const senses = view.elements[at]?.senses;
    if (senses?.count_measure === "counted") return readNounPhrase(view, at);
    if (senses?.count_measure !== undefined) return at + 1 < from ? readNounPhrase(view, at + 1) : undefined;
    if (senses?.clause !== undefined) return undefined;
  }
  return undefined;
}

function boundItem(view: SentenceView, bindings: FoundMention["match"]["bindings"]): NounPhrase | undefined {
  const item = bindings.get("item");
  if (item !== undefined) return readNounPhrase(view, item.from);
  const dual = bindings.get("noun_dual");
  if (dual !== undefined) return dualPhrase(view, dual.from);
  const own = bindings.get("times");
  return own === undefined ? undefined : { from: own.from, to: own.to, head: own.from, span: own.span };
}

/** A noun in the dual with the adjectives that agree with it: `قارتين منفصلتين`. */
function dualPhrase(view: SentenceView, from: number): NounPhrase | undefined {
  const noun = view.elements[from];
  if (noun === undefined) return undefined;
  const ending = noun.key.slice(-2);
  let to = from + 1;
  while (!endsPhrase(view, to) && view.elements[to]?.key.endsWith(ending) === true) to++;
  return { from, to, head: from, span: { start: noun.start, end: view.elements[to - 1]?.end ?? noun.end } };
}

/** `grup perbankan terbesar kedua`, `مجموعات المهام 11/11`: where attributes follow the noun, so may a rank or ratio. */
function itemInFront(view: SentenceView, at: number): NounPhrase | undefined {
  return view.lexicon.nounPhrase.modifiers === "after" ? nounPhraseBefore(view, at) : undefined;
}

/** `6% dari anak`, `45 Prozent der Aufwendungen`; without `of` only where a noun shows by its shape or place. */
function itemOfPercentage(view: SentenceView, at: number): NounPhrase | undefined {
  const { nounPhrase } = view.lexicon;
  let of = at;
  while (isPassed(view.elements[of]?.senses)) of++;
  if (view.elements[of]?.senses.of !== undefined) return readNounPhrase(view, of + 1);
  // `1,8% هذا العام`
  if (view.elements[at]?.senses.determiner !== undefined && nounPhrase.modifiers === "after") return undefined;
  return nounPhrase.capitalNouns || nounPhrase.modifiers === "after" ? readNounPhrase(view, at) : undefined;
}

/** `11 بالمئة فقط من الأصوات`: words of degree between a percentage and what it is of. */
function isPassed(senses: Senses | undefined): boolean {
  return senses?.filler !== undefined || senses?.modifier_after !== undefined;
}
