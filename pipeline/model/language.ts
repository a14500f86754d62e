/** The tag of a text whose language no lexicon covers (BCP 47 `und`). */
export const UNDETERMINED = "und";

/** What language detection says of a text. */
export interface LanguageDecision {
  /** BCP 47 tag of a lexicon, or `und` when refused. */
  readonly tag: string;
  /** Share, 0 to 1, of tokens among the 200 commonest words of `tag`; for `und` that of the best candidate. */
  readonly score: number;
  /** Second-best lexicon language, where there was one. */
  readonly runnerUp?: string;
  /** For `und`: the best guess at what it is, a BCP 47 or ISO 639-3 tag, for the report only. */
  readonly named?: string;
}
