import type { SenseClass, Senses } from "../lexicon/sense.js";
import type { FoundMention } from "../rules/found-mention.js";
import type { SentenceView } from "../rules/match.js";
import { isCapitalNoun } from "./ends-phrase.js";

/** A sentence with its mentions, as subjects are sought in it: for each element, the mention that covers it. */
export interface SubjectContext {
  readonly view: SentenceView;
  readonly mentions: readonly FoundMention[];
  readonly owners: readonly (FoundMention | undefined)[];
}

/** Finds for each element of a sentence the mention that covers it. Mentions come in order of place. */
export function subjectContext(view: SentenceView, mentions: readonly FoundMention[]): SubjectContext {
  let next = 0;
  const owners = view.elements.map((element) => {
    while (next < mentions.length && (mentions[next]?.mention.span.end ?? 0) <= element.start) next++;
    const found = mentions[next];
    return found !== undefined && found.mention.span.start < element.end ? found : undefined;
  });
  return { view, mentions, owners };
}

/** Whether an element is a verb that ties a measure to its value, and not a noun of the same letters. */
export function isVerbal({ view }: SubjectContext, at: number): boolean {
  const senses = view.elements[at]?.senses;
  return (senses?.link_verb !== undefined || senses?.change !== undefined) && !isCapitalNoun(view, at);
}

export function hasAny(senses: Senses, classes: readonly SenseClass[]): boolean {
  return classes.some((sense) => senses[sense] !== undefined);
}
