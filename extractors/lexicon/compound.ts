import type { NumberWord } from "../numbers/number-word.js";
import type { Entry, Lexicon } from "./lexicon.js";
import { hasAny, senseSet } from "./sense-set.js";

export interface Compound {
  readonly numbers: readonly NumberWord[];
  readonly tail?: { readonly at: number; readonly key: string; readonly entry: Entry };
}

/** What a number may be written together with, and a currency behind a hyphen: `siebenhundert-Euro`. */
const TAILS = senseSet(["unit", "times", "rank_after", "superlative", "percent", "decade", "noun", "modifier_after"]);
/** Longer words are no compounds of numbers; this bounds the work for a word. */
const LONGEST = 80;

/**
 * Reads a word as number words written together (`zweihundertfünfzig`, `femogtyve`), with or without another known word
 * behind them (`dreijährige`). Longest parts first. Undefined when it is none; one number word alone is no compound.
 */
export function splitCompound(key: string, lexicon: Lexicon): Compound | undefined {
  if (key.length > LONGEST || key.length < 4) return undefined;
  const prefix = lexicon.numbers.ordinalPrefixes.find((start) => key.startsWith(start));
  if (prefix !== undefined) {
    const number = lexicon.entries.get(key.slice(prefix.length))?.entry?.number;
    if (number?.composition === "add" && number.denominator === undefined)
      return { numbers: [{ ...number, ordinal: true }] };
  }
  if (!lexicon.numbers.compounds) return undefined;
  const dead = new Set<number>();
  const found = partsFrom(key, 0, lexicon, dead);
  return found !== undefined && (found.numbers.length > 1 || found.tail !== undefined) ? found : undefined;
}

function partsFrom(key: string, at: number, lexicon: Lexicon, dead: Set<number>): Compound | undefined {
  if (at === key.length) return { numbers: [] };
  if (dead.has(at)) return undefined;
  for (let end = key.length; end > at + 1; end--) {
    const number = lexicon.entries.get(key.slice(at, end))?.entry?.number;
    if (number === undefined || number.composition === "point") continue;
    const rest = partsFrom(key, end, lexicon, dead);
    if (rest !== undefined) return { ...rest, numbers: [number, ...rest.numbers] };
  }
  const tail = at > 0 ? tailAt(key, at, lexicon) : undefined;
  if (tail === undefined) dead.add(at);
  return tail;
}

/** The known word behind the numbers; with hyphens its first part is enough: `fünf-prozent-hürde`. */
function tailAt(key: string, at: number, lexicon: Lexicon): Compound | undefined {
  const isHyphened = key[at] === "-";
  const from = isHyphened ? at + 1 : at;
  const word = key.slice(from);
  const hyphen = word.indexOf("-");
  const entry =
    lexicon.entries.get(word)?.entry ?? (hyphen > 0 ? lexicon.entries.get(word.slice(0, hyphen))?.entry : undefined);
  const senses = entry?.senses;
  if (entry === undefined || senses === undefined) return undefined;
  const isTail = hasAny(senses, TAILS) || (isHyphened && senses.currency !== undefined);
  return isTail ? { numbers: [], tail: { at: from, key: word, entry } } : undefined;
}
