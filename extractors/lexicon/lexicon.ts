import type { ConceptWords } from "../concepts/concept-words.js";
import type { NumberHabit } from "../numbers/digit-number.js";
import type { NumberWord } from "../numbers/number-word.js";
import type { Rule } from "../rules/rule.js";
import type { Senses } from "./sense.js";

/** What a lexicon knows of one word or phrase. */
export interface Entry {
  readonly senses?: Senses;
  readonly number?: NumberWord;
}

/** Words and phrases by their folded tokens; a phrase is a path. */
export interface EntryNode {
  readonly entry?: Entry;
  readonly next?: ReadonlyMap<string, EntryNode>;
}

/** How number words and digits behave in a language. */
export interface NumberSettings extends NumberHabit {
  /** Thousands are also grouped by a single space: `12 500`. */
  readonly spaceGroups: boolean;
  /** A dot behind digits makes an ordinal: `2. Platz`. */
  readonly ordinalDot: boolean;
  /** The unit stands before the ten: `einundzwanzig`, `خمسة وعشرون`. */
  readonly unitBeforeTen: boolean;
  /** Parts are joined by a link only: `خمسة وعشرون`, never `عشرون خمسة`. */
  readonly linkRequired: boolean;
  /** Number words are written together and with the noun: `zweihundert`, `dreimal`. */
  readonly compounds: boolean;
  /** Prefixes that make a number an ordinal: `ke`. */
  readonly ordinalPrefixes: readonly string[];
  /** Endings that make an ordinal of digits written together with them: `14te`. */
  readonly ordinalSuffixes: readonly string[];
}

/** Letters written together with the next word. Longest first. */
export interface CliticSettings {
  /** Conjunctions and prepositions, outside every span: `و ف ب ل ك`. */
  readonly outside: readonly string[];
  /** The article, inside the span: `ال`. */
  readonly inside: readonly string[];
}

/** How a noun phrase is bounded where words alone do not tell. */
export interface NounPhraseSettings {
  /** Where adjectives and attributes stand, seen from the head. */
  readonly modifiers: "before" | "after";
  /** Nouns are capitalised, so the head is the first capitalised word. */
  readonly capitalNouns: boolean;
  /** Longest item, in words, coordination not counted. */
  readonly maxWords: number;
  /** Endings of adjectives, for languages with modifiers before the head. */
  readonly adjectiveEndings: readonly string[];
  /** Endings of participles in front of a noun. */
  readonly participleEndings: readonly string[];
  /** Endings of the past tense, where a verb may be told by them. */
  readonly pastEndings: readonly string[];
  /** Beginnings of verbs, for languages where shape tells: `me`, `ber`. */
  readonly verbPrefixes: readonly string[];
  /** Beginnings of complements that belong to the item: `ل` in `مهمة لتطوير …`. */
  readonly complementPrefixes: readonly string[];
  /** Endings of a noun that say whose it is: `ه` in `شاشته`. */
  readonly ownerEndings: readonly string[];
}

/** A language's lexicon, compiled: everything that extraction knows about the language. */
export interface Lexicon {
  /** BCP 47 tag, the name of its folder. */
  readonly tag: string;
  readonly name: string;
  readonly direction: "ltr" | "rtl";
  /**
   * Hash of all data that decides the facts of sentences in the language: its folder's, what that inherits, what all share.
   * 16 hex digits. Profiles and boilerplate are not in it: see `LexiconSet`.
   */
  readonly version: string;
  /** Name of the stemmer that makes item keys, or `none`. */
  readonly stemmer: string;
  /** Endings that the light stemmer `endings` takes off, longest first. */
  readonly stemEndings: readonly string[];
  readonly entries: ReadonlyMap<string, EntryNode>;
  /** What phrases say about their sentence, by their last word. */
  readonly phraseOpenings: ReadonlyMap<string, number>;
  /** The last two words of phrases of degree. */
  readonly degreePairs: ReadonlySet<string>;
  /** Words with a dot that ends no sentence, folded, without the dot. */
  readonly abbreviations: ReadonlySet<string>;
  readonly numbers: NumberSettings;
  readonly clitics: CliticSettings;
  readonly nounPhrase: NounPhraseSettings;
  readonly rules: readonly Rule[];
  readonly concepts: ConceptWords;
}
