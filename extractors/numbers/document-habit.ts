import { TokenKind, type Tokens } from "../text/scan.js";
import type { NumberHabit } from "./digit-number.js";

/**
 * How this document writes numbers: the language's convention, unless the numbers whose shape leaves one reading
 * (`12,5`, `1.234.567`) speak for the opposite and none for the convention, as in translated news.
 */
export function documentHabit(text: string, tokens: Tokens, convention: NumberHabit): NumberHabit {
  let forConvention = 0;
  let against = 0;
  for (let index = 0; index < tokens.length; index++) {
    if (tokens.kind[index] !== TokenKind.number) continue;
    const decimal = decimalSeparatorOf(text, tokens.start[index] ?? 0, tokens.end[index] ?? 0);
    if (decimal === convention.decimal) forConvention++;
    else if (decimal !== undefined) against++;
  }
  if (forConvention > 0 || against < 2) return convention;
  return { decimal: convention.group, group: convention.decimal };
}

/** The decimal separator that a number's shape proves, seen from its last separator; undefined when it proves none. */
function decimalSeparatorOf(text: string, start: number, end: number): string | undefined {
  let last = -1;
  let uses = 0;
  let others = 0;
  for (let at = start; at < end; at++) {
    const char = text.charAt(at);
    if (char !== "." && char !== ",") continue;
    if (last >= 0 && text.charAt(last) !== char) others = uses;
    uses = last >= 0 && text.charAt(last) === char ? uses + 1 : 1;
    last = at;
  }
  if (last < 0) return undefined;
  const separator = text.charAt(last);
  const opposite = separator === "." ? "," : ".";
  if (uses > 1) return others === 0 && end - last === 4 ? opposite : undefined;
  if (others > 0) return separator;
  // `17.45` may be a clock time and `28.06` a date: only a fraction in front of a comma, or of one digit, proves itself.
  const digitsBehind = end - last - 1;
  if (separator === "," && digitsBehind !== 3) return separator;
  return digitsBehind === 1 ? separator : undefined;
}
