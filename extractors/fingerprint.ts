import type { Fact } from "../pipeline/model/fact.js";
import type { Fingerprint } from "../pipeline/model/fingerprint.js";
import type { Mention } from "../pipeline/model/mention.js";
import type { Span } from "../pipeline/model/span.js";
import { hashOfText, hashOn, TEXT_SEED } from "./hash-of-text.js";
import { shinglesOf, simhash } from "./simhash.js";
import { type StoryWords, storySpans, storyWords } from "./story-words.js";
import type { TokenisedDocument } from "./tokenised-document.js";

const LEAST_WORDS_OF_TEXT = 3;
/** Of so many shingles a share is known well enough. */
const MOST_SHINGLES = 128;
const MOST_FIGURES = 512;
/** A shorter sentence may stand in any article. */
const LEAST_WORDS = 8;
const SENTENCE_KEYS = 3;

/** A document's fingerprint, nothing for one without running text; time and memory grow with the text. */
export function fingerprintOf(
  { document, tokens, sentences }: TokenisedDocument,
  facts: readonly Fact[],
): Fingerprint | undefined {
  const spans = storySpans(document);
  const words = storyWords(document.text, spans, tokens);
  if (words.hashes.length < LEAST_WORDS_OF_TEXT) return undefined;
  const shingles = shinglesOf(words.hashes);
  const figures = figuresOf(spans, words, facts);
  const sampling = Math.max(0, Math.ceil(Math.log2(shingles.first.length / MOST_SHINGLES)));
  const mask = 2 ** sampling - 1;
  return {
    textHash: textHash([...words.hashes, ...figures]),
    keys: Uint32Array.from([...simhash(shingles), ...sentenceKeys(words, sentences)]),
    sampling,
    shingles: Uint32Array.from(shingles.first.filter((hash) => (hash & mask) === 0)).sort(),
    figures,
  };
}

/** Numbers and then facts of the running text, in its order: a headline rounds and repeats. */
function figuresOf(spans: readonly Span[], { numbers }: StoryWords, facts: readonly Fact[]): Uint32Array {
  const stated: number[] = [...numbers];
  let at = 0;
  for (const { mention } of facts) {
    while (at < spans.length && (spans[at]?.end ?? 0) < mention.span.end) at++;
    if (mention.span.start < (spans[at]?.start ?? Number.POSITIVE_INFINITY)) continue;
    stated.push(hashOfText([mention.kind, ...valuesOf(mention)].join("\u0000")));
  }
  return Uint32Array.from(stated.slice(0, MOST_FIGURES));
}

function valuesOf(mention: Mention): readonly string[] {
  switch (mention.kind) {
    case "date":
      return [mention.iso];
    case "reference":
      return [mention.refType, mention.number];
    case "ratio":
      return [mention.numerator, mention.denominator];
    default: {
      const { value, low, high } = mention.amount;
      return [value ?? `${low}..${high}`, "unit" in mention ? mention.unit : ""];
    }
  }
}

/** The longest sentences, hashed: a copy that is cut or touched up has at least one of them as it was. */
function sentenceKeys(words: StoryWords, sentences: TokenisedDocument["sentences"]): readonly number[] {
  const hashed: { readonly count: number; readonly hash: number }[] = [];
  let at = 0;
  for (const { from, to } of sentences) {
    while (at < words.tokens.length && (words.tokens[at] ?? 0) < from) at++;
    const first = at;
    let hash = TEXT_SEED;
    for (; at < words.tokens.length && (words.tokens[at] ?? 0) < to; at++) hash = hashOn(hash, words.hashes[at] ?? 0);
    if (at - first >= LEAST_WORDS) hashed.push({ count: at - first, hash });
  }
  const longest = hashed.toSorted((one, other) => other.count - one.count || one.hash - other.hash);
  return [...new Set(longest.slice(0, SENTENCE_KEYS).map(({ hash }) => hash))];
}

function textHash(words: readonly number[]): number {
  let low = TEXT_SEED;
  let high = ~TEXT_SEED;
  for (const word of words) {
    low = hashOn(low, word);
    high = hashOn(high, word ^ low);
  }
  return (high >>> 16) * 2 ** 32 + (low >>> 0);
}
