import { isGlued, type TokenRange, wordAt } from "./token-range.js";

/** Whether the token at an index is the dot of the abbreviation before it (`Mio.`, `Nr.`), given by its key. */
export function takesDot(range: TokenRange, index: number, key: string): boolean {
  return isGlued(range, index) && wordAt(range, index) === "." && range.lexicon.abbreviations.has(key);
}
