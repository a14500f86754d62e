import type { Lexicon } from "../lexicon/lexicon.js";
import { lookUp } from "../lexicon/look-up.js";
import type { SenseClass } from "../lexicon/sense.js";
import { TokenKind, type Tokens } from "./scan.js";

/** Words that carry a number, or stand beside a Roman one. */
const CARRIERS: readonly SenseClass[] = ["unit_dual", "noun_dual", "decade_name", "century", "quarter", "half_year"];

/** Whether the tokens `from` to `to` hold digits, a number word or a word that carries a number: the gate in front of all rules. */
export function mayHoldNumber(text: string, tokens: Tokens, from: number, to: number, lexicon: Lexicon): boolean {
  for (let at = from; at < to; at++) {
    const kind = tokens.kind[at];
    if (kind === TokenKind.number) return true;
    if (kind !== TokenKind.word) continue;
    const word = text.slice(tokens.start[at], tokens.end[at]);
    const { entry, numbers } = lookUp(word, lexicon);
    if (entry?.number !== undefined || numbers !== undefined) return true;
    const senses = entry?.senses;
    if (senses !== undefined && CARRIERS.some((sense) => senses[sense] !== undefined)) return true;
    const hyphen = entry === undefined ? word.indexOf("-") : -1;
    if (hyphen > 0 && lookUp(word.slice(0, hyphen), lexicon).entry?.number !== undefined) return true;
  }
  return false;
}
