import { z } from "zod";

const word = z.string().trim().min(1);
const words = z.array(word);
const id = z.string().regex(/^[a-z][a-z0-9]*(_[a-z0-9]+)*$/, "an English name in snake_case such as post_office");

/** `shared/concepts.yaml`: the vocabulary. */
export const conceptsSchema = z.strictObject({
  concepts: z.record(
    id,
    z.strictObject({
      /** In English, in the singular. */
      name: word,
      wikidata: z
        .string()
        .regex(/^Q[1-9][0-9]*$/, "an item of Wikidata such as Q259059")
        .optional(),
    }),
  ),
});

/** `concepts.yaml` of a language: its words for them. */
export const conceptWordsSchema = z.strictObject({
  /** Endings that nouns are inflected by, where the language's stemmer takes too much off. */
  endings: words.default([]),
  /** Words that pass on to what they are of: `Anteil`, `jumlah`. */
  transparent: words.default([]),
  /** Words that may stand between those and what they are of, besides words for `of` and determiners. */
  passed: words.default([]),
  /** Words that are no concept, though their stem or their end is that of one. */
  nothing: words.default([]),
  /** Id to words. One with a hyphen in front (`-betrieb`) is also known at the end of a longer word. */
  words: z.record(id, words).default({}),
  /** Phrases with the concept that they name, `-` for none: proof, run by `faktum lexicon check`. */
  examples: z.record(z.union([id, z.literal("-")]), words).default({}),
});

export type ConceptsData = z.output<typeof conceptsSchema>;
export type ConceptWordsData = z.output<typeof conceptWordsSchema>;
