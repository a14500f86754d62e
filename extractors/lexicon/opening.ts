import type { Entry, EntryNode } from "./lexicon.js";
import { hasAny, senseSet } from "./sense-set.js";

/**
 * What a word says about whether its sentence states a number, as bits. `certain`: a number, or a word that carries one.
 * `weak`: an article, which is one only in a percentage or right behind a word of degree.
 */
export const Opening = { weak: 1, percent: 2, degree: 4, certain: 8 } as const;

/** Words that carry a number, or stand beside a Roman one. */
const CARRIERS = senseSet(["unit_dual", "noun_dual", "decade_name", "century", "quarter", "half_year"]);

/** Bits of `Opening` for a word or phrase of the lexicon. */
export function openingOf({ number, senses }: Entry): number {
  const counts = number !== undefined && number.composition !== "link" && number.composition !== "point";
  if ((counts && !number.weak) || (senses !== undefined && hasAny(senses, CARRIERS))) return Opening.certain;
  return (
    (counts ? Opening.weak : 0) |
    (senses?.percent === undefined ? 0 : Opening.percent) |
    (senses?.modifier === undefined ? 0 : Opening.degree)
  );
}

/** The bits of phrases by their last word, folded: `einziger` for the number `ein einziger`, `als` for `mehr als`. */
export function phraseOpenings(entries: ReadonlyMap<string, EntryNode>): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const { next } of entries.values()) if (next !== undefined) addOpenings(next, found);
  return found;
}

/** The last two words of phrases of degree, folded and joined by a space: `mehr als`, `overkant av`. */
export function degreePairs(entries: ReadonlyMap<string, EntryNode>): ReadonlySet<string> {
  const found = new Set<string>();
  for (const [word, { next }] of entries) if (next !== undefined) addPairs(word, next, found);
  return found;
}

function addPairs(before: string, level: ReadonlyMap<string, EntryNode>, found: Set<string>): void {
  for (const [word, { entry, next }] of level) {
    if (entry?.senses?.modifier !== undefined) found.add(`${before} ${word}`);
    if (next !== undefined) addPairs(word, next, found);
  }
}

function addOpenings(level: ReadonlyMap<string, EntryNode>, found: Map<string, number>): void {
  for (const [word, { entry, next }] of level) {
    const opening = entry === undefined ? 0 : openingOf(entry);
    if (opening !== 0) found.set(word, (found.get(word) ?? 0) | opening);
    if (next !== undefined) addOpenings(next, found);
  }
}
