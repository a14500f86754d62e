import type { Entry, EntryNode } from "../lexicon/lexicon.js";
import type { Lookup } from "../lexicon/look-up.js";
import { foldKey } from "../text/fold-key.js";
import { TokenKind } from "../text/scan.js";
import { isGlued, kindAt, lookupAt, type TokenRange, wordAt } from "./token-range.js";

export interface EntryMatch {
  readonly lookup: Lookup;
  readonly entry: Entry | undefined;
  /** Index behind the last token of the word or phrase. */
  readonly next: number;
}

/** The longest word or phrase of the lexicon that begins at a token; the word alone, without entry, when there is none. */
export function longestEntry(range: TokenRange, index: number): EntryMatch {
  const lookup = lookupAt(range, index);
  let best: EntryMatch = { lookup, entry: lookup.entry, next: index + 1 };
  let level: ReadonlyMap<string, EntryNode> | undefined = mayGoOn(range, index + 1, lookup)
    ? lookup.phrases
    : undefined;
  for (let at = index + 1; level !== undefined && at < range.to; at++) {
    if (kindAt(range, at) === TokenKind.lineEnd) break;
    const node: EntryNode | undefined = level.get(range.lookups[at]?.folded ?? foldKey(wordAt(range, at)));
    if (node === undefined) break;
    // Two signs make one only when written together (`,-`); three may be set apart (`20, --`).
    const isPairOfSigns =
      at === index + 1 && kindAt(range, index) === TokenKind.symbol && kindAt(range, at) === TokenKind.symbol;
    if (node.entry !== undefined && (!isPairOfSigns || isGlued(range, at)))
      best = { lookup, entry: node.entry, next: at + 1 };
    level = node.next;
  }
  return best;
}

/** Whether a phrase may go on with a token: a cheap no for most words, so that only few are searched for. */
export function mayGoOn({ lookups, to }: TokenRange, at: number, { phrases, nextBits }: Lookup): boolean {
  if (phrases === undefined || at >= to) return false;
  const bit = lookups[at]?.bit;
  return bit === undefined || (bit & nextBits) !== 0;
}
