import type { BoilerplateLexicon } from "../../../extractors/boilerplate-lexicon.js";
import type { Article } from "./article.js";
import type { CodedFormat } from "./coded-format.js";
import { docxArticle } from "./docx-article.js";
import { pdfArticle } from "./pdf-article.js";
import { ReadError, type ReadErrorCode } from "./read-error.js";

/** A file to take the text out of; crosses between threads. */
export interface CodedQuestion {
  readonly format: CodedFormat;
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly boilerplate: BoilerplateLexicon;
}

/** The article, or as what ReadError the file was refused: an error of a class does not cross. */
export type CodedAnswer =
  | { readonly article: Article }
  | { readonly refusal: { readonly code: ReadErrorCode; readonly message: string } };

/** Takes the text out of a file, in this thread and without a limit. Rejects with a ReadError for a file that is refused. */
export function readCoded({ format, path, bytes, boilerplate }: CodedQuestion): Promise<Article> {
  const read = format === "application/pdf" ? pdfArticle : docxArticle;
  return read(bytes, boilerplate, path);
}

/** The same as an answer that crosses between threads. */
export async function answerCoded(question: CodedQuestion): Promise<CodedAnswer> {
  try {
    return { article: await readCoded(question) };
  } catch (error) {
    if (!(error instanceof ReadError)) throw error;
    return { refusal: { code: error.code, message: error.message } };
  }
}
