import type { PercentageMention, PercentageUnit } from "../../pipeline/model/mention.js";
import { comparedAmount } from "../rules/compared-amount.js";
import type { Match } from "../rules/match.js";
import { amountOf, mentionBase, spanRoles } from "../rules/mention-base.js";
import { reachesLevel } from "../rules/reaches-level.js";
import { readEllipticPercentage } from "./elliptic-percentage.js";

const UNITS: readonly PercentageUnit[] = ["%", "pp", "per_mille"];

/**
 * Reads a match with the slots `amount` and `percent`, and `to_amount` and `to_percent` for a range; or with
 * `unit_dual`, two percentage points in one word (`نقطتين مئويتين`); or with `elliptic`, a number that leaves the sign out.
 */
export function readPercentage(match: Match): readonly PercentageMention[] {
  if (match.bindings.has("unit_dual")) return readDual(match);
  if (match.bindings.has("elliptic")) return readEllipticPercentage(match);
  const isCompared = match.bindings.has("compared");
  const roles = isCompared ? ["amount"] : spanRoles(match, ["amount", "percent", "to_amount", "to_percent"]);
  const base = mentionBase(match, roles);
  const amount = isCompared ? comparedAmount(match) : amountOf(match);
  const code = match.bindings.get("percent")?.code;
  const unit = UNITS.find((known) => known === code);
  if (base === undefined || amount === undefined || unit === undefined || reachesLevel(match)) return [];
  const { bindings, view } = match;
  if (isSaidAgain(match) || isNamed(match)) return [];
  // `en promille på 1,3`: an article; `ein Prozent` is a number.
  if (unit === "per_mille" && bindings.get("amount")?.amount?.first.weak === true) return [];
  const end = bindings.get("to_percent")?.code;
  if (end !== undefined && end !== code) return [];
  // `12 % 5`: a sign behind a number is that number's.
  const sign = bindings.get("percent")?.from ?? 0;
  if (!isCompared && sign < (bindings.get("amount")?.from ?? 0) && view.elements[sign - 1]?.number?.weak === false)
    return [];
  return [{ kind: "percentage", ...base, amount, unit }];
}

/** A whole in percent. */
const WHOLE = 100;

/** `981 atau 80 persen`: the second number says the first again; two shares stand in one unit only within the whole. */
function isSaidAgain({ bindings }: Match): boolean {
  const first = Number(bindings.get("amount")?.amount?.amount.value ?? 0);
  const other = bindings.get("other")?.number?.value;
  return other !== undefined && first > WHOLE && Number(other) <= WHOLE;
}

/** `i sone 1 og 5,1 prosent i sone 4`: behind a label the first of two numbers is a name. */
function isNamed({ bindings, view }: Match): boolean {
  if (!bindings.has("other")) return false;
  return view.elements[(bindings.get("amount")?.from ?? 0) - 1]?.senses.label !== undefined;
}

function readDual(match: Match): readonly PercentageMention[] {
  const unit = UNITS.find((known) => known === match.bindings.get("unit_dual")?.code);
  const base = mentionBase(match, ["unit_dual"]);
  return base === undefined || unit === undefined
    ? []
    : [{ kind: "percentage", ...base, amount: { value: "2" }, unit }];
}
