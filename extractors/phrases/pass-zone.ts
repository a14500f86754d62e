import type { Element } from "../elements/element.js";
import type { SenseClass } from "../lexicon/sense.js";
import type { FoundMention } from "../rules/found-mention.js";
import { hasAny, isVerbal, type SubjectContext } from "./subject-context.js";
import { subjectExtent, subjectStart } from "./subject-extent.js";

/** How far in front of its value a subject may end, in elements. */
const REACH = 24;

/** What stands between a subject and its value and is part of neither. */
const BETWEEN: readonly SenseClass[] = [
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
];
/** What lies between a value and the words of its subject. */
export interface Zone {
  /** Index behind the last word of content in front of the value. */
  readonly end: number;
  /** A link verb, a verb of change or a colon was passed. */
  readonly tied: boolean;
  /** Nothing but words of degree was passed. */
  readonly direct: boolean;
  /** An auxiliary was passed: the verb may stand at the end of the sentence. */
  readonly auxiliary: boolean;
}

/** Walks left from the value to the first word of content. */
export function passZone(context: SubjectContext, found: FoundMention): Zone | undefined {
  const { view, owners } = context;
  let tied = false;
  let verbLast = false;
  let direct = true;
  let auxiliary = false;
  const valueAt = found.match.from;
  for (let at = valueAt - 1; at >= 0 && valueAt - at <= REACH; at--) {
    const element = view.elements[at];
    if (element === undefined) return undefined;
    const { senses } = element;
    if (isVerbal(context, at) || isColon(element)) {
      tied = true;
      verbLast = true;
    } else if (isComma(element)) {
      // `mencapai 134,6 miliar, turun menjadi 129,9`: the second verb has no subject of its own.
      if (!verbLast && !isListComma(context, at)) return undefined;
    } else if (senses.relative !== undefined && verbLast) {
      // `harga saham yang turun 59,3 persen`
    } else if (owners[at] === undefined && !isPassed(element)) {
      const verb = isContent(element) ? verbBeforeAdverbial(context, at + 1) : undefined;
      if (verb === undefined) return isContent(element) ? { end: at + 1, tied, direct, auxiliary } : undefined;
      at = verb + 1;
      direct = false;
    } else {
      if (owners[at] !== undefined) verbLast = false;
      auxiliary ||= senses.auxiliary !== undefined;
      direct &&= senses.filler !== undefined || senses.modifier !== undefined;
    }
  }
  return undefined;
}

/** Words, numbers that name a part of a year, and an opening bracket between subject and value. */
function isPassed(element: Element): boolean {
  return (
    (element.type === "symbol" && "(\"“”„«»'".includes(element.key)) ||
    element.number?.ordinal === true ||
    hasAny(element.senses, BETWEEN)
  );
}

/**
 * `Die Preise stehen nach Ansicht des Amtes bei …`: where attributes stand before the noun, words that a preposition
 * opens right behind a verb are no subject when one stands before that verb. Index of the verb; else undefined.
 */
function verbBeforeAdverbial(context: SubjectContext, end: number): number | undefined {
  if (context.view.lexicon.nounPhrase.modifiers === "after") return undefined;
  // `mit einem Steuersatz von 53 Prozent`: a measure right in front of its value is its subject.
  if (context.view.elements[end - 1]?.senses.measure !== undefined) return undefined;
  const from = subjectStart(context, end);
  const opening = context.view.elements[from]?.senses;
  if (opening?.stop === undefined && opening?.time_preposition === undefined) return undefined;
  const verb = context.view.elements[from - 1]?.senses;
  const isVerb = isVerbal(context, from - 1) || verb?.auxiliary !== undefined;
  return isVerb && subjectExtent(context, subjectStart(context, from - 1), from - 1) !== undefined
    ? from - 1
    : undefined;
}

function isContent(element: Element): boolean {
  return element.type === "word" || element.type === "code" || element.key === ")";
}

function isComma(element: Element): boolean {
  return element.key === "," || element.key === "،";
}

/** `tiga, lima, dan tujuh tahun`: a comma between values. */
function isListComma({ view, owners }: SubjectContext, at: number): boolean {
  const isValue = owners[at + 1] !== undefined || view.elements[at + 1]?.senses.join !== undefined;
  return isValue && owners[at - 1] !== undefined;
}

function isColon(element: Element): boolean {
  return element.key === ":";
}
