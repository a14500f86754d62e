import { phraseKey } from "../../extractors/phrase-key.js";
import { foldKey } from "../../extractors/text/fold-key.js";
import type { Stem } from "../store/sql-functions.js";
import { cachedLexicons } from "./cached-lexicons.js";
import { lexiconRoot } from "./lexicon-root.js";

/**
 * What `stem()` needs to answer a question, or nothing when the question never names it: to read the lexicons takes
 * longer than most questions. Text in a language without a lexicon is only folded. Throws LexiconError.
 */
export async function sqlStemmer(sql: string, root: string = lexiconRoot()): Promise<Stem | undefined> {
  if (!/stem/iu.test(sql)) return undefined;
  const { languages } = await cachedLexicons(root);
  return (phrase, language) => {
    const lexicon = languages.get(language);
    return lexicon === undefined ? foldKey(phrase) : phraseKey(phrase, lexicon);
  };
}
