import { hasAny, senseSet } from "../lexicon/sense-set.js";
import type { SentenceView } from "../rules/match.js";
import { hasMeasure, type SubjectContext, valueStart } from "./subject-context.js";
import { subjectExtent } from "./subject-extent.js";

/** Furthest that the noun of change may stand in front of its value, and longest name behind that, in elements. */
const REACH = 4;
const LONGEST = 6;

/** What stands between a noun of change and how much changed: `زيادة بنسبة نحو 8%`. */
const BETWEEN = senseSet(["filler", "modifier", "stop"]);

/** What ends the name of what changed. */
const ENDS = senseSet(["stop", "clause", "link_verb", "change", "verb", "auxiliary", "year_cue", "compare"]);

/**
 * `زيادة بنسبة 8% في عدد الطلاب`: where attributes follow their noun, elements that say what changed by a value, behind a
 * noun of change right in front of it. Undefined where none stands there or no preposition leads to a noun behind.
 */
export function changedBehind(
  context: SubjectContext,
): { readonly span: { readonly start: number; readonly end: number }; readonly isMeasure: boolean } | undefined {
  const { view, mentions, index } = context;
  const found = mentions[index];
  if (found === undefined || view.lexicon.nounPhrase.modifiers !== "after") return undefined;
  if (!followsNounOfChange(view, valueStart(view, found))) return undefined;
  const from = found.match.to + 1;
  if (view.elements[from - 1]?.senses.stop === undefined) return undefined;
  const next = mentions[index + 1]?.mention.span.start ?? view.text.length;
  let to = from;
  while (to - from < LONGEST && (view.elements[to]?.end ?? next) < next && !isEnd(view, to)) to++;
  const span = subjectExtent(context, from, to);
  return span === undefined ? undefined : { span, isMeasure: hasMeasure(view, from, to) };
}

function followsNounOfChange({ elements }: SentenceView, value: number): boolean {
  for (let at = value - 1; at >= 0 && value - at <= REACH; at--) {
    const senses = elements[at]?.senses;
    if (senses === undefined) return false;
    if (senses.change !== undefined) return senses.change === "noun";
    if (!hasAny(senses, BETWEEN)) return false;
  }
  return false;
}

function isEnd(view: SentenceView, at: number): boolean {
  const element = view.elements[at];
  if (element === undefined || element.type !== "word") return true;
  return element.senses.measure === undefined && hasAny(element.senses, ENDS);
}
