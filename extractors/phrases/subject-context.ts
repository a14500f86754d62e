import type { Mention } from "../../pipeline/model/mention.js";
import type { FoundMention } from "../rules/found-mention.js";
import type { SentenceView } from "../rules/match.js";
import { isCapitalNoun } from "./ends-phrase.js";

/** A mention as its subject is sought: `index` is its place among those of its sentence, which come in order of place. */
export interface SubjectContext {
  readonly view: SentenceView;
  readonly mentions: readonly FoundMention[];
  readonly index: number;
}

/** The mention that covers an element, or belongs to what it ranks or changes (`turun dua tingkat`), of those up to the one whose subject is sought. */
export function ownerOf({ view, mentions, index }: SubjectContext, at: number): FoundMention | undefined {
  const element = view.elements[at];
  if (element === undefined) return undefined;
  for (let nth = index; nth >= 0; nth--) {
    const found = mentions[nth];
    if (found === undefined) return undefined;
    const { mention, match } = found;
    // `قيمة الصفقة التي أبرمها البلدان`: a noun that is the number two by itself is a noun like others.
    if (mention.kind === "count" && mention.dual === true && nth < index) continue;
    if (mention.span.end <= element.start) {
      const before = view.elements[match.from - 1]?.senses;
      const isChange = mention.kind === "count" && (before?.change !== undefined || before?.from !== undefined);
      return (isChange || mention.kind === "rank") && nth < index && at < match.to ? found : undefined;
    }
    if (mention.span.start < element.end) return found;
  }
  return undefined;
}

/** Index where a value itself begins; a rule may have used words in front of it. */
export function valueStart(view: SentenceView, { mention, match }: FoundMention): number {
  let at = match.from;
  while (at < match.to && (view.elements[at]?.end ?? mention.span.end) <= mention.span.start) at++;
  return at;
}

/** UCUM codes of times. */
const TIMES: readonly string[] = ["a", "mo", "wk", "d", "h", "min", "s"];

/** A time is seldom a measure's value: `di gereja itu 18 tahun yang lalu`. */
export function isTime(mention: Mention): boolean {
  return mention.kind === "measurement" && TIMES.includes(mention.unit);
}

/** Whether an element is a verb that ties a measure to its value, and not a noun of the same letters. */
export function isVerbal(view: SentenceView, at: number): boolean {
  const senses = view.elements[at]?.senses;
  return (senses?.link_verb !== undefined || senses?.change !== undefined) && !isCapitalNoun(view, at);
}

export function isVerbOrAuxiliary(view: SentenceView, at: number): boolean {
  return isVerbal(view, at) || view.elements[at]?.senses.auxiliary !== undefined;
}

/** Whether a noun of measure stands among elements; what ranks are places in measures nothing else. */
export function hasMeasure({ elements }: SentenceView, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const measure = elements[at]?.senses.measure;
    if (measure !== undefined && measure !== "ranking") return true;
  }
  return false;
}

export function isValue(owner: FoundMention | undefined): boolean {
  return owner !== undefined && owner.mention.kind !== "date" && owner.mention.kind !== "reference";
}
