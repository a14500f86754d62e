import { Buffer } from "node:buffer";
import type { BoilerplateLexicon } from "../../../extractors/boilerplate-lexicon.js";
import type { Article } from "./article.js";
import { docxMetadata } from "./docx-metadata.js";
import { fileMetadata } from "./file-metadata.js";
import { linesOfPage } from "./page-lines.js";
import { outlineOf } from "./page-outline.js";
import { parseHtml } from "./parse-html.js";
import { ReadError } from "./read-error.js";
import { joinLines } from "./text-blocks.js";
import { unzipped, type ZipEntry, zipDirectory } from "./zip-directory.js";

/** A book has some 5 MB of markup; the library needs 20 times as much memory. */
const MOST_MARKUP = 24 * 2 ** 20;
const MAIN_PART = /^word\/document[0-9]{0,3}\.xml$/u;
const METADATA_PART = "docProps/core.xml";
const PICTURES = /^(?:word\/(?:media|embeddings|fonts)|docProps\/thumbnail)/u;
/** Numbers of footnotes would join the words and numbers before them. */
const NOTE_MARK = /<sup><a [^>]{0,200}>\[[0-9]{1,5}\]<\/a><\/sup>/gu;
const BACK_LINK = /<a href="#[^"]{1,100}">↑<\/a>/gu;

const STYLES = ["p[style-name='Title'] => h1:fresh", "p[style-name='Subtitle'] => h2:fresh"];

/** Whether an archive is a Word document: the names in its directory tell. */
export function isWordDocument(entries: readonly ZipEntry[]): boolean {
  return entries.some(({ name }) => MAIN_PART.test(name));
}

/**
 * The article in a Word document (.docx): headings, paragraphs, list items and table rows, without deleted text,
 * headers and footers. Throws a ReadError for an archive that is none, or is broken, or would take too much memory.
 */
export async function docxArticle(bytes: Uint8Array, boilerplate: BoilerplateLexicon, path: string): Promise<Article> {
  const entries = checkedEntries(bytes, path);
  const html = await htmlOf(bytes, path);
  const document = parseHtml(html, { path, xhtml: false });
  const { lines } = linesOfPage(document, outlineOf(document, boilerplate));
  const { stated, ...body } = joinLines(lines, boilerplate);
  const headline = lines.slice(0, 4).find(({ kind }) => kind === "heading")?.text;
  return { ...fileMetadata(docxMetadata(corePropertiesOf(bytes, entries)), headline, stated), ...body };
}

/** Checked before the library opens it: it would take apart whatever there is, of any size. */
function checkedEntries(bytes: Uint8Array, path: string): readonly ZipEntry[] {
  const entries = zipDirectory(bytes);
  if (entries === undefined) throw damaged(path);
  if (!isWordDocument(entries)) {
    throw new ReadError("read.binary", path, "a ZIP archive, not a Word document; unpack it and add the files inside");
  }
  let left = MOST_MARKUP;
  for (const entry of entries) {
    if (PICTURES.test(entry.name)) continue;
    const part = unzipped(bytes, entry, left);
    if (part === "broken") throw damaged(path);
    if (part === "encrypted") {
      throw new ReadError("read.encrypted", path, "a Word document that asks for a password; save a copy without one");
    }
    if (part === "too-large") {
      const most = MOST_MARKUP / 2 ** 20;
      throw new ReadError("read.too-large", path, `more than ${most} MB of text when unpacked; save its text as .txt`);
    }
    left -= part.length;
  }
  return entries;
}

async function htmlOf(bytes: Uint8Array, path: string): Promise<string> {
  // Only here, since few runs meet a Word document, and all would wait for the library to load.
  const { default: mammoth } = await import("mammoth");
  try {
    const { value } = await mammoth.convertToHtml(
      { buffer: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength) },
      { styleMap: STYLES, convertImage: mammoth.images.imgElement(async () => ({ src: "" })) },
    );
    return value.replace(NOTE_MARK, "").replace(BACK_LINK, "");
  } catch (error) {
    // The library throws whatever it stumbles over, and says nothing that a user could do something about.
    throw damaged(path, error);
  }
}

function corePropertiesOf(bytes: Uint8Array, entries: readonly ZipEntry[]): string {
  const entry = entries.find(({ name }) => name === METADATA_PART);
  const part = entry && unzipped(bytes, entry, MOST_MARKUP);
  return part instanceof Uint8Array ? new TextDecoder().decode(part) : "";
}

function damaged(path: string, cause?: unknown): ReadError {
  const reason = "a Word document that is cut off or damaged; get it anew, or save its text as .txt and add that";
  return new ReadError("read.damaged", path, reason, cause);
}
