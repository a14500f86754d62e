import { TokenKind, type Tokens } from "../text/scan.js";
import { HASH_SEED, hashUnit } from "../word-index.js";
import { type FoundWord, findWord } from "./find-word.js";
import type { Lexicon } from "./lexicon.js";
import { hasAny, senseSet } from "./sense-set.js";
import { SpellingTable } from "./spelling-table.js";

/** What a word of a text turns out to be. All have all properties, so that the engine meets objects of one shape. */
export type Lookup = { readonly [Key in keyof Required<FoundWord>]: FoundWord[Key] | undefined } & {
  readonly key: string;
  readonly cliticLength: number;
  /** Whether a sentence with this word may state a number. */
  readonly opening: Opening;
  /** An abbreviation, whose dot ends no sentence. */
  readonly dotted: boolean;
};

/** `certain`: a number, or a word that carries one. `weak`: an article, which is one only in a percentage. */
export const Opening = { none: 0, weak: 1, percent: 2, certain: 4 } as const;
export type Opening = number;

const tables = new WeakMap<Lexicon, SpellingTable<Lookup>>();

/** Looks up a word that is no token of its own. What is found is kept by spelling: texts repeat their words. */
export function lookUp(word: string, lexicon: Lexicon): Lookup {
  let hash = HASH_SEED;
  for (let at = 0; at < word.length; at++) hash = hashUnit(hash, word.charCodeAt(at));
  return lookUpAt(tableOf(lexicon), word, 0, word.length, hash, lexicon);
}

/** Looks up the words and signs among the tokens `from` to `to`, each into its place in `lookups`. */
export function lookUpTokens(
  text: string,
  { kind, start, end, hash }: Tokens,
  from: number,
  to: number,
  lexicon: Lexicon,
  lookups: (Lookup | undefined)[],
): void {
  const table = tableOf(lexicon);
  for (let at = from; at < to; at++) {
    if (kind[at] !== TokenKind.word && kind[at] !== TokenKind.symbol) continue;
    lookups[at] = lookUpAt(table, text, start[at] ?? 0, end[at] ?? 0, hash[at] ?? 0, lexicon);
  }
}

function tableOf(lexicon: Lexicon): SpellingTable<Lookup> {
  let table = tables.get(lexicon);
  if (table === undefined) {
    table = new SpellingTable();
    tables.set(lexicon, table);
  }
  return table;
}

function lookUpAt(
  table: SpellingTable<Lookup>,
  text: string,
  start: number,
  end: number,
  hash: number,
  lexicon: Lexicon,
): Lookup {
  const known = table.get(text, start, end, hash);
  if (known !== undefined) return known;
  const word = copied(text.slice(start, end));
  const lookup = lookupOf(word, findWord(word, lexicon), lexicon);
  table.add(word, hash, lookup);
  return lookup;
}

/** A slice keeps its whole text alive; a copy does not. */
function copied(word: string): string {
  return Buffer.from(word, "utf16le").toString("utf16le");
}

function lookupOf(word: string, found: FoundWord, lexicon: Lexicon): Lookup {
  return {
    key: found.key,
    entry: found.entry,
    phrases: found.phrases,
    clitic: found.clitic,
    cliticLength: found.cliticLength,
    numbers: found.numbers,
    tail: found.tail,
    opening: openingOf(word, found, lexicon),
    dotted: lexicon.abbreviations.has(found.key),
  };
}

/** Words that carry a number, or stand beside a Roman one. */
const CARRIERS = senseSet(["unit_dual", "noun_dual", "decade_name", "century", "quarter", "half_year"]);

function openingOf(word: string, { entry, numbers }: FoundWord, lexicon: Lexicon): Opening {
  if (numbers !== undefined) return Opening.certain;
  if (entry === undefined) return opensBeforeHyphen(word, lexicon) ? Opening.certain : Opening.none;
  const { number, senses } = entry;
  const counts = number !== undefined && number.composition !== "link" && number.composition !== "point";
  if ((counts && !number.weak) || (senses !== undefined && hasAny(senses, CARRIERS))) return Opening.certain;
  return (counts ? Opening.weak : Opening.none) | (senses?.percent === undefined ? Opening.none : Opening.percent);
}

/** `dua-tiga` */
function opensBeforeHyphen(word: string, lexicon: Lexicon): boolean {
  const hyphen = word.indexOf("-");
  return hyphen > 0 && findWord(word.slice(0, hyphen), lexicon).entry?.number !== undefined;
}
