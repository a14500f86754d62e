import { vulgarFraction } from "../numbers/vulgar-fraction.js";
import { TokenKind } from "../text/scan.js";
import type { Element } from "./element.js";
import { mayGoOn } from "./longest-entry.js";
import type { TokenRange } from "./token-range.js";

const COMMA = 0x2c;
const ARABIC_COMMA = 0x060c;

/**
 * The element of a token of which nothing more is to be found out, as of most: a word between spaces that is no number, or
 * a sign, and no beginning of a phrase. Undefined for all others. `before` are the elements in front.
 */
export function plainElement(
  range: TokenRange,
  at: number,
  kind: number,
  before: readonly Element[],
): Element | undefined {
  const lookup = range.lookups[at];
  if (lookup === undefined || !lookup.isPlain || mayGoOn(range, at + 1, lookup)) return undefined;
  const { tokens } = range;
  const outerStart = tokens.start[at] ?? 0;
  const end = tokens.end[at] ?? 0;
  if (kind === TokenKind.word) {
    if (at > range.from && tokens.end[at - 1] === outerStart) return undefined;
    if (at + 1 < range.to && mayTakeNext(range, at + 1, end)) return undefined;
    const { cliticLength, key, senses, clitic } = lookup;
    const start = outerStart + cliticLength;
    return { type: "word", start, end, outerStart, key, senses, clitic, definite: false, number: undefined };
  }
  const { written, senses } = lookup;
  if (vulgarFraction(written) !== undefined || (written === "." && before.at(-1)?.end === end)) return undefined;
  return {
    type: "symbol",
    start: outerStart,
    end,
    outerStart,
    key: written,
    senses,
    clitic: undefined,
    definite: false,
    number: undefined,
  };
}

/** Whether a word may belong together with the token behind it: one written to it, or a number, whose prefix it may be. */
function mayTakeNext({ tokens }: TokenRange, next: number, end: number): boolean {
  if (tokens.kind[next] === TokenKind.number) return true;
  if (tokens.start[next] !== end) return false;
  const sign = tokens.units[end];
  return sign !== COMMA && sign !== ARABIC_COMMA;
}
