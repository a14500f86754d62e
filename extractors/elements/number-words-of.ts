import type { NumberWord } from "../numbers/number-word.js";
import type { EntryMatch } from "./longest-entry.js";
import type { TokenRange } from "./token-range.js";

/** Number words of a token: its entry's, its compound's, with the link that its clitic may be. */
export function numberWordsOf(
  match: EntryMatch,
  first: boolean,
  { lexicon }: TokenRange,
): readonly NumberWord[] | undefined {
  const words = match.entry?.number === undefined ? undefined : [match.entry.number];
  const found = words ?? (match.lookup.tail === undefined ? match.lookup.numbers : undefined);
  if (found === undefined || first || match.lookup.clitic === undefined) return found;
  const link = lexicon.entries.get(match.lookup.clitic)?.entry?.number;
  return link?.composition === "link" ? [link, ...found] : undefined;
}
