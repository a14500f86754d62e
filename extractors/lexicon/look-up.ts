import { vulgarFraction } from "../numbers/vulgar-fraction.js";
import { codeUnits, textOfUnits } from "../text/code-units.js";
import { foldKey } from "../text/fold-key.js";
import { TokenKind, type Tokens } from "../text/scan.js";
import { hashUnits } from "../word-index.js";
import { type FoundWord, findWord } from "./find-word.js";
import type { Lexicon } from "./lexicon.js";
import { Opening, openingOf } from "./opening.js";
import { SpellingTable } from "./spelling-table.js";

/** What a word of a text turns out to be. All have all properties, so that the engine meets objects of one shape. */
export type Lookup = { readonly [Key in keyof Required<FoundWord>]: FoundWord[Key] | undefined } & {
  readonly key: string;
  readonly cliticLength: number;
  /** The whole word folded, as a phrase goes on with it. */
  readonly folded: string;
  /** One bit, by the folded word; and the bits of the words with which phrases that begin with this word may go on. */
  readonly bit: number;
  readonly nextBits: number;
  /** For a word that is not in the lexicon: what stands on either side of its first hyphen, whose place is in UTF-16 units. */
  readonly halves: Halves | undefined;
  /** Whether a sentence with this word may state a number: bits of `Opening`. */
  readonly opening: number;
  /** An abbreviation, whose dot ends no sentence. */
  readonly dotted: boolean;
};

export interface Halves {
  readonly hyphen: number;
  readonly first: Lookup;
  readonly second: Lookup;
}

/** Longer spellings are no words, and would fill the memory of a run. */
const LONGEST_KEPT = 100;

const tables = new WeakMap<Lexicon, SpellingTable<Lookup>>();

/** Looks up a word that is no token of its own. What is found is kept by spelling: texts repeat their words. */
export function lookUp(word: string, lexicon: Lexicon): Lookup {
  const units = codeUnits(word);
  return lookUpAt(tableOf(lexicon), units, 0, units.length, hashUnits(units), lexicon);
}

/** Looks up the words and signs among the tokens `from` to `to`, each into its place in `lookups`. */
export function lookUpTokens(
  { units, kind, start, end, hash }: Tokens,
  from: number,
  to: number,
  lexicon: Lexicon,
  lookups: (Lookup | undefined)[],
): void {
  const table = tableOf(lexicon);
  for (let at = from; at < to; at++) {
    if (kind[at] !== TokenKind.word && kind[at] !== TokenKind.symbol) continue;
    lookups[at] = lookUpAt(table, units, start[at] ?? 0, end[at] ?? 0, hash[at] ?? 0, lexicon);
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
  units: Uint16Array,
  start: number,
  end: number,
  hash: number,
  lexicon: Lexicon,
): Lookup {
  const known = table.get(units, start, end, hash);
  if (known !== undefined) return known;
  const word = textOfUnits(units.subarray(start, end));
  const lookup = lookupOf(word, findWord(word, lexicon), lexicon);
  if (end - start <= LONGEST_KEPT) table.add(units, start, end, hash, lookup);
  return lookup;
}

function lookupOf(word: string, found: FoundWord, lexicon: Lexicon): Lookup {
  const halves = found.entry === undefined && word.length <= LONGEST_KEPT ? halvesOf(word, lexicon) : undefined;
  const folded = found.clitic === undefined ? found.key : foldKey(word);
  return {
    key: found.key,
    entry: found.entry,
    phrases: found.phrases,
    clitic: found.clitic,
    cliticLength: found.cliticLength,
    folded,
    bit: bitOf(folded),
    nextBits: bitsOf(found.phrases?.keys() ?? []),
    halves,
    numbers: found.numbers,
    tail: found.tail,
    opening: openingOfWord(word, found, halves, lexicon),
    dotted: lexicon.abbreviations.has(found.key),
  };
}

/** One of 32 bits by a word's hash: most words that do not go on with a phrase are told by it. */
function bitOf(word: string): number {
  return 1 << (hashUnits(codeUnits(word)) & 31);
}

function bitsOf(words: Iterable<string>): number {
  let bits = 0;
  for (const word of words) bits |= bitOf(word);
  return bits;
}

function halvesOf(word: string, lexicon: Lexicon): Halves | undefined {
  const hyphen = word.indexOf("-");
  if (hyphen <= 0) return undefined;
  return { hyphen, first: lookUp(word.slice(0, hyphen), lexicon), second: lookUp(word.slice(hyphen + 1), lexicon) };
}

function openingOfWord(
  word: string,
  { key, entry, numbers }: FoundWord,
  halves: Halves | undefined,
  lexicon: Lexicon,
): number {
  if (numbers !== undefined || vulgarFraction(word) !== undefined) return Opening.certain;
  // `dua-tiga`
  if (halves?.first.entry?.number !== undefined) return Opening.certain;
  return (entry === undefined ? 0 : openingOf(entry)) | (lexicon.phraseOpenings.get(key) ?? 0);
}
