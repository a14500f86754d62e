import type { Amount } from "../../pipeline/model/amount.js";
import { isWhole } from "../numbers/decimal.js";
import type { AmountReading, Match, SentenceView } from "../rules/match.js";
import { latinDigits } from "../text/latin-digits.js";

/**
 * `1.250 إصابة`, `1,127 pembelotan`: three digits behind one separator cannot be a fraction of what is counted. Times and
 * points have fractions where another number of the sentence shows one: `naik 25,305 poin atau 1,18 persen`.
 */
export function groupedCount({ bindings, view }: Match, { first, amount }: AmountReading): Amount | undefined {
  if (first.digits === undefined || first.scale > 0 || amount.value === undefined || isWhole(amount.value))
    return undefined;
  const digits = latinDigits(first.digits);
  if (!/^[1-9][0-9]{0,2}[.,][0-9]{3}$/.test(digits)) return undefined;
  const isFraction = bindings.has("times") && showsFraction(view, digits.at(-4) ?? "");
  return isFraction ? undefined : { value: digits.replace(/[.,]/, "") };
}

/** Whether a number of the sentence has one or two digits behind a separator. */
function showsFraction({ elements }: SentenceView, separator: string): boolean {
  return elements.some(({ number }) => {
    const digits = latinDigits(number?.digits ?? "");
    const at = digits.lastIndexOf(separator);
    return at > 0 && at >= digits.length - 3;
  });
}
