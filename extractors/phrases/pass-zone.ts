import type { Element } from "../elements/element.js";
import { isCapital } from "../elements/is-capital.js";
import { isComma } from "../elements/is-comma.js";
import { hasAny, senseSet } from "../lexicon/sense-set.js";
import type { SentenceView } from "../rules/match.js";
import { asideStart, verbBeforeAdverbial } from "./aside-start.js";
import { isAdjective, isCapitalNoun, isJoin, isVerbByShape, startsCoordinate } from "./ends-phrase.js";
import { hasArticle } from "./noun-phrase.js";
import {
  isTime,
  isValue,
  isVerbal,
  isVerbOrAuxiliary,
  ownerOf,
  type SubjectContext,
  valueStart,
} from "./subject-context.js";

/** How far in front of its value a subject may end, in elements. */
const REACH = 24;

/** What stands between a subject and its value and is part of neither. */
const BETWEEN = senseSet([
  "filler",
  "modifier",
  "modifier_after",
  "determiner",
  "to",
  "from",
  "between",
  "and",
  "of",
  "per",
  "join",
  "auxiliary",
  "time_preposition",
  "year_cue",
  "date_filler",
  "month",
  "weekday",
  "era",
  "unit",
  "stop",
  "quarter",
  "half_year",
  "part_of_year",
]);

/** What lies between a value and the words of its subject. */
export interface Zone {
  /** Index behind the last word of content in front of the value. */
  readonly end: number;
  /** A link verb, a verb of change or a colon was passed. */
  readonly tied: boolean;
  /** A verb that states an amount, or a change of one, was passed. */
  readonly amount: boolean;
  /** Nothing but words of degree was passed. */
  readonly direct: boolean;
  /** The value stands in a bracket right behind the words. */
  readonly bracketed: boolean;
  /** A colon or a dash stands right in front of the value: behind a label that begins its line it ties any kind. */
  readonly labelled: boolean;
  /** A comma in front of a verb was passed, behind which a clause begins that has no subject of its own. */
  readonly chained: boolean;
  /** An auxiliary was passed: the verb may stand at the end of the sentence. */
  readonly auxiliary: boolean;
  /** A word was passed that sets the value against another: `dibanding`, `مقابل`, `mot`. */
  readonly compared: boolean;
}

const NOTHING_PASSED = {
  tied: false,
  amount: false,
  direct: true,
  bracketed: false,
  labelled: false,
  chained: false,
  auxiliary: false,
  compared: false,
};

