import type { NumberWord } from "../numbers/number-word.js";
import { foldKey } from "../text/fold-key.js";
import { splitCompound } from "./compound.js";
import { isKnown } from "./entry-tree.js";
import { internSenses, sensesWithout } from "./intern-senses.js";
import type { Entry, EntryNode, Lexicon } from "./lexicon.js";
import type { Senses } from "./sense.js";

/** What the lexicon has for a word: as it stands, without its clitics, or as a compound. */
export interface FoundWord {
  /** Folded, without the outside clitic. */
  readonly key: string;
  readonly entry?: Entry;
  /** Phrases that begin with this word. */
  readonly phrases?: ReadonlyMap<string, EntryNode>;
  /** Folded clitic outside the span, and how many UTF-16 units of the word it takes. */
  readonly clitic?: string;
  readonly cliticLength: number;
  /** For a compound of number words: the words in order. */
  readonly numbers?: readonly NumberWord[];
  /** For a compound that ends in another known word (`dreijährig`): where that begins, and what it is. */
  readonly tail?: { readonly at: number; readonly key: string; readonly entry: Entry };
}

/** Searches the lexicon for a word as it is written in a text. */
export function findWord(word: string, lexicon: Lexicon): FoundWord {
  return asWritten(word, find(word, lexicon));
}

function find(word: string, lexicon: Lexicon): FoundWord {
  const key = foldKey(word);
  const asIs = lookupOf(key, lexicon, undefined);
  if (asIs?.entry !== undefined) return asIs;
  for (const clitic of outsideClitics(key, lexicon)) {
    const found = lookupOf(key.slice(clitic.length), lexicon, clitic);
    if (found?.entry !== undefined) return { ...found, cliticLength: unfoldedLength(word, clitic) };
  }
  const compound = splitCompound(key, lexicon);
  // The first word of a phrase alone (`kedua belah`) may still be a compound.
  if (asIs !== undefined) return compound?.tail === undefined ? { ...asIs, ...compound } : asIs;
  // Offsets inside the word are only known while folding kept its length.
  if (compound !== undefined && key.length === word.length) return { key, cliticLength: 0, ...compound };
  const measure = lexicon.numbers.compounds ? measureAtEnd(key, lexicon) : undefined;
  return measure === undefined ? { key, cliticLength: 0 } : { key, cliticLength: 0, entry: { senses: measure } };
}

/** Shortest noun of measure that makes a measure of a compound, and shortest first part. */
const SHORTEST_MEASURE = 4;
const SHORTEST_PART = 3;

/** `Einkommensteuersatz`, `folketall`: a compound measures what its last noun measures. */
function measureAtEnd(key: string, lexicon: Lexicon): Senses | undefined {
  for (let at = SHORTEST_PART; at <= key.length - SHORTEST_MEASURE; at++) {
    const senses = lexicon.entries.get(key.slice(at))?.entry?.senses;
    if (senses?.measure === undefined && senses?.count_measure === undefined) continue;
    const { measure, count_measure } = senses;
    return internSenses({ measure, count_measure });
  }
  return undefined;
}

/** One clitic, or a conjunction and a preposition, that the word may begin with. */
function* outsideClitics(key: string, lexicon: Lexicon): Generator<string> {
  for (const first of lexicon.clitics.outside) {
    if (!key.startsWith(first) || key.length - first.length < 2) continue;
    yield first;
    for (const second of lexicon.clitics.outside) {
      if (key.startsWith(second, first.length) && key.length - first.length - second.length >= 2) yield first + second;
    }
  }
}

/** What a word means that only the folding of its letters found, and its spelling denies. */
function asWritten(word: string, lookup: FoundWord): FoundWord {
  const senses = lookup.entry?.senses;
  if (senses === undefined) return lookup;
  // `nok` is no crown: an ISO code is written in capitals.
  const isOther = senses.currency === word.toUpperCase() && senses.currency !== word;
  // `5 G` is no five grams: a capital letter alone is a unit only where it is that unit's own symbol.
  const isCapital = word.length === 1 && senses.unit !== word && word !== word.toLowerCase();
  if (!isOther && !(isCapital && senses.unit !== undefined)) return lookup;
  const kept = sensesWithout(senses, [
    ...(isOther ? ["currency" as const] : []),
    ...(isCapital ? ["unit" as const] : []),
  ]);
  return { ...lookup, entry: { ...lookup.entry, senses: kept } };
}

/** UTF-16 units of the word that fold to its clitic, vowel marks behind it included. */
function unfoldedLength(word: string, clitic: string): number {
  let length = clitic.length;
  while (length < word.length && foldKey(word.slice(0, length + 1)) === clitic) length++;
  while (length < word.length && foldKey(word.slice(0, length)) !== clitic) length++;
  return length;
}

function lookupOf(key: string, lexicon: Lexicon, clitic: string | undefined): FoundWord | undefined {
  const asIs = lexicon.entries.get(key);
  const node = asIs ?? nodeWithoutArticle(key, lexicon);
  if (node === undefined) return undefined;
  const entry = asIs === undefined ? asNoun(node.entry) : node.entry;
  return {
    key,
    cliticLength: clitic?.length ?? 0,
    ...(clitic === undefined ? {} : { clitic }),
    ...(isKnown(entry) ? { entry } : {}),
    ...(node.next === undefined ? {} : { phrases: node.next }),
  };
}

/** With the article a word is no finite verb and begins no clause: `الربح` is not `ربح`. */
function asNoun(entry: Entry | undefined): Entry | undefined {
  if (entry?.senses === undefined) return entry;
  return { ...entry, senses: sensesWithout(entry.senses, ["verb", "link_verb", "auxiliary", "clause"]) };
}

function nodeWithoutArticle(key: string, lexicon: Lexicon): EntryNode | undefined {
  for (const article of lexicon.clitics.inside) {
    if (!key.startsWith(article) || key.length - article.length < 2) continue;
    const node = lexicon.entries.get(key.slice(article.length));
    if (node !== undefined) return node;
  }
  return undefined;
}
