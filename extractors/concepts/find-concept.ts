import type { Lexicon } from "../lexicon/lexicon.js";
import { lookUp } from "../lexicon/look-up.js";
import { hasAny, senseSet } from "../lexicon/sense-set.js";
import { codeUnits, textOfUnits } from "../text/code-units.js";
import { NOTHING, TRANSPARENT } from "./concept-words.js";
import { type Meaning, meaningOfWords } from "./meaning-of-words.js";
import { isComma, wordsOfPhrase } from "./words-of-phrase.js";

const MOST_CACHED = 20_000;
/** Longer phrases, in UTF-16 units, are headers of tables gone wild. */
const LONGEST_PHRASE = 300;
const caches = new WeakMap<Lexicon, Map<string, string | undefined>>();

/** What a phrase may begin with besides its head and the attributes of that. */
const OPENERS = senseSet(["determiner", "of", "filler", "modifier", "classifier", "stop", "every", "join"]);
/** What stands between a transparent word and what it is of. */
const LINKS = senseSet(["determiner", "of", "filler", "classifier"]);
/** What no noun phrase goes on with. */
const ENDS = senseSet([
  "stop",
  "of",
  "determiner",
  "join",
  "clause",
  "relative",
  "verb",
  "link_verb",
  "auxiliary",
  "filler",
]);

/**
 * The concept that an item or a subject names by its head, by its id; of `Anteil der Privathaushalte` it is that of
 * `Haushalt`. Undefined where the head is no known word. Found phrases are kept: news says the same again and again.
 */
export function findConcept(phrase: string, lexicon: Lexicon): string | undefined {
  let cache = caches.get(lexicon);
  if (cache === undefined || cache.size >= MOST_CACHED) {
    cache = new Map();
    caches.set(lexicon, cache);
  }
  const known = cache.get(phrase);
  if (known !== undefined || cache.has(phrase)) return known;
  if (phrase.length > LONGEST_PHRASE) return undefined;
  // A copy: what is cut out of a text holds the whole text in memory.
  const copy = textOfUnits(codeUnits(phrase));
  const concept = conceptOfWords(wordsOfPhrase(copy), lexicon);
  cache.set(copy, concept);
  return concept;
}

function conceptOfWords(words: readonly string[], lexicon: Lexicon): string | undefined {
  let isBehindTransparent = false;
  for (let at = 0; at < words.length; ) {
    if (isComma(words[at] ?? "")) return undefined;
    const found = meaningOfHead(words, at, lexicon);
    if (found?.meaning === NOTHING) return undefined;
    if (found?.meaning === TRANSPARENT) {
      isBehindTransparent = true;
      at += found.words;
    } else if (found !== undefined) {
      return found.meaning;
    } else if (isPassed(words, at, isBehindTransparent, lexicon)) {
      at++;
    } else return undefined;
  }
  return undefined;
}

/** What the words name at which a head may begin; nothing where they are only an attribute of it. */
function meaningOfHead(words: readonly string[], at: number, lexicon: Lexicon): Meaning | undefined {
  const found = meaningOfWords(words, at, lexicon);
  const { capitalNouns, modifiers } = lexicon.nounPhrase;
  if (found === undefined || found.words > 1 || modifiers === "after") return found;
  const word = words[at] ?? "";
  // `befragten Betrieben`: where nouns have capitals, a word without one is none.
  if (capitalNouns) return isCapital(word) ? found : undefined;
  // `ansatte lærere`, `lovens grense`: in front of another word, one of an adjective's shape is no head.
  return isAdjective(word, lexicon) && isFollowed(words, at, lexicon) ? undefined : found;
}

function isPassed(words: readonly string[], at: number, isBehindTransparent: boolean, lexicon: Lexicon): boolean {
  const word = words[at] ?? "";
  const { key, senses } = lookUp(word, lexicon);
  if (isBehindTransparent ? hasAny(senses, LINKS) || lexicon.concepts.passed.has(key) : hasAny(senses, OPENERS))
    return true;
  const { modifiers, capitalNouns } = lexicon.nounPhrase;
  if (modifiers === "after") return false;
  const isEnd = hasAny(senses, ENDS);
  if (capitalNouns) return !isEnd && (!isCapital(word) || isFollowed(words, at, lexicon));
  return (!isEnd || isAdjective(word, lexicon)) && isFollowed(words, at, lexicon);
}

/** Whether the noun phrase goes on behind a word: its head is yet to come. */
function isFollowed(words: readonly string[], at: number, lexicon: Lexicon): boolean {
  const next = words[at + 1];
  if (next === undefined || isComma(next) || hasAny(lookUp(next, lexicon).senses, ENDS)) return false;
  return !lexicon.nounPhrase.capitalNouns || isCapital(next);
}

function isAdjective(word: string, lexicon: Lexicon): boolean {
  const { key, senses } = lookUp(word, lexicon);
  if (senses.adjective !== undefined) return true;
  return lexicon.nounPhrase.adjectiveEndings.some((ending) => key.endsWith(ending) && key.length > ending.length + 2);
}

function isCapital(word: string): boolean {
  const first = word.charAt(0);
  return first !== first.toLowerCase();
}
