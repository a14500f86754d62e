import { standsBeforeNoun, standsBeforeUnit } from "../phrases/stands-before-noun.js";
import type { Match, SentenceView } from "../rules/match.js";

/** Scale from which a bare number may count what another one in its sentence counts: a million. */
export const SMALLEST_SCALE = 6;

/** `solgt for 5 millioner, mot 4 millioner i fjor`: millions that are compared count only what others in the sentence do. */
export function isComparedSum({ bindings, view }: Match): boolean {
  if (!bindings.has("compare") || (bindings.get("amount")?.amount?.first.scale ?? 0) < SMALLEST_SCALE) return false;
  return !view.elements.some(({ number }, at) => number !== undefined && isCounted(view, at + 1));
}

/** Whether a noun begins at an element that is no unit or currency. */
export function isCounted(view: SentenceView, at: number): boolean {
  return !standsBeforeUnit(view, at) && standsBeforeNoun(view, at);
}
