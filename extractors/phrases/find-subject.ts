import { type Kind, MODIFIERS, type Modifier } from "../../pipeline/model/mention.js";
import type { Span } from "../../pipeline/model/span.js";
import { isComma } from "../elements/is-comma.js";
import type { FoundMention } from "../rules/found-mention.js";
import type { SentenceView } from "../rules/match.js";
import { changedBehind } from "./changed-behind.js";
import { isAdjective, isCapitalNoun, isJoin, isVerbByShape, startsCoordinate, startsJoined } from "./ends-phrase.js";
import { hasArticle } from "./noun-phrase.js";
import { passZone, type Zone } from "./pass-zone.js";
import { isPrepositionList } from "./preposition-list.js";
import { rankingOf } from "./ranking.js";
import { subjectBehind } from "./subject-behind.js";
import { hasMeasure, isTime, isVerbal, type SubjectContext, valueStart } from "./subject-context.js";
import { subjectExtent, subjectStart } from "./subject-extent.js";

/** How far behind a value the verb may stand that ties it to its subject: `sollen um 7 Prozent steigen`. */
const VERB_BEHIND = 4;
/** The same where an auxiliary in front leaves the verb to the end of the clause. */
const CLAUSE_END = 40;

/** Kinds whose value may be that of a measure. */
const HAVE_SUBJECTS: readonly Kind[] = ["percentage", "count", "rank", "money", "measurement"];

/** The words of a measure whose value a mention is. */
export interface Subject {
  readonly span: Span;
  /** Said by the verb in front of the subject: `تفوق ميزانيتها 1,4 مليار` is more than so much. */
  readonly modifier?: Modifier;
}

/** For each mention of a sentence the measure whose value it is, when something ties it to one. */
export function findSubjects(view: SentenceView, mentions: readonly FoundMention[]): readonly (Subject | undefined)[] {
  const subjects: (Subject | undefined)[] = [];
  for (let index = 0; index < mentions.length; index++) {
    const kind = mentions[index]?.mention.kind;
    const has = kind !== undefined && HAVE_SUBJECTS.includes(kind);
    subjects.push(has ? findSubject({ view, mentions, index }, subjects) : undefined);
  }
  return subjects;
}

/**
 * What ties a value is a link verb or a verb of change (`mencapai`, `betrug`, `بلغ`) before, behind or around it, a colon,
 * a bracket, or a noun of measure right in front (`berat 380 kg`). Seen from the value, other values and what joins them
 * are passed over, so that every value of a chain has its subject; one that is only set against another has the other's.
 */
function findSubject(context: SubjectContext, earlier: readonly (Subject | undefined)[]): Subject | undefined {
  const { view, mentions, index } = context;
  const zone = passZone(context);
  if (zone === undefined)
    return (
      rankingOf(context, undefined) ?? rankBefore(context, earlier) ?? changedBehind(context) ?? subjectBehind(context)
    );
  if (continuesList(context, zone)) return joinedSubject(context, earlier);
  const chained = zone.chained ? subjectBefore(context, earlier, true) : undefined;
  if (chained !== undefined) return chained;
  const start = subjectStart(context, zone.end);
  const from = ownMeasure(context, zone, start) ?? start;
  const ranking = rankingOf(context, { from, to: zone.end });
  if (ranking !== undefined) return ranking;
  const span = subjectExtent(context, from, zone.end);
  const before = view.elements[start - 1]?.senses;
  const measured = hasMeasure(view, from, zone.end) && !isPointInTime(context, zone);
  const isElided =
    span === undefined && (zone.tied || zone.auxiliary || verbBehind(context, VERB_BEHIND) !== undefined);
  if (span === undefined && mentions[index]?.mention.kind === "rank") return rankBefore(context, earlier);
  if (isElided || ((zone.compared || before?.compare !== undefined) && !measured))
    return subjectBefore(context, earlier, isElided);
  const tied = measured || isTied(context, zone, start);
  if (span !== undefined && !tied && isGapped(context, start, earlier)) {
    return view.elements[start]?.senses.stop === undefined ? { span } : earlier[index - 1];
  }
  const changed = measured ? undefined : changedBehind(context);
  if (changed !== undefined && (span === undefined || changed.isMeasure)) return { span: changed.span };
  if (span === undefined || !tied) return joinedSubject(context, earlier);
  const object = objectInFront(context, from, zone.end);
  if (object !== undefined) return object;
  const said = before?.link_verb === undefined || isPastValue(context, zone) ? undefined : before.modifier;
  const code = said ?? (isBound(context, zone) ? before?.change : undefined);
  const modifier = MODIFIERS.find((known) => known === code);
  return modifier === undefined ? { span } : { span, modifier };
}

