import { lookUp } from "../lexicon/look-up.js";
import { TokenKind } from "../text/scan.js";
import { longestEntry } from "./longest-entry.js";
import { endOf, isGlued, kindAt, startOf, type TokenRange, wordAt } from "./token-range.js";

/**
 * The power of ten that one letter behind an amount of money stands for: `Rp 2,5 M`, `$10k`, `10K$`. Undefined where no
 * currency stands beside the amount: elsewhere the letter is a unit or part of a name. `amount` and `letter` are token
 * indexes. A small letter that is a unit, too (`m`, `t`), stays one.
 */
export function readMoneyScale(range: TokenRange, amount: number, letter: number): number | undefined {
  if (kindAt(range, letter) !== TokenKind.word || endOf(range, letter) - startOf(range, letter) !== 1) return undefined;
  const word = wordAt(range, letter);
  const senses = lookUp(word, range.lexicon).entry?.senses;
  if (senses?.money_scale === undefined) return undefined;
  if (senses.unit !== undefined && word !== word.toUpperCase()) return undefined;
  const inFront = amount > range.from && isCurrency(range, amount - 1);
  const behind = isGlued(range, letter) && isCurrency(range, letter + 1);
  return inFront || behind ? Number(senses.money_scale) : undefined;
}

function isCurrency(range: TokenRange, index: number): boolean {
  return longestEntry(range, index).entry?.senses?.currency !== undefined;
}
