import type { Lexicon } from "../lexicon/lexicon.js";
import { lookUp } from "../lexicon/look-up.js";
import { hasAny, senseSet } from "../lexicon/sense-set.js";
import { scan, TokenKind } from "../text/scan.js";
import { NOTHING, TRANSPARENT } from "./concept-words.js";
import { meaningOfWords } from "./meaning-of-words.js";

const MOST_CACHED = 20_000;
/** Longer phrases, in UTF-16 units, are headers of tables gone wild. */
const LONGEST_PHRASE = 300;
const caches = new WeakMap<Lexicon, Map<string, string | undefined>>();

/** What a phrase may begin with besides its head and the attributes of that. */
const OPENERS = senseSet(["determiner", "of", "filler", "modifier", "classifier", "stop", "every", "join"]);
/** What stands between a transparent word and what it is of. */
const LINKS = senseSet(["determiner", "of", "filler", "classifier"]);
/** What no noun phrase goes on with. */
const ENDS = senseSet(["stop", "of", "determiner", "join", "clause", "relative", "verb", "link_verb", "auxiliary"]);

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
  const concept = phrase.length > LONGEST_PHRASE ? undefined : conceptOfWords(wordsOf(phrase), lexicon);
  cache.set(phrase, concept);
  return concept;
}

/** Its words as written; a comma as it stands, other signs and numbers left out. */
function wordsOf(phrase: string): readonly string[] {
  const tokens = scan(phrase);
  const words: string[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const written = phrase.slice(tokens.start[at], tokens.end[at]);
    if (tokens.kind[at] === TokenKind.word || isComma(written)) words.push(written);
  }
  return words;
}

function conceptOfWords(words: readonly string[], lexicon: Lexicon): string | undefined {
  let isBehindTransparent = false;
  for (let at = 0; at < words.length; ) {
    const word = words[at] ?? "";
    if (isComma(word)) return undefined;
    const found = mayBeHead(word, words[at + 1], lexicon) ? meaningOfWords(words, at, lexicon) : undefined;
    if (found?.meaning === NOTHING) return undefined;
    if (found?.meaning === TRANSPARENT) {
      isBehindTransparent = true;
      at += found.words;
    } else if (found !== undefined) {
      return conceptBehindAttribute(words, at, found.words, lexicon) ?? found.meaning;
    } else if (isPassed(words, at, isBehindTransparent, lexicon)) {
      at++;
    } else return undefined;
  }
  return undefined;
}

/** Where nouns have capitals, a word without one is none; it may begin a phrase (`digitale Signatur`). */
function mayBeHead(word: string, next: string | undefined, { nounPhrase }: Lexicon): boolean {
  return !nounPhrase.capitalNouns || isCapital(word) || next !== undefined;
}

/** `ansatte lærere`: of two words that could be the head, the first has an adjective's shape. */
function conceptBehindAttribute(
  words: readonly string[],
  at: number,
  count: number,
  lexicon: Lexicon,
): string | undefined {
  const word = words[at] ?? "";
  const { nounPhrase } = lexicon;
  if (count > 1 || nounPhrase.modifiers === "after") return undefined;
  const isAttribute = nounPhrase.capitalNouns ? !isCapital(word) : isAdjective(word, lexicon);
  if (!isAttribute || !isFollowed(words, at, lexicon)) return undefined;
  const next = meaningOfWords(words, at + 1, lexicon)?.meaning;
  return next === TRANSPARENT || next === NOTHING ? undefined : next;
}

function isPassed(words: readonly string[], at: number, isBehindTransparent: boolean, lexicon: Lexicon): boolean {
  const word = words[at] ?? "";
  const { key, senses } = lookUp(word, lexicon);
  if (isBehindTransparent ? hasAny(senses, LINKS) || lexicon.concepts.passed.has(key) : hasAny(senses, OPENERS))
    return true;
  const { modifiers, capitalNouns } = lexicon.nounPhrase;
  if (modifiers === "after") return false;
  if (hasAny(senses, ENDS)) return false;
  if (capitalNouns && !isCapital(word)) return true;
  return isFollowed(words, at, lexicon);
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

function isComma(word: string): boolean {
  return word === "," || word === "،" || word === ";";
}
