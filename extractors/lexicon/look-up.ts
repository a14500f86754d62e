import { vulgarFraction } from "../numbers/vulgar-fraction.js";
import { codeUnits, textOfUnits } from "../text/code-units.js";
import { foldKey } from "../text/fold-key.js";
import { TokenKind, type Tokens } from "../text/scan.js";
import { hashUnits } from "../word-index.js";
import { type FoundWord, findWord } from "./find-word.js";
import { noSenses } from "./intern-senses.js";
import type { Lexicon } from "./lexicon.js";
import { Opening, openingOf } from "./opening.js";
import type { Senses } from "./sense.js";
import { SpellingTable } from "./spelling-table.js";

/** What a word of a text turns out to be. All have all properties, so that the engine meets objects of one shape. */
export type Lookup = { readonly [Key in keyof Required<FoundWord>]: FoundWord[Key] | undefined } & {
  /** The word itself, as it is written. */
  readonly written: string;
  readonly key: string;
  readonly cliticLength: number;
  /** What the word means where it begins no phrase. */
  readonly senses: Senses;
  /** Neither a number nor of two parts: an element of its own unless a phrase begins with it. */
  readonly isPlain: boolean;
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

/** What each word and sign of a document is, by token; empty for numbers and line ends. */
export interface WordsOfTokens {
  readonly lookups: (Lookup | undefined)[];
  /** Bits of `Opening`: told apart from the rest, so that the gate reads one byte a token. */
  readonly openings: Uint8Array;
}

/** Longer spellings are no words, and would fill the memory of a run. */
const LONGEST_KEPT = 100;

const tables = new WeakMap<Lexicon, SpellingTable<Lookup>>();

/** Looks up a word that is no token of its own. What is found is kept by spelling: texts repeat their words. */
export function lookUp(word: string, lexicon: Lexicon): Lookup {
  const units = codeUnits(word);
  const hash = hashUnits(units);
  const table = tableOf(lexicon);
  const place = table.find(units, 0, units.length, hash);
  return (place < 0 ? undefined : table.value(place)) ?? lookUpNew(table, units, 0, units.length, hash, lexicon);
}

/** Looks up the words and signs among the tokens `from` to `to`, each into its place among the words. */
export function lookUpTokens(
  { units, kind, start, end, hash }: Tokens,
  from: number,
  to: number,
  lexicon: Lexicon,
  { lookups, openings }: WordsOfTokens,
): void {
  const table = tableOf(lexicon);
  for (let at = from; at < to; at++) {
    if (kind[at] !== TokenKind.word && kind[at] !== TokenKind.symbol) continue;
    const first = start[at] ?? 0;
    const last = end[at] ?? 0;
    const hashed = hash[at] ?? 0;
    const place = table.find(units, first, last, hashed);
    if (place >= 0) {
      lookups[at] = table.value(place);
      openings[at] = table.mark(place);
    } else {
      const lookup = lookUpNew(table, units, first, last, hashed, lexicon);
      lookups[at] = lookup;
      openings[at] = lookup.opening;
    }
  }
}

export function emptyWords(tokens: Tokens): WordsOfTokens {
  return { lookups: new Array<Lookup | undefined>(tokens.length), openings: new Uint8Array(tokens.length) };
}

function tableOf(lexicon: Lexicon): SpellingTable<Lookup> {
  let table = tables.get(lexicon);
  if (table === undefined) {
    table = new SpellingTable();
    tables.set(lexicon, table);
  }
  return table;
}

function lookUpNew(
  table: SpellingTable<Lookup>,
  units: Uint16Array,
  start: number,
  end: number,
  hash: number,
  lexicon: Lexicon,
): Lookup {
  const word = textOfUnits(units.subarray(start, end));
  const lookup = lookupOf(word, findWord(word, lexicon), lexicon);
  if (end - start <= LONGEST_KEPT) table.add(units, start, end, hash, lookup, lookup.opening);
  return lookup;
}

function lookupOf(word: string, found: FoundWord, lexicon: Lexicon): Lookup {
  const halves = found.entry === undefined && word.length <= LONGEST_KEPT ? halvesOf(word, lexicon) : undefined;
  const folded = found.clitic === undefined ? found.key : foldKey(word);
  return {
    written: word,
    key: found.key,
    senses: found.entry?.senses ?? noSenses(),
    isPlain: found.entry?.number === undefined && found.numbers === undefined && halves === undefined,
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
