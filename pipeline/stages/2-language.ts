import { franc } from "franc";
import type { DocumentLanguages, LanguageDetector } from "../../extractors/language-detector.js";
import type { Document } from "../model/document.js";
import { UNDETERMINED } from "../model/language.js";

/**
 * The language of a document and of each of its blocks. A refused document is named as well as it can be, for the
 * report only: all its blocks are `und`. `units` are the text's code units, where they are known already.
 */
export function decideLanguage(document: Document, detector: LanguageDetector, units?: Uint16Array): DocumentLanguages {
  const languages = detector.decide(document.text, document.blocks, units);
  const { decision } = languages;
  if (decision.tag !== UNDETERMINED || decision.named !== undefined) return languages;
  const named = nameLanguage(document.text);
  return named === undefined ? languages : { ...languages, decision: { ...decision, named } };
}

/**
 * BCP 47 tag of the likeliest language by franc; none when there is too little text to tell. franc is slow, and reads
 * no more than the first 2,048 code units.
 */
function nameLanguage(text: string): string | undefined {
  const code = franc(text);
  // Canonicalising replaces an ISO 639-3 code by the two letters that BCP 47 prefers, where there are any.
  return code === UNDETERMINED ? undefined : Intl.getCanonicalLocales(code)[0];
}
