import { isWordDocument } from "./docx-article.js";
import { extensionOf, type MediaType } from "./media-type.js";
import type { Part } from "./part.js";
import { zipDirectory } from "./zip-directory.js";

/** A format whose bytes are no text: what it holds must be taken out of it. */
export type CodedFormat = Extract<
  MediaType,
  "application/pdf" | "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
>;

const WORD: CodedFormat = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
/** An archive of these names is told what keeps it from being a Word document, not to be unpacked. */
const WORD_EXTENSIONS = [".docx", ".docm"];

/** The format of a part by its first bytes; `undefined` for text, and for what is not read. */
export function codedFormat({ bytes, path }: Part): CodedFormat | undefined {
  const head = String.fromCharCode(...bytes.subarray(0, 16));
  if (head.trimStart().startsWith("%PDF-")) return "application/pdf";
  if (!head.startsWith("PK\x03\x04")) return undefined;
  const isCalledWord = WORD_EXTENSIONS.includes(extensionOf(path));
  return isCalledWord || isWordDocument(zipDirectory(bytes) ?? []) ? WORD : undefined;
}