/** Whether the value in front stands between: the verb in front of the subject says more or less of that alone. */
function isPastValue({ mentions, index }: SubjectContext, { end }: Zone): boolean {
  const before = mentions[index - 1];
  return before !== undefined && before.mention.kind !== "date" && before.match.from >= end;
}

/** `يزيد عدد السكان على 80 ألفا`: a preposition alone in front of a value, if it leads to no new level, makes it a bound. */
function isBound({ view, mentions, index }: SubjectContext, { end }: Zone): boolean {
  const found = mentions[index];
  if (found === undefined || valueStart(view, found) !== end + 1) return false;
  const senses = view.elements[end]?.senses;
  return senses?.stop !== undefined && senses.to === undefined && senses.filler === undefined;
}

/**
 * `Den Schaden schätzt die Polizei auf 5000 Euro`: where the verb has the second place, a measure in front of it that no
 * preposition opens has the value, not those behind the verb who say or change it.
 */
function objectInFront(context: SubjectContext, from: number, to: number): Subject | undefined {
  const { view } = context;
  const verb = from - 1;
  const senses = view.elements[verb]?.senses;
  if (view.lexicon.nounPhrase.modifiers === "after" || senses === undefined || isCapitalNoun(view, verb))
    return undefined;
  if (!isVerbal(view, verb) && senses.verb === undefined) return undefined;
  if (hasMeasure(view, from, to)) return undefined;
  const start = subjectStart(context, verb);
  const opening = view.elements[start]?.senses;
  if (opening?.stop !== undefined || opening?.time_preposition !== undefined) return undefined;
  if (!hasMeasure(view, start, verb)) return undefined;
  const span = subjectExtent(context, start, verb);
  return span === undefined ? undefined : { span };
}

/** `Die SPD käme auf 36 Prozent, die CDU auf 41 Prozent`: words behind a comma that leave out the verb in front. */
function isGapped(
  { view, mentions, index }: SubjectContext,
  start: number,
  earlier: readonly (Subject | undefined)[],
): boolean {
  const kind = mentions[index]?.mention.kind;
  if (kind === "count" || kind !== mentions[index - 1]?.mention.kind) return false;
  return earlier[index - 1] !== undefined && isComma(view.elements[start - 1]);
}

/** `12 دولارا في المكتبات و9 دولارات`: the words in front of a conjunction that is written to a value are none of its. */
function continuesList({ view, mentions, index }: SubjectContext, { direct, tied }: Zone): boolean {
  const found = mentions[index];
  if (found === undefined || !direct || tied || mentions[index - 1]?.mention.kind !== found.mention.kind) return false;
  return startsCoordinate(view, valueStart(view, found));
}

