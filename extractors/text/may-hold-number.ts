import { type Lookup, Opening } from "../lexicon/look-up.js";
import { TokenKind, type Tokens } from "./scan.js";

/** Whether the tokens `from` to `to` hold digits, a number word or a word that carries a number: the gate in front of all rules. */
export function mayHoldNumber(
  tokens: Tokens,
  lookups: readonly (Lookup | undefined)[],
  from: number,
  to: number,
): boolean {
  let openings: Opening = Opening.none;
  for (let at = from; at < to; at++) {
    if (tokens.kind[at] === TokenKind.number) return true;
    openings |= lookups[at]?.opening ?? Opening.none;
    if (openings > Opening.percent) return true;
  }
  return false;
}
