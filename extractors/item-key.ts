import indonesian from "natural/lib/natural/stemmers/indonesian/stemmer_id.js";
import german from "natural/lib/natural/stemmers/porter_stemmer_de.js";
import norwegian from "natural/lib/natural/stemmers/porter_stemmer_no.js";
import type { Lexicon } from "./lexicon/lexicon.js";
import { foldKey } from "./text/fold-key.js";

const STEMMERS: Readonly<Record<string, (word: string) => string>> = {
  indonesian: (word) => indonesian.stem(word),
  german: (word) => german.stem(word),
  norwegian: (word) => norwegian.stem(word),
};

const MOST_CACHED = 20_000;
const caches = new WeakMap<Lexicon, Map<string, string>>();

/**
 * The key under which the inflected forms of a counted noun group: its head lower-cased and stemmed by the stemmer
 * that the lexicon names. Stems are kept by word, since stemming costs more than finding the word.
 */
export function itemKey(head: string, lexicon: Lexicon): string {
  let cache = caches.get(lexicon);
  if (cache === undefined || cache.size >= MOST_CACHED) {
    cache = new Map();
    caches.set(lexicon, cache);
  }
  const word = foldKey(withoutClitics(head, lexicon));
  let key = cache.get(word);
  if (key === undefined) {
    key = STEMMERS[lexicon.stemmer]?.(word) ?? withoutEnding(word, lexicon.stemEndings);
    cache.set(word, key);
  }
  return key;
}

function withoutClitics(word: string, { clitics }: Lexicon): string {
  const outside = clitics.outside.find((clitic) => clitics.inside.some((article) => word.startsWith(clitic + article)));
  const bare = outside === undefined ? word : word.slice(outside.length);
  const article = clitics.inside.find((inside) => bare.startsWith(inside) && bare.length > inside.length + 2);
  return article === undefined ? bare : bare.slice(article.length);
}

/** Takes off the first ending of the list that leaves three letters. */
function withoutEnding(word: string, endings: readonly string[]): string {
  const ending = endings.find((end) => word.endsWith(end) && word.length >= end.length + 3);
  return ending === undefined ? word : word.slice(0, -ending.length);
}
