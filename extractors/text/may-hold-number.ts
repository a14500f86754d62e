import type { Lookup } from "../lexicon/look-up.js";
import { Opening } from "../lexicon/opening.js";
import { TokenKind, type Tokens } from "./scan.js";

/** Whether the tokens `from` to `to` hold digits, a number word or a word that carries a number: the gate in front of all rules. */
export function mayHoldNumber(
  tokens: Tokens,
  lookups: readonly (Lookup | undefined)[],
  from: number,
  to: number,
): boolean {
  let seen = 0;
  let before = 0;
  for (let at = from; at < to; at++) {
    if (tokens.kind[at] === TokenKind.number) return true;
    const opening = lookups[at]?.opening ?? 0;
    if ((opening & Opening.certain) !== 0) return true;
    if ((opening & Opening.weak) !== 0 && (before & Opening.degree) !== 0) return true;
    seen |= opening;
    before = opening;
  }
  return (seen & Opening.weak) !== 0 && (seen & Opening.percent) !== 0;
}