/** `naik 5 persen di kota dan 7 persen di desa`: a value joined to one of its kind has the same subject. */
function joinedSubject(context: SubjectContext, earlier: readonly (Subject | undefined)[]): Subject | undefined {
  const { view, mentions, index } = context;
  const own = mentions[index];
  const other = mentions[index - 1];
  if (own === undefined || other === undefined) return undefined;
  // `… og Venstre 4,9`: whose value it is belongs to the rule.
  const owner = own.match.bindings.get("owner");
  if (owner !== undefined && own.mention.kind === other.mention.kind) return { span: owner.span };
  let at = own.match.from;
  // `mencapai 10,5 juta orang atau 9,7 persen`
  const isShare = own.mention.kind === "percentage" && other.mention.kind === "count" && other.match.to === at - 1;
  if (!isShare && (own.mention.kind !== other.mention.kind || own.mention.kind === "count")) return undefined;
  if (startsCoordinate(view, at)) return earlier[index - 1];
  while (view.elements[at - 1]?.senses.modifier !== undefined) at--;
  return isJoin(view, at - 1) ? earlier[index - 1] : undefined;
}

/** `naik ke posisi 5 dari posisi 7`: ranks of one sentence are places in the same. */
function rankBefore(
  { mentions, index }: SubjectContext,
  earlier: readonly (Subject | undefined)[],
): Subject | undefined {
  if (mentions[index]?.mention.kind !== "rank") return undefined;
  let before = index - 1;
  while (before >= 0 && mentions[before]?.mention.kind !== "rank") before--;
  return earlier[before];
}

/** The subject of the value in front without what its verb says of that, over dates; for a value that is set against another, of one of its own kind. */
function subjectBefore(
  { mentions, index }: SubjectContext,
  earlier: readonly (Subject | undefined)[],
  isElided: boolean,
): Subject | undefined {
  let before = index - 1;
  while (mentions[before]?.mention.kind === "date") before--;
  const own = mentions[index]?.mention;
  const other = mentions[before]?.mention;
  if (own === undefined || other === undefined) return undefined;
  if (isTime(own) !== isTime(other)) return undefined;
  const subject = isElided || own.kind === other.kind ? earlier[before] : undefined;
  return subject && { span: subject.span };
}

/**
 * Where a measure has words in front that are none of its, index where its own begin: at its owner's pronoun (`رياح
 * سرعتها 215`), at the first measure where attributes follow their noun (`babi dengan berat 550 pon`), else behind the
 * word that joins it to others, or at a preposition where no verb ties the value (`ein Garten mit einer Fläche von`).
 */
function ownMeasure({ view }: SubjectContext, { end, tied, direct }: Zone, start: number): number | undefined {
  const { elements } = view;
  let first: number | undefined;
  let opened: number | undefined;
  // `السجن وبغرامة قيمتها 500 دولار`: a word that says nothing of its own names the last of what is joined.
  const isFilled = direct && !tied && elements[end]?.senses.filler !== undefined && !isVerbal(view, start - 1);
  for (let at = end - 1; at >= start; at--) {
    const element = elements[at];
    if (isFilled && startsJoined(view, at)) return at;
    if (element?.senses.measure === "owned") return at;
    if (element?.senses.measure === undefined) {
      const isJoined = isJoin(view, at) || (!tied && element?.senses.and !== undefined);
      if (first !== undefined && isJoined && !isPrepositionList(view, at)) return at + 1;
      continue;
    }
    if (first === undefined && !tied) opened = openedAt(view, at, start);
    // `بقوة 6 درجات وعلى عمق 10 كيلومترات`
    const isOpened = view.elements[at - 1]?.senses.stop !== undefined && at - 1 > start;
    if (isOpened && direct && !tied && at === end - 1) return at;
    // `تقلصت الفجوة في الأجور إلى 16%`: behind a preposition a measure with the article is said of what is in front.
    if (isOpened && tied && hasArticle(view, at)) continue;
    first = at;
  }
  return view.lexicon.nounPhrase.modifiers === "after" ? first : opened;
}

