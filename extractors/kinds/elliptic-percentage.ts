import type { PercentageMention } from "../../pipeline/model/mention.js";
import { isWhole } from "../numbers/decimal.js";
import { standsBeforeNoun } from "../phrases/stands-before-noun.js";
import type { Match, SentenceView } from "../rules/match.js";
import { mentionBase } from "../rules/mention-base.js";

/** Furthest that the percentage may stand in front of a number that leaves its sign out, in elements. */
const REACH = 24;
/** A whole in percent. */
const WHOLE = 100;

/**
 * `Ap får 29,4 prosent, Høyre 22,8`: a number with decimals in the slot `elliptic` that counts nothing, behind a
 * percentage of its sentence with no other unit between. Nothing for a whole number, which may be anything.
 */
export function readEllipticPercentage(match: Match): readonly PercentageMention[] {
  const elliptic = match.bindings.get("elliptic");
  const base = mentionBase(match, ["elliptic"]);
  const value = elliptic?.number?.value;
  if (elliptic === undefined || base === undefined || value === undefined || elliptic.number?.digits === undefined)
    return [];
  if (isWhole(value) || elliptic.number.scale > 0 || Number(value) > WHOLE) return [];
  if (standsBeforeNoun(match.view, elliptic.to) || !followsPercentage(match.view, elliptic.from)) return [];
  return [{ kind: "percentage", ...base, amount: { value }, unit: "%" }];
}

function followsPercentage({ elements }: SentenceView, from: number): boolean {
  for (let at = from - 1; at >= 0 && from - at <= REACH; at--) {
    const senses = elements[at]?.senses;
    if (senses?.percent !== undefined) return senses.percent !== "per_mille" && elements[at - 1]?.number !== undefined;
    if (senses === undefined || (senses.unit ?? senses.currency) !== undefined) return false;
  }
  return false;
}
