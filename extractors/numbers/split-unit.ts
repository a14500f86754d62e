import type { Amount, DecimalText } from "../../pipeline/model/amount.js";
import { multiplyDecimals } from "./decimal.js";

/**
 * A unit's code and the factor in front of it, where a lexicon's word stands for a multiple of the unit: `10 a` for a
 * decade, `0.01 s` for a hundredth of a second, `1000 EUR` for `T€`.
 */
export function splitUnit(unit: string): { readonly factor?: DecimalText; readonly code: string } {
  if (!unit.includes(" ")) return { code: unit };
  const [factor, code] = unit.split(" ");
  return factor === undefined || code === undefined ? { code: unit } : { factor, code };
}

/** The amount times an exact factor; the amount itself without one. */
export function scaleAmount(amount: Amount, factor: DecimalText | undefined): Amount {
  if (factor === undefined) return amount;
  return amount.value === undefined
    ? { low: multiplyDecimals(amount.low, factor), high: multiplyDecimals(amount.high, factor) }
    : { value: multiplyDecimals(amount.value, factor) };
}
