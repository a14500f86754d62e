import type { DecimalText } from "../../pipeline/model/amount.js";
import { CharClass, charClasses, digitValue } from "../text/char-class.js";
import { normaliseDecimal } from "./decimal.js";

/** How a language, or one document, writes numbers in digits. */
export interface NumberHabit {
  readonly decimal: "." | ",";
  readonly group: "." | ",";
}

export interface DigitNumber {
  readonly value: DecimalText;
  /** One separator with three digits behind it: `1.234` could be grouped or a fraction; the habit decided. */
  readonly ambiguous: boolean;
  /** Without any separator. */
  readonly plain: boolean;
}

const ALWAYS_GROUP = "'’٬،\u0020\u00a0\u2009\u202f";
const ALWAYS_DECIMAL = "٫";

/**
 * Value of a run of digits with separators, by its own shape first and the habit where the shape leaves two readings.
 * Undefined when the shape is no number (`28.06.2024`, `1.23.456`). Digits of any script.
 */
export function readDigits(raw: string, habit: NumberHabit): DigitNumber | undefined {
  const groups: string[] = [""];
  const separators: string[] = [];
  const classes = charClasses();
  for (let at = 0; at < raw.length; at++) {
    const code = raw.charCodeAt(at);
    if (classes[code] === CharClass.digit) groups[groups.length - 1] = `${groups.at(-1) ?? ""}${digitValue(code)}`;
    else {
      separators.push(raw.charAt(at));
      groups.push("");
    }
  }
  const last = separators.at(-1);
  if (last === undefined) return { value: normaliseDecimal(groups[0] ?? "0"), ambiguous: false, plain: true };
  const decimalAt = decimalPosition(groups, separators, last, habit);
  if (decimalAt === undefined) return undefined;
  const whole = groups.slice(0, decimalAt.index);
  if (!areThousands(whole, separators.slice(0, decimalAt.index - 1))) return undefined;
  const part = groups.slice(decimalAt.index).join("");
  return { value: normaliseDecimal(`${whole.join("")}.${part}`), ambiguous: decimalAt.ambiguous, plain: false };
}

/** Index in `groups` where the fraction starts; the number of groups when there is none. */
function decimalPosition(
  groups: readonly string[],
  separators: readonly string[],
  last: string,
  habit: NumberHabit,
): { index: number; ambiguous: boolean } | undefined {
  const end = groups.length;
  const uses = separators.filter((separator) => separator === last).length;
  if (last === ALWAYS_DECIMAL) return uses === 1 ? { index: end - 1, ambiguous: false } : undefined;
  if (uses > 1 || ALWAYS_GROUP.includes(last)) return { index: end, ambiguous: false };
  if (separators.length > 1) return { index: end - 1, ambiguous: false };
  const head = groups[0] ?? "";
  if (groups[1]?.length !== 3 || head.length > 3 || head === "0") return { index: end - 1, ambiguous: false };
  // Nobody writes three zeros behind a decimal separator.
  if (groups[1] === "000") return { index: end, ambiguous: false };
  return { index: last === habit.decimal ? end - 1 : end, ambiguous: true };
}

function areThousands(groups: readonly string[], separators: readonly string[]): boolean {
  if (groups.length === 1) return true;
  if (separators.some((separator) => separator !== separators[0])) return false;
  const head = groups[0]?.length ?? 0;
  return head >= 1 && head <= 3 && groups.slice(1).every((group) => group.length === 3);
}
