import type { BoilerplateLexicon } from "../boilerplate-lexicon.js";
import type { Concept } from "../concepts/concept-words.js";
import type { LanguageDetector } from "../language-detector.js";
import type { Lexicon } from "./lexicon.js";

/** All lexicons of a folder, and what is needed before the language of a text is known. */
export interface LexiconSet {
  /** Hash over all of it: the versions of the lexicons and both below. 16 hex digits, like these. */
  readonly version: string;
  /** Hash of what tells languages apart. */
  readonly detectorVersion: string;
  /** Hash of what tells an article's text from the rest of its page. */
  readonly boilerplateVersion: string;
  /** By BCP 47 tag. */
  readonly languages: ReadonlyMap<string, Lexicon>;
  /** The vocabulary that all languages share, by id: `household`. */
  readonly concepts: ReadonlyMap<string, Concept>;
  readonly boilerplate: BoilerplateLexicon;
  readonly detector: LanguageDetector;
}
