import { decimalOf } from "../numbers/decimal.js";
import type { NumberWord } from "../numbers/number-word.js";
import { addWord, NOTHING, type NumberOrder, numberValue, type PartialNumber } from "../numbers/partial-number.js";
import type { NumberReading } from "./element.js";

/** The value of a compound of number words (`zweihundertfünfzig`); undefined when they do not make one number. */
export function compoundReading(words: readonly NumberWord[], order: NumberOrder): NumberReading | undefined {
  const folded = foldAll(NOTHING, words, order);
  if (folded === undefined || folded.linked || folded === NOTHING) return undefined;
  const { ordinal, lastScale } = folded;
  return {
    value: decimalOf(numberValue(folded)),
    ordinal,
    spelled: true,
    scale: powerOf(lastScale),
    weak: false,
    plain: false,
  };
}

export function foldAll(
  state: PartialNumber,
  words: readonly NumberWord[],
  order: NumberOrder,
): PartialNumber | undefined {
  let folded: PartialNumber | undefined = state;
  for (const word of words) {
    if (folded === undefined) return undefined;
    folded = addWord(folded, word, order);
  }
  return folded;
}

/** Power of ten of a scale; 0 where there was none. */
export function powerOf(scale: number): number {
  return Number.isFinite(scale) ? Math.round(Math.log10(scale)) : 0;
}
