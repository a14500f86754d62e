import { hasAny, senseSet } from "../lexicon/sense-set.js";
import type { Binding, Match, SentenceView } from "./match.js";

/** Furthest that a word of change may stand in front of how much it is, in elements. */
const REACH = 3;

/** Words that tie the numbers behind them to something else than a change: `veksten kan bli 3 % til 4 %`. */
const ENDS = senseSet(["from", "between", "auxiliary", "link_verb"]);

/**
 * `steg 2 kroner til 45 kroner`: a change and the level it leads to, no range. Only behind a word that a lexicon says may
 * name the level (`to: { level: [til] }`); with `from` or `between` in front both numbers are ends.
 */
export function reachesLevel({ bindings, view }: Match): boolean {
  const amount = bindings.get("amount");
  if (amount === undefined || !bindings.has("to_amount") || bindings.get("to")?.code !== "level") return false;
  return followsChange(view, amount.from);
}

/** The same within a range that nothing parts: `økte med 12 til 345`, where the clause measures a count. */
export function reachesLevelWithin(view: SentenceView, { from, to }: Binding): boolean {
  for (let at = from + 1; at < to; at++) {
    if (view.elements[at]?.senses.to === "level") return followsChange(view, from);
  }
  return false;
}

function followsChange(view: SentenceView, from: number): boolean {
  for (let at = from - 1; at >= 0 && from - at <= REACH; at--) {
    const senses = view.elements[at]?.senses;
    if (senses?.change !== undefined) return true;
    if (senses !== undefined && hasAny(senses, ENDS)) return false;
  }
  return false;
}
