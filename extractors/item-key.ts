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

/** What of a language decides how its words are stemmed. */
export type Stemming = Pick<Lexicon, "stemmer" | "stemEndings" | "clitics">;

const MOST_CACHED = 20_000;
const caches = new WeakMap<Stemming["clitics"], Map<string, string>>();

/** The key under which the inflected forms of a counted noun group: its head lower-cased and stemmed. */
export function itemKey(head: string, lexicon: Stemming): string {
  return stemOf(bareWord(head, lexicon), lexicon);
}

/** A word folded and without its clitics. */
export function bareWord(word: string, lexicon: Stemming): string {
  return foldKey(withoutClitics(word, lexicon));
}

/**
 * The stem of a bare word, by the stemmer that the lexicon names. Stems are kept by word, since stemming costs more than
 * finding the word.
 */
export function stemOf(word: string, { clitics, stemmer, stemEndings }: Stemming): string {
  let cache = caches.get(clitics);
  if (cache === undefined || cache.size >= MOST_CACHED) {
    cache = new Map();
    caches.set(clitics, cache);
  }
  let key = cache.get(word);
  if (key === undefined) {
    key = STEMMERS[stemmer]?.(word) ?? withoutEnding(word, stemEndings);
    cache.set(word, key);
  }
  return key;
}

function withoutClitics(word: string, { clitics }: Stemming): string {
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
