import { bareWord } from "../item-key.js";
import type { Lexicon } from "../lexicon/lexicon.js";
import { conceptStem } from "./compile-concepts.js";
import { TRANSPARENT } from "./concept-words.js";

/** What words name: the id of a concept, `TRANSPARENT` or `NOTHING`; and how many of them do. */
export interface Meaning {
  readonly meaning: string;
  readonly words: number;
}

/** Longer words are no compounds; this bounds the work for a word. */
const LONGEST = 80;
/** Shortest first part of a compound. */
const SHORTEST_PART = 3;

/** What the longest phrase names that begins at a word, as written or by its stems; a word alone also by its end. */
export function meaningOfWords(words: readonly string[], at: number, lexicon: Lexicon): Meaning | undefined {
  const { exact, stems, longest } = lexicon.concepts;
  const bare = words.slice(at, at + longest).map((word) => bareWord(word, lexicon));
  for (let count = bare.length; count > 0; count--) {
    const phrase = bare.slice(0, count);
    const stemmed = phrase.map((word) => stem(word, lexicon)).join(" ");
    const meaning = exact.get(phrase.join(" ")) ?? stems.get(stemmed) ?? exact.get(stemmed);
    if (meaning !== undefined) return { meaning, words: count };
  }
  const meaning = bare[0] === undefined ? undefined : meaningOfParts(bare[0], lexicon);
  return meaning === undefined ? undefined : { meaning, words: 1 };
}

function meaningOfParts(word: string, lexicon: Lexicon): string | undefined {
  const hyphen = word.lastIndexOf("-");
  const last = word.slice(hyphen + 1);
  // `desa-desa`: said twice, a noun is in the plural.
  if (hyphen > 0 && stem(word.slice(0, hyphen), lexicon) === stem(last, lexicon)) return meaningOfWord(last, lexicon);
  if (!lexicon.numbers.compounds || word.length > LONGEST) return undefined;
  // `IT-Unternehmen`, `5G-basestasjonar`
  if (hyphen > 0) return meaningOfWord(last, lexicon) ?? meaningByTail(last, lexicon);
  return meaningByTail(word, lexicon);
}

function meaningOfWord(word: string, lexicon: Lexicon): string | undefined {
  return lexicon.concepts.exact.get(word) ?? lexicon.concepts.stems.get(stem(word, lexicon));
}

function meaningByTail(word: string, lexicon: Lexicon): string | undefined {
  const { tails } = lexicon.concepts;
  const stemmed = stem(word, lexicon);
  for (let at = SHORTEST_PART; at < word.length; at++) {
    const meaning = tails.get(word.slice(at)) ?? tails.get(stemmed.slice(at));
    if (meaning === undefined) continue;
    return meaning === TRANSPARENT ? (meaningOfFirst(word.slice(0, at), lexicon) ?? meaning) : meaning;
  }
  return undefined;
}

/** `Beschäftigtenzahl`, `Exportanteil`: the number or share of what the first part names, with or without an s behind. */
function meaningOfFirst(part: string, lexicon: Lexicon): string | undefined {
  const meaning = meaningOfWord(part, lexicon);
  return meaning === undefined && part.endsWith("s") ? meaningOfWord(part.slice(0, -1), lexicon) : meaning;
}

function stem(bare: string, lexicon: Lexicon): string {
  return conceptStem(bare, lexicon.concepts.endings, lexicon);
}
