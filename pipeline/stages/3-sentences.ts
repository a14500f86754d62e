import type { LexiconSet } from "../../extractors/lexicon/lexicon-set.js";
import { emptyWords, lookUpTokens } from "../../extractors/lexicon/look-up.js";
import { scan, TokenKind } from "../../extractors/text/scan.js";
import { splitSentences } from "../../extractors/text/split-sentences.js";
import type { TokenisedDocument, TokenisedSentence } from "../../extractors/tokenised-document.js";
import type { Document } from "../model/document.js";

/**
 * Splits a document into tokens and sentences. `blockTags` gives the language of each block; blocks of boilerplate and
 * of languages without a lexicon have no sentences. `units` are the text's code units, where they are known already.
 */
export function splitIntoSentences(
  document: Document,
  blockTags: readonly string[],
  lexicons: Pick<LexiconSet, "languages">,
  units?: Uint16Array,
): TokenisedDocument {
  const tokens = scan(document.text, units);
  const words = emptyWords(tokens);
  const sentences: TokenisedSentence[] = [];
  let at = 0;
  for (const [index, block] of document.blocks.entries()) {
    while (at < tokens.length && (tokens.start[at] ?? 0) < block.span.start) at++;
    const from = at;
    while (at < tokens.length && (tokens.end[at] ?? 0) <= block.span.end && tokens.kind[at] !== TokenKind.lineEnd) at++;
    const language = blockTags[index] ?? "";
    const lexicon = lexicons.languages.get(language);
    if (block.kind === "boilerplate" || lexicon === undefined) continue;
    lookUpTokens(tokens, from, at, lexicon, words);
    for (const { span, from: first, to } of splitSentences(
      { text: document.text, tokens, ...words, lexicon },
      from,
      at,
    )) {
      const page = block.page === undefined ? {} : { page: block.page };
      sentences.push({ sentence: { ordinal: sentences.length, span, language, ...page }, from: first, to });
    }
  }
  return { document, tokens, ...words, sentences };
}
