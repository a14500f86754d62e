import type { SentenceView } from "../rules/match.js";
import { readNounPhrase } from "./noun-phrase.js";

/** Whether a unit, a currency, a percent word or a noun begins at an element: a number in front of it counts that. */
export function standsBeforeNoun(view: SentenceView, at: number): boolean {
  return standsBeforeUnit(view, at) || (view.elements[at]?.type === "word" && readNounPhrase(view, at) !== undefined);
}

/** Whether a unit, a currency or a percent word stands at an element; one with a conjunction written to it is another's. */
export function standsBeforeUnit(view: SentenceView, at: number): boolean {
  const element = view.elements[at];
  if (element?.clitic !== undefined) return false;
  const senses = element?.senses;
  return senses?.unit !== undefined || senses?.percent !== undefined || senses?.currency !== undefined;
}
