import type { BoilerplateLexicon } from "../boilerplate-lexicon.js";
import type { LanguageDetector } from "../language-detector.js";
import type { Lexicon } from "./lexicon.js";

/** All lexicons of a folder, and what is needed before the language of a text is known. */
export interface LexiconSet {
  /** Hash over all lexicons, 16 hex digits. */
  readonly version: string;
  /** By BCP 47 tag. */
  readonly languages: ReadonlyMap<string, Lexicon>;
  readonly boilerplate: BoilerplateLexicon;
  readonly detector: LanguageDetector;
}
