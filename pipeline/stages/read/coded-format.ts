import type { BoilerplateLexicon } from "../../../extractors/boilerplate-lexicon.js";
import type { Article } from "./article.js";
import { docxArticle, isWordDocument } from "./docx-article.js";
import { extensionOf, type MediaType } from "./media-type.js";
import type { Part } from "./part.js";
import { pdfArticle } from "./pdf-article.js";
import { withinTime } from "./within-time.js";
import { zipDirectory } from "./zip-directory.js";

/** A format whose bytes are no text: what it holds must be taken out of it. */
export interface CodedFormat {
  readonly mediaType: MediaType;
  readonly article: (part: Part, boilerplate: BoilerplateLexicon) => Promise<Article>;
}

const PDF: CodedFormat = {
  mediaType: "application/pdf",
  article: ({ bytes, path }, boilerplate) => withinTime(pdfArticle(bytes, boilerplate, path), path),
};
const DOCX: CodedFormat = {
  mediaType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  article: ({ bytes, path }, boilerplate) => withinTime(docxArticle(bytes, boilerplate, path), path),
};
/** An archive of these names is told what keeps it from being a Word document, not to be unpacked. */
const WORD_EXTENSIONS = [".docx", ".docm"];

/** The format of a part by its first bytes; `undefined` for text, and for what is not read. */
export function codedFormat({ bytes, path }: Part): CodedFormat | undefined {
  const head = String.fromCharCode(...bytes.subarray(0, 16));
  if (head.trimStart().startsWith("%PDF-")) return PDF;
  if (!head.startsWith("PK\x03\x04")) return undefined;
  const isCalledWord = WORD_EXTENSIONS.includes(extensionOf(path.slice(path.lastIndexOf("/") + 1)));
  return isCalledWord || isWordDocument(zipDirectory(bytes) ?? []) ? DOCX : undefined;
}
