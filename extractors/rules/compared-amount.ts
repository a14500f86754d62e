import type { Amount } from "../../pipeline/model/amount.js";
import { shiftDecimal } from "../numbers/decimal.js";
import { standsBeforeNoun } from "../phrases/stands-before-noun.js";
import type { Match } from "./match.js";

/** Behind a number that leaves out its unit, and the words in front that leave out their verb, the clause is over. */
const CLOSING: readonly string[] = [".", ",", ";", ")", "!", "?"];

/**
 * The `amount` of a match that is compared with the `compared` one and shares its unit, and its scale word where it has none:
 * `5.1 بالمئة مقابل 4.8 في العام السابق`. Undefined when it has a unit or a noun of its own.
 */
export function comparedAmount({ bindings, view, to }: Match): Amount | undefined {
  const first = bindings.get("compared")?.amount;
  const second = bindings.get("amount")?.amount;
  if (first === undefined || second === undefined || first.amount.value === undefined) return undefined;
  if (second.amount.value === undefined || second.first.weak || second.first.denominator !== undefined)
    return undefined;
  const behind = view.elements[to];
  if (behind?.number !== undefined || behind?.senses.of !== undefined || behind?.key === "/" || behind?.key === "-")
    return undefined;
  if (bindings.has("gap") && behind !== undefined && !CLOSING.includes(behind.key)) return undefined;
  if (behind?.senses.month !== undefined || standsBeforeNoun(view, to)) return undefined;
  return {
    value: second.first.scale === 0 ? shiftDecimal(second.amount.value, first.first.scale) : second.amount.value,
  };
}