/** Walks left from the value to the first word of content. Undefined where its clause begins without one. */
export function passZone(context: SubjectContext): Zone | undefined {
  const { view } = context;
  const { elements } = view;
  const found = context.mentions[context.index];
  if (found === undefined) return undefined;
  const state = { ...NOTHING_PASSED };
  let verbLast = false;
  let relative = false;
  const valueAt = valueStart(view, found);
  const isHeadFirst = view.lexicon.nounPhrase.modifiers === "after";
  // Nothing but words that lead to the value was passed: `وصلت النسبة, وفقا للاستطلاع, إلى 43%`.
  let isBare = true;
  for (let at = valueAt - 1; at >= 0 && valueAt - at <= REACH; at--) {
    const element = elements[at];
    if (element === undefined) return undefined;
    const { senses } = element;
    // `…, er sei 100 Prozent sicher`
    if (senses.stop === "pronoun" || (senses.clause !== undefined && opensClause(context, at))) {
      return { ...state, end: at + 1 };
    }
    if (at === valueAt - 1 && isOwnerOfRank(context, at)) continue;
    if ((isVerbal(view, at) && !isHeight(context, at)) || isColon(element)) {
      state.tied = true;
      isBare = false;
      verbLast = true;
      state.labelled = state.direct && element.type === "symbol";
      state.direct &&= element.type === "symbol";
      state.amount ||= senses.link_verb === "amount" || senses.change !== undefined;
    } else if (element.key === "|") {
      // A row of a table: its first cell says what the others are.
      state.tied = true;
      state.amount = true;
    } else if (state.direct && isDash(element)) {
      state.labelled = true;
    } else if (isComma(element)) {
      const closes =
        (verbLast && isVerbOrAuxiliary(view, at + 1)) || (isHeadFirst && isBare && !isValue(ownerOf(context, at - 1)));
      const aside = closes ? asideStart(context, at) : undefined;
      if (aside !== undefined) at = aside;
      // `mencapai 134,6 miliar, turun menjadi 129,9`: the second verb has no subject of its own.
      else if (!verbLast && !state.compared && !isListComma(context, at) && !opensRange(elements[at + 1]))
        return undefined;
      else state.chained ||= verbLast && !relative;
    } else if (senses.relative !== undefined && verbLast) {
      // `harga saham yang turun 59,3 persen`
      relative = true;
    } else if (element.key === ")" && passedBracket(context, at) !== undefined) {
      at = passedBracket(context, at) ?? at;
    } else if (ownerOf(context, at) === undefined && (!isPassed(view, at) || isOwned(view, at))) {
      if (state.amount && verbLast && mayStandFor(context, at)) continue;
      if (isParticiple(context, at)) {
        state.tied = true;
        verbLast = true;
        continue;
      }
      if (isUnknownVerb(view, at)) {
        state.tied ||= elements[at + 1]?.senses.stop !== undefined;
        state.direct = false;
        continue;
      }
      const isPlace = isContent(element) && !relative && !(state.direct && isHeadFirst);
      const verb = isPlace ? verbBeforeAdverbial(context, at + 1) : undefined;
      if (verb === undefined) {
        return isContent(element) ? { ...state, end: behind(context, at) } : undefined;
      }
      at = verb + 1;
      state.direct = false;
    } else {
      isBare &&= senses.to !== undefined || senses.modifier !== undefined;
      const owner = ownerOf(context, at);
      // `eine Fläche von 23 km² und 1.250 Einwohner`: what is joined to a value of another kind is none of its measure.
      const isOther = isValue(owner) && owner?.mention.kind !== "count" && found.mention.kind === "count";
      if (isOther && !state.tied && isJoin(view, at + 1)) return undefined;
      if (owner !== undefined) verbLast = false;
      state.auxiliary ||= senses.auxiliary !== undefined;
      // `naik dibanding 2020 menjadi …`: a date it is compared with, which has no value here.
      state.compared ||= senses.compare !== undefined && ownerOf(context, at + 1)?.mention.kind !== "date";
      state.direct &&= senses.filler !== undefined || senses.modifier !== undefined;
      if (senses.determiner === undefined) state.bracketed = element.key === "(";
    }
  }
  return undefined;
}

/** `Norges nest største by`: a genitive right in front of a superlative says among which. */
function isOwnerOfRank({ view, mentions, index }: SubjectContext, at: number): boolean {
  const match = mentions[index]?.match;
  const element = view.elements[at];
  if (match?.bindings.has("superlative") !== true || element === undefined || isCapitalNoun(view, at)) return false;
  return at > 0 && element.type === "word" && isAdjective(view, element);
}

/** Longest bracket behind a value that is passed on the way to its subject, in elements. */
const LONGEST_BRACKET = 8;

/** `naik 4 persen (yoy) menjadi …`: index at which a bracket opens that says something of the value in front of it. */
function passedBracket(context: SubjectContext, closing: number): number | undefined {
  const { view } = context;
  for (let at = closing - 1; at > 0 && closing - at <= LONGEST_BRACKET; at--) {
    if (view.elements[at]?.key !== "(") continue;
    let before = at - 1;
    while (view.elements[before]?.senses.filler !== undefined) before--;
    return isValue(ownerOf(context, before)) ? at : undefined;
  }
  return undefined;
}

/** `على ارتفاع 800 متر`: a noun of change right in front of a measurement is the measure itself. */
function isHeight({ view, mentions, index }: SubjectContext, at: number): boolean {
  const found = mentions[index];
  const isMeasure = view.elements[at]?.senses.measure !== undefined;
  return isMeasure && found?.mention.kind === "measurement" && at === valueStart(view, found) - 1;
}

/** Where nouns show by their capital, any other word that ends in front of a value is an adverb or a verb. */
function isUnknownVerb(view: SentenceView, at: number): boolean {
  const element = view.elements[at];
  if (!view.lexicon.nounPhrase.capitalNouns || at === 0 || element?.type !== "word") return false;
  return !isCapital(view.text, element) && element.senses.verb === undefined && element.senses.measure === undefined;
}

