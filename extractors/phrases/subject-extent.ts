import type { Span } from "../../pipeline/model/span.js";
import type { Element } from "../elements/element.js";
import { hasAny, senseSet } from "../lexicon/sense-set.js";
import type { FoundMention } from "../rules/found-mention.js";
import type { SentenceView } from "../rules/match.js";
import { cliticOf, isCapitalNoun, isVerbByShape, joinedOwner } from "./ends-phrase.js";
import { hasArticle } from "./noun-phrase.js";
import { isPrepositionList } from "./preposition-list.js";
import { ownerOf, type SubjectContext } from "./subject-context.js";

/** Longest subject, in elements. */
const LONGEST = 18;

/** What a subject neither begins nor ends with. */
const TRIMMED = senseSet([
  "join",
  "clause",
  "stop",
  "time_preposition",
  "filler",
  "verb",
  "auxiliary",
  "modifier",
  "relative",
  "from",
  "to",
  "of",
  "year_cue",
  "link_verb",
  "change",
  "quarter",
  "half_year",
  "part_of_year",
]);

/** The same of words that are written as nouns. */
const TRIMMED_NOUNS = senseSet([
  "clause",
  "stop",
  "time_preposition",
  "year_cue",
  "quarter",
  "half_year",
  "part_of_year",
  "to",
]);

/** What stands in front of a value that says something of a measure. */
const STATES_VALUE = senseSet(["link_verb", "change", "from", "to", "modifier", "measure"]);

/** What is no noun that another noun phrase may begin with. */
const NO_NOUN = senseSet([
  "stop",
  "determiner",
  "relative",
  "join",
  "verb",
  "link_verb",
  "change",
  "auxiliary",
  "clause",
]);

/** Index where the words of the subject begin that ends at `end`. */
export function subjectStart(context: SubjectContext, end: number): number {
  const { view } = context;
  let from = end;
  while (from > 0 && end - from < LONGEST) {
    const element = view.elements[from - 1];
    if (element === undefined) break;
    if (element.key === ")") {
      const open = openingBefore(view, from - 1);
      if (open === undefined || view.elements[from]?.senses.stop !== undefined) break;
      from = open;
      continue;
    }
    const owner = ownerOf(context, from - 1);
    if (owner !== undefined && !isPartOfSubject(view, owner)) break;
    if (from === end && isOwnedNoun(view, from - 1, end)) return from - 1;
    if (isBoundary(context, from - 1, end)) break;
    from--;
  }
  return from;
}

/** A date, or a measurement that no verb ties: `penduduk berusia 15 tahun ke atas`. */
function isPartOfSubject(view: SentenceView, { mention, match }: FoundMention): boolean {
  if (mention.kind === "date") return true;
  const before = view.elements[match.from - 1]?.senses;
  const behind = view.elements[match.to]?.senses;
  // `4 ملايين طن من القمح بقيمة …`: so much of something is no attribute.
  if (behind?.join !== undefined || (behind?.of !== undefined && match.bindings.has("unit"))) return false;
  if (mention.kind !== "measurement" || before === undefined || view.elements[match.from - 1]?.key === ":")
    return false;
  return !hasAny(before, STATES_VALUE);
}

/** Signs, words that begin a clause, and verbs but those of a relative clause end a subject on its left. */
function isBoundary(context: SubjectContext, at: number, end: number): boolean {
  const { view } = context;
  const { elements } = view;
  const element = elements[at];
  if (element === undefined) return true;
  if (element.type === "symbol") return !"-/\"“”„«»'".includes(element.key) && !isPrepositionList(view, at);
  const { senses } = element;
  if (at + 1 < end && isOtherPhrase(view, at)) return true;
  if (isCapitalNoun(view, at)) return senses.clause !== undefined || opensObject(view, at + 1, end);
  if (
    senses.stop === "pronoun" ||
    senses.clause !== undefined ||
    senses.link_verb !== undefined ||
    senses.auxiliary !== undefined
  )
    return true;
  // `82 persen, lebih tinggi dibanding rata-rata …`: what a value is compared with is another subject.
  if (senses.compare !== undefined && context.index > 0 && !isComplementOf(context, at)) return true;
  // `…, die die Kapazität verdoppelt`
  if (senses.determiner !== undefined && opensObject(view, at + 1, end)) return true;
  // `على ارتفاع 800 متر`, `يبلغ ارتفاع البرج 90 مترا`
  if (senses.measure !== undefined && (at === end - 1 || statesAmount(elements[at - 1]))) return false;
  // `penduduk berusia 15 tahun ke atas`
  if (senses.age !== undefined || isMeasuredNoun(view, at)) return false;
  if (senses.change === undefined) {
    if (senses.verb === undefined && !isVerbByShape(view, element)) return false;
    // `kapasitas terpasang 3 gigawatt`
    if (at === end - 1 && isAttributeOfMeasure(view, at)) return false;
  }
  // `satsen for utvidet stønad`: a participle that a preposition or an article opens is an adjective.
  if (senses.change !== undefined && at + 1 < end && isInside(view, at)) return false;
  return view.elements[at + 1]?.senses.measure !== undefined || !isInRelativeClause(view, at);
}

/** A verb behind which a noun of change may be a measure: `يبلغ ارتفاع البرج`, `يزيد ارتفاع البرج على`. */
function statesAmount(element: Element | undefined): boolean {
  const change = element?.senses.change;
  return element?.senses.link_verb === "amount" || change === "more_than" || change === "less_than";
}

