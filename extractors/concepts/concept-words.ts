/** A thing that news counts or measures, under one id in all languages. */
export interface Concept {
  /** In English, in the singular. */
  readonly name: string;
  /** Item of Wikidata: `Q259059`. */
  readonly wikidata?: string | undefined;
}

/** Stands in the place of a concept for words that name only how much of what follows: `Anteil der Haushalte`. */
export const TRANSPARENT = "-";
/** The same for words that are no concept, though their stem or their end is that of one. */
export const NOTHING = "";

/**
 * A language's words for concepts: keys are folded words without their clitics, the words of a phrase with a space
 * between; values are ids of concepts, `TRANSPARENT` or `NOTHING`.
 */
export interface ConceptWords {
  /** As the lexicon writes them. */
  readonly exact: ReadonlyMap<string, string>;
  /** By their stems. A stem that words of two concepts share is missing. */
  readonly stems: ReadonlyMap<string, string>;
  /** Ends of compounds, as written and as stems: `betrieb` for `Industriebetriebe`. */
  readonly tails: ReadonlyMap<string, string>;
  /** Words between a transparent one and what it is of. */
  readonly passed: ReadonlySet<string>;
  /** Where set, words are known by what is left without one of these instead of by the stemmer's stem. Longest first. */
  readonly endings?: readonly string[];
  /** Words of the longest phrase. */
  readonly longest: number;
}
