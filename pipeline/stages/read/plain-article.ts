import type { BoilerplateLexicon } from "../../../extractors/boilerplate-lexicon.js";
import type { Block, BlockKind } from "../../model/document.js";
import type { Article } from "./article.js";
import { chooseMetadata } from "./choose-metadata.js";
import { blocksOfText } from "./text-blocks.js";
import { textCandidates } from "./text-candidates.js";

const LONGEST_TITLE = 150;
const BULLET = /^\s*[-–—*•▪◦‣·]\s+\S/u;
/** What ends a sentence, or announces one. A headline may be a question or a call. */
const ENDS_SENTENCE = /[.…,;:،؛۔]["'»”’)\]]*$/u;
/** A sentence that ends inside the line: `Møtescenen. Foto: NTB`. */
const HOLDS_SENTENCE = /[\p{Ll}\p{Lo}]{3}[.!?؟۔…]\s+\S/u;

/** An article in plain text, which is kept as it is: offsets of its blocks refer to the text as given. */
export function plainArticle(text: string, boilerplate: BoilerplateLexicon): Article {
  const { blocks, stated } = blocksOfText(text, plainKind, boilerplate);
  const headline = headlineOf(text, blocks);
  return {
    ...chooseMetadata({
      title: [{ from: "text", value: headline && text.slice(headline.span.start, headline.span.end) }],
      ...textCandidates(stated),
    }),
    text,
    blocks:
      headline === undefined
        ? blocks
        : blocks.map((block) => (block === headline ? { ...block, kind: "heading" } : block)),
  };
}

function plainKind(line: string): BlockKind {
  return BULLET.test(line.slice(0, 16)) ? "list-item" : "paragraph";
}

/** The first line, when it reads like a headline and a longer line follows: a lone sentence is no headline. */
function headlineOf(text: string, blocks: readonly Block[]): Block | undefined {
  const [first, ...rest] = blocks.filter(({ kind }) => kind !== "boilerplate").slice(0, 4);
  if (first?.kind !== "paragraph") return undefined;
  const length = first.span.end - first.span.start;
  if (length > LONGEST_TITLE || !rest.some(({ span }) => span.end - span.start > length)) return undefined;
  const line = text.slice(first.span.start, first.span.end);
  return ENDS_SENTENCE.test(line) || HOLDS_SENTENCE.test(line) ? undefined : first;
}