/** `rasio utang terhadap ekspor`: right behind a noun, such a word belongs to that. */
function isComplementOf(context: SubjectContext, at: number): boolean {
  const { view } = context;
  const before = view.elements[at - 1];
  if (view.lexicon.nounPhrase.modifiers !== "after" || before?.type !== "word") return false;
  return ownerOf(context, at - 1) === undefined && !hasAny(before.senses, NO_NOUN) && !hasAny(before.senses, TRIMMED);
}

/** A word of a verb's shape right behind a measure, where attributes follow their noun. */
function isAttributeOfMeasure({ elements, lexicon }: SentenceView, at: number): boolean {
  return lexicon.nounPhrase.modifiers === "after" && elements[at - 1]?.senses.measure !== undefined;
}

function isInside({ elements, lexicon }: SentenceView, at: number): boolean {
  if (lexicon.nounPhrase.modifiers === "after") return false;
  const before = elements[at - 1]?.senses;
  // `Gestern sank der Preis`: an article or a pronoun behind it makes a verb of it.
  const next = elements[at + 1]?.senses;
  if (next?.determiner !== undefined || (lexicon.nounPhrase.capitalNouns && next?.stop !== undefined)) return false;
  return before?.stop !== undefined || before?.determiner !== undefined;
}

/** `اشترت البلدية حافلات`: behind a word with the article a noun without one begins the next noun phrase. */
function isOtherPhrase(view: SentenceView, at: number): boolean {
  const next = view.elements[at + 1];
  const { inside, outside } = view.lexicon.clitics;
  if (inside.length === 0 || next?.type !== "word" || next.clitic !== undefined) return false;
  // A conjunction or preposition may be written to it.
  for (const clitic of outside) if (next.key.startsWith(clitic)) return false;
  if (!hasArticle(view, at) || hasArticle(view, at + 1) || view.elements[at]?.senses.relative !== undefined)
    return false;
  return !hasAny(next.senses, NO_NOUN);
}

/** `setzte das Gericht die Strafe auf …`: an article right behind a noun, no genitive, begins the next noun phrase. */
function opensObject({ elements }: SentenceView, at: number, end: number): boolean {
  const senses = elements[at]?.senses;
  return at < end && senses?.determiner === "-" && senses.of === undefined;
}

/** Furthest that the relative word may stand in front of a verb of its clause, in elements. */
const RELATIVE_REACH = 6;

function isInRelativeClause(view: SentenceView, verbAt: number): boolean {
  for (let at = verbAt - 1; at >= 0 && verbAt - at <= RELATIVE_REACH; at--) {
    const element = view.elements[at];
    if (element === undefined || element.type === "symbol" || element.senses.link_verb !== undefined) return false;
    if (element.senses.relative !== undefined) return true;
  }
  return false;
}

function openingBefore(view: SentenceView, closing: number): number | undefined {
  for (let at = closing - 1; at >= 0 && closing - at < LONGEST; at--) {
    if (view.elements[at]?.key === "(") return at;
  }
  return undefined;
}

/** The span of elements without function words and dates at either end. */
export function subjectExtent(context: SubjectContext, first: number, last: number): Span | undefined {
  const { view } = context;
  let from = first;
  let to = last;
  while (from < to && (isOutside(context, from) || (isVerb(view, from) && !isOwnedNoun(view, from, last)))) from++;
  while (to > from && isOutside(context, to - 1) && !isMeasuredNoun(view, to - 1)) to--;
  const word = view.elements[from];
  const end = view.elements[to - 1]?.end;
  if (word === undefined || end === undefined || from >= to) return undefined;
  return { start: word.start + unsplitClitic(view, word), end };
}

/** `فالفاقد`, `وشاشته`: length of a conjunction that is written to a word which the lexicon does not know. */
function unsplitClitic(view: SentenceView, element: Element): number {
  return element.clitic === undefined ? (cliticOf(view, element)?.length ?? joinedOwner(view, element)) : 0;
}

/** `وشاشته 6.1 بوصة`: right in front of a value what looks like a verb by its conjunction is a noun with its owner. */
function isOwnedNoun(view: SentenceView, at: number, end: number): boolean {
  const element = view.elements[at];
  return at + 1 === end && element !== undefined && joinedOwner(view, element) > 0;
}

/** `talet på drepne`: right behind a measure, a known noun with the letters of a verb is what it measures. */
function isMeasuredNoun({ elements }: SentenceView, at: number): boolean {
  const before = elements[at - 1]?.senses;
  return elements[at]?.senses.noun !== undefined && (before?.measure ?? before?.count_measure) !== undefined;
}

function isOutside(context: SubjectContext, at: number): boolean {
  if (ownerOf(context, at)?.mention.kind === "date") return true;
  // `der Bestand`: written as a noun it is no verb.
  const isNoun = isCapitalNoun(context.view, at) && !hasAny(context.view.elements[at]?.senses ?? NONE, TRIMMED_NOUNS);
  return !isNoun && isTrimmed(context.view.elements[at]);
}

const NONE = { bits0: 0, bits1: 0, bits2: 0 };

function isVerb(view: SentenceView, at: number): boolean {
  const element = view.elements[at];
  return element !== undefined && !isCapitalNoun(view, at) && isVerbByShape(view, element);
}

function isTrimmed(element: Element | undefined): boolean {
  if (element === undefined) return true;
  if (element.type === "symbol") return element.key !== ")" && element.key !== "(";
  if (element.number?.ordinal === true) return true;
  return (
    element.senses.determiner === undefined && element.senses.measure === undefined && hasAny(element.senses, TRIMMED)
  );
}