/** `mit einem jährlichen Umsatz von`: where the noun phrase begins that a preposition opens and a measure ends. */
function openedAt(view: SentenceView, measureAt: number, start: number): number | undefined {
  const { elements } = view;
  if (elements[measureAt]?.clitic !== undefined) return measureAt;
  for (let at = measureAt; at > start - 1; at--) {
    const before = elements[at - 1];
    if (before === undefined) return undefined;
    // `verdien av eksporten`: what is owned is no measure of its own.
    if (before.senses.of !== undefined && before.senses.determiner === undefined) return undefined;
    // `Gewinn vor Steuern`: what the preposition opens belongs to a measure in front of it.
    if (before.senses.stop !== undefined) return elements[at - 2]?.senses.measure === undefined ? at : undefined;
    const isWithin =
      before.senses.determiner !== undefined || before.number?.weak === true || isAdjective(view, before);
    if (!isWithin) return undefined;
  }
  return undefined;
}

/** `die Zahl der Unfälle vor sieben Jahren`: a time that a preposition of time opens is no value. */
function isPointInTime({ view, mentions, index }: SubjectContext, { tied }: Zone): boolean {
  const found = mentions[index];
  if (tied || found === undefined || !isTime(found.mention)) return false;
  return view.elements[found.match.from - 1]?.senses.time_preposition !== undefined;
}

/** Whether a verb, a bracket or, in a language that needs no verb, its place ties a value to the words in front. */
function isTied(context: SubjectContext, zone: Zone, from: number): boolean {
  const found = context.mentions[context.index];
  if (found === undefined) return false;
  const { mention, match } = found;
  const before = context.view.elements[from - 1]?.senses;
  const isChanged = before?.change !== undefined;
  if (zone.labelled && from === 0) return true;
  // Counts and times are most often those of what is said to have them, and no value of it.
  if (mention.kind === "count" || isTime(mention)) {
    if (match.bindings.has("age")) return false;
    if ((zone.tied && zone.amount) || before?.link_verb === "amount" || isChanged) return true;
    return isChangedBehind(context, zone.auxiliary ? CLAUSE_END : VERB_BEHIND);
  }
  if (zone.tied || zone.bracketed || isChanged || before?.link_verb !== undefined) return true;
  const needsNoVerb = context.view.lexicon.nounPhrase.modifiers === "after";
  if (zone.direct && needsNoVerb) return !opensWithVerb(context, zone, from);
  return verbBehind(context, zone.auxiliary ? CLAUSE_END : VERB_BEHIND) !== undefined;
}

/**
 * `عارض 61% من المستطلعين القرار`, `شارك في الاقتراع 72% من الناخبين`: where nouns have an article written to them, a
 * lone word without it in front of a share of something is the verb of that, and what a preposition opens its object.
 */
function opensWithVerb({ view, mentions, index }: SubjectContext, { end }: Zone, from: number): boolean {
  const match = mentions[index]?.match;
  const word = view.elements[from];
  if (match === undefined || word === undefined || view.lexicon.clitics.inside.length === 0) return false;
  if (!match.bindings.has("of") && view.elements[match.to]?.senses.of === undefined) return false;
  const { noun, measure, stop } = word.senses;
  if (from + 1 === end) return noun === undefined && measure === undefined && !hasArticle(view, from);
  return stop === "-" && isVerbAt(view, from - 1);
}

function isVerbAt(view: SentenceView, at: number): boolean {
  const element = view.elements[at];
  return element !== undefined && (element.senses.verb !== undefined || isVerbByShape(view, element));
}

function isChangedBehind(context: SubjectContext, reach: number): boolean {
  const at = verbBehind(context, reach);
  if (context.view.lexicon.nounPhrase.modifiers === "after") return false;
  return at !== undefined && context.view.elements[at]?.senses.change !== undefined;
}

/** Index of the first verb behind a value that may tie it. */
function verbBehind({ view, mentions, index }: SubjectContext, reach: number): number | undefined {
  const to = mentions[index]?.match.to ?? 0;
  for (let at = to; at < to + reach; at++) {
    const element = view.elements[at];
    if (element === undefined || element.senses.clause !== undefined) return undefined;
    if (element.type === "symbol" && reach === VERB_BEHIND) return undefined;
    if (isVerbal(view, at)) return at;
  }
  return undefined;
}
