import { bareWord, type Stemming, stemOf } from "../item-key.js";
import type { DataFile } from "../lexicon/data-file.js";
import { expandWord } from "../lexicon/expand-word.js";
import { LexiconError } from "../lexicon/lexicon-error.js";
import type { ConceptsData, ConceptWordsData } from "./concept-schema.js";
import { type ConceptWords, NOTHING, TRANSPARENT } from "./concept-words.js";
import { wordsOfPhrase } from "./words-of-phrase.js";

/** The vocabulary, and the files that give it words in a language. */
export interface ConceptSource {
  readonly vocabulary: DataFile<ConceptsData>;
  /** The language's own, where it has one, and those of the languages that it extends, nearest first. */
  readonly files: readonly DataFile<ConceptWordsData>[];
}

/**
 * A language's words by what they name; a nearer file's word hides the same in a farther one. Throws LexiconError for an
 * id that the vocabulary lacks, and for a word that stands twice in a file.
 */
export function compileConcepts({ vocabulary, files }: ConceptSource, stemming: Stemming): ConceptWords {
  const endings = files.flatMap(({ data }) => data.endings).sort((one, other) => other.length - one.length);
  const exact = new Map<string, string>();
  const stems = new Map<string, string | undefined>();
  const tails = new Map<string, string | undefined>();
  for (const file of files) {
    const own = readWords(file, vocabulary, stemming);
    const ownStems = new Map<string, string | undefined>();
    const ownTails = new Map<string, string | undefined>();
    for (const { words, meaning, isTail } of own) {
      const stem = words.map((bare) => conceptStem(bare, endings, stemming)).join(" ");
      addKey(ownStems, stem, meaning);
      if (isTail) addKey(ownTails, words.join(" "), meaning);
      // The stem of `-bauern` is the end of `Ausbau` too: a short one tells nothing.
      if (isTail && stem.length >= SHORTEST_TAIL_STEM) addKey(ownTails, stem, meaning);
    }
    for (const { words, meaning } of own) addNew(exact, words.join(" "), meaning);
    for (const [key, meaning] of ownStems) addNew(stems, key, meaning);
    for (const [key, meaning] of ownTails) addNew(tails, key, meaning);
  }
  return {
    exact,
    stems: withoutShared(stems),
    tails: withoutShared(tails),
    passed: new Set(
      files.flatMap(({ data }) => data.passed.flatMap(expandWord)).map((word) => bareWord(word, stemming)),
    ),
    ...(endings.length === 0 ? {} : { endings }),
    longest: Math.max(1, ...[...exact.keys()].map((key) => key.split(" ").length)),
  };
}

/** Where the language names endings of its own for this, what is left without one; else the stemmer's stem. */
export function conceptStem(bare: string, endings: readonly string[] | undefined, stemming: Stemming): string {
  if (endings === undefined || endings.length === 0) return stemOf(bare, stemming);
  const ending = endings.find((end) => bare.endsWith(end) && bare.length >= end.length + SHORTEST_STEM);
  return ending === undefined ? bare : bare.slice(0, -ending.length);
}

const SHORTEST_STEM = 3;
const SHORTEST_TAIL_STEM = 4;

interface ReadWord {
  /** Bare words of a phrase. */
  readonly words: readonly string[];
  readonly meaning: string;
  readonly isTail: boolean;
}

function readWords(
  file: DataFile<ConceptWordsData>,
  vocabulary: DataFile<ConceptsData>,
  stemming: Stemming,
): readonly ReadWord[] {
  const { data } = file;
  const read: ReadWord[] = [];
  const places = new Map<string, readonly string[]>();
  const add = (keys: readonly string[], entries: readonly string[], meaning: string) => {
    for (const word of entries.flatMap((entry) => expanded(file, keys, entry))) {
      const isTail = word.length > 1 && word.startsWith("-");
      const words = wordsOfPhrase(isTail ? word.slice(1) : word).map((written) => bareWord(written, stemming));
      const key = words.join(" ");
      if (words.length === 0) throw fault(file, keys, `"${word}" holds no word; write one or remove it`);
      const taken = places.get(key);
      if (taken !== undefined) {
        const reason = `"${word}" stands under ${taken.join(".")} too; a word names one thing, remove it from one of them`;
        throw fault(file, keys, reason);
      }
      places.set(key, keys);
      read.push({ words, meaning, isTail });
    }
  };
  add(["transparent"], data.transparent, TRANSPARENT);
  add(["nothing"], data.nothing, NOTHING);
  for (const [id, entries] of Object.entries(data.words)) {
    requireKnown(file, vocabulary, ["words", id]);
    add(["words", id], entries, id);
  }
  for (const id of Object.keys(data.examples)) if (id !== "-") requireKnown(file, vocabulary, ["examples", id]);
  return read;
}

function requireKnown(file: DataFile<unknown>, vocabulary: DataFile<ConceptsData>, keys: readonly string[]): void {
  const id = keys.at(-1) ?? "";
  if (!Object.hasOwn(vocabulary.data.concepts, id))
    throw fault(file, keys, `"${id}" is no concept of ${vocabulary.file}; correct the id or add the concept there`);
}

function expanded(file: DataFile<unknown>, keys: readonly string[], entry: string): readonly string[] {
  try {
    return expandWord(entry);
  } catch (cause) {
    throw fault(file, keys, cause instanceof Error ? cause.message : String(cause));
  }
}

function fault({ file, lineOf }: DataFile<unknown>, keys: readonly string[], remedy: string): LexiconError {
  return new LexiconError(`${file}:${lineOf(keys)}`, keys.join("."), remedy);
}

/** What two meanings share is nobody's. */
function addKey(keys: Map<string, string | undefined>, key: string, meaning: string): void {
  keys.set(key, keys.has(key) && keys.get(key) !== meaning ? undefined : meaning);
}

function addNew<Value>(keys: Map<string, Value>, key: string, meaning: Value): void {
  if (!keys.has(key)) keys.set(key, meaning);
}

function withoutShared(keys: ReadonlyMap<string, string | undefined>): ReadonlyMap<string, string> {
  return new Map([...keys].filter((entry): entry is [string, string] => entry[1] !== undefined));
}