/** Whether a clause begins at a word that may begin one: not `sidan 2010`, and no noun of the same letters. */
function opensClause(context: SubjectContext, at: number): boolean {
  const { view } = context;
  if (isVerbal(view, at) || isCapitalNoun(view, at)) return false;
  // `ist damit auf … gestiegen`: behind the verb that bears the tense it is an adverb.
  if (view.lexicon.nounPhrase.modifiers !== "after" && isVerbOrAuxiliary(view, at - 1)) return false;
  return ownerOf(context, at + 1)?.mention.kind !== "date";
}

/** Index behind a word and what points at it, where that follows its noun: `menara itu`. */
function behind({ view }: SubjectContext, at: number): number {
  const isPointed = view.lexicon.nounPhrase.modifiers === "after" && isDemonstrative(view.elements[at + 1]);
  return isPointed ? at + 2 : at + 1;
}

function isDemonstrative(element: Element | undefined): boolean {
  return element?.senses.determiner !== undefined && element.senses.stop !== undefined;
}

/** `membentang sepanjang 600 meter`: a verb in front of the word that ties the value, which says nothing of its own. */
function mayStandFor({ view, mentions, index }: SubjectContext, at: number): boolean {
  const mention = mentions[index]?.mention;
  if (mention === undefined || isTime(mention)) return false;
  const element = view.elements[at];
  if (element === undefined || element.senses.noun !== undefined || element.senses.measure !== undefined) return false;
  return element.senses.verb !== undefined || isVerbByShape(view, element);
}

/** `renta er satt til 4 prosent`: a verb behind the one that bears the tense ties a value as that does. */
function isParticiple({ view }: SubjectContext, at: number): boolean {
  const element = view.elements[at];
  if (element === undefined || view.lexicon.nounPhrase.modifiers === "after") return false;
  if (!isVerbOrAuxiliary(view, at - 1)) return false;
  const { verb, noun, measure } = element.senses;
  return noun === undefined && measure === undefined && (verb !== undefined || isVerbByShape(view, element));
}

/** Words, numbers that name a part of a year or have no unit, and an opening bracket between subject and value. */
function isPassed(view: SentenceView, at: number): boolean {
  const element = view.elements[at];
  if (element === undefined) return false;
  // `سعر البرميل`: a unit that belongs to a measure is part of its name.
  if (element.senses.unit !== undefined && hasArticle(view, at) && view.elements[at - 1]?.senses.measure !== undefined)
    return false;
  return (
    (element.type === "symbol" && "(\"“”„«»'".includes(element.key)) ||
    element.number?.ordinal === true ||
    (element.type === "number" && isVerbal(view, at - 1)) ||
    // `naik tiga kali menjadi …`
    (element.senses.times !== undefined && view.elements[at - 1]?.number !== undefined) ||
    element.senses.compare !== undefined ||
    hasAny(element.senses, BETWEEN)
  );
}

/**
 * `بلغت قيمته 5 ملايين`, `وقيمته 5 ملايين`: behind a verb or joined to what is in front, even a word that often says
 * nothing (`عقد قيمته`) is a measure of its own.
 */
function isOwned(view: SentenceView, at: number): boolean {
  const element = view.elements[at];
  if (element?.senses.measure !== "owned") return false;
  return element.senses.filler === undefined || isVerbal(view, at - 1) || startsCoordinate(view, at);
}

function isContent(element: Element): boolean {
  return element.type === "word" || element.type === "code" || element.key === ")";
}

/** `tiga, lima, dan tujuh tahun`: a comma between values. */
function isListComma(context: SubjectContext, at: number): boolean {
  const isValue = ownerOf(context, at + 1) !== undefined || context.view.elements[at + 1]?.senses.join !== undefined;
  return isValue && ownerOf(context, at - 1) !== undefined;
}

/** `…, frå 1430 til 1262`: both ends of a change that was told in front. */
function opensRange(element: Element | undefined): boolean {
  return element?.senses.from !== undefined || element?.senses.to !== undefined;
}

function isDash(element: Element): boolean {
  return element.key === "-" || element.key === "–" || element.key === "—";
}

function isColon(element: Element): boolean {
  return element.key === ":";
}
