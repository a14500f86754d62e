import type { BoilerplateLexicon } from "../../extractors/boilerplate-lexicon.js";
import type { Document } from "../model/document.js";
import type { Article } from "./read/article.js";
import { binaryFormat, looksBinary } from "./read/binary-format.js";
import { declaredEncoding, markupHead } from "./read/declared-encoding.js";
import { decode } from "./read/decode.js";
import { contentHash, documentId } from "./read/document-id.js";
import { guessUtf16 } from "./read/guess-encoding.js";
import { htmlArticle } from "./read/html-article.js";
import { markdownArticle } from "./read/markdown-article.js";
import { type MediaType, mediaTypeOf } from "./read/media-type.js";
import type { Part, StatedMetadata } from "./read/part.js";
import { plainArticle } from "./read/plain-article.js";
import { ReadError } from "./read/read-error.js";
import { findInThread } from "./read/readability-thread.js";
import type { ReadableFinder } from "./read/readable-finder.js";
import { storedText } from "./read/stored-text.js";

/** A text that someone else has read already. */
export interface TextInput {
  /** Sets texts of one path apart. */
  readonly id?: string | undefined;
  readonly path?: string | undefined;
  readonly text: string;
}

export interface ReadOptions {
  readonly maxBytes?: number;
  /** How Readability is run over pages; by default in a thread of its own with a time limit. */
  readonly findReadable?: ReadableFinder;
}

const MEBIBYTE = 2 ** 20;
const DEFAULT_MAX_BYTES = 64 * MEBIBYTE;
const MOST_LINES = 1_000_000;

/**
 * The article in a file or in a container's part: plain text, Markdown or a page, recognised by content, then by what
 * the container states, then by name. Rejects with a ReadError for what cannot be read: no text, nothing but space, an
 * unknown encoding, more than `maxBytes` (64 MiB).
 */
export async function readDocument(
  part: Part,
  boilerplate: BoilerplateLexicon,
  options: ReadOptions = {},
): Promise<Document> {
  const { path, bytes } = part;
  refuse(part, options.maxBytes ?? DEFAULT_MAX_BYTES);
  // HTTP's charset is the server's setting for all its pages, but browsers believe it first, so pages agree with it.
  const { text, encoding, diagnostics } = decode(bytes, { path, declared: part.encoding ?? declaredEncoding(bytes) });
  const mediaType = mediaTypeOf(path, markupHead(bytes), part.mediaType);
  refuseManyLines(path, text);
  const findReadable = options.findReadable ?? findInThread;
  const article = await articleOf({ mediaType, text, path, boilerplate, findReadable });
  if (article.blocks.length === 0) {
    throw new ReadError("read.empty", path, "there is no text in it; leave it out, or get the file anew");
  }
  const sha256 = contentHash(bytes);
  return {
    ...withoutUndefined(article),
    ...(part.stated && statedFields(part.stated)),
    id: documentId(path, sha256),
    source: { path, sha256, bytes: bytes.length },
    mediaType,
    encoding,
    diagnostics: [...diagnostics, ...(article.diagnostics ?? [])],
  };
}

/**
 * A document of a text that is kept exactly as given, so that all offsets refer to the giver's text. Never empty-handed:
 * a text without any line has no blocks and a diagnostic.
 */
export function documentFromText(input: TextInput, boilerplate: BoilerplateLexicon): Document {
  const { text } = input;
  const path = [input.path, input.id].filter((part) => part !== undefined).join("#");
  refuseManyLines(path, text);
  const article = plainArticle(text, boilerplate);
  const sha256 = contentHash(text);
  return {
    ...withoutUndefined(article),
    id: documentId(path, sha256),
    source: { path, sha256, bytes: Buffer.byteLength(text) },
    mediaType: "text/plain",
    encoding: "utf-8",
    diagnostics:
      article.blocks.length > 0
        ? []
        : [{ code: "read.empty", severity: "warning", stage: "read", message: "there is no text in it" }],
  };
}

function refuse({ path, bytes }: Part, maxBytes: number): void {
  if (bytes.length > maxBytes) {
    const size = `${Math.ceil(bytes.length / MEBIBYTE)} MB, more than ${Math.floor(maxBytes / MEBIBYTE)}`;
    throw new ReadError("read.too-large", path, `${size}: no article is that long; split it, or leave it out`);
  }
  if (bytes.length === 0) throw new ReadError("read.empty", path, "the file is empty; leave it out, or get it anew");
  const format = binaryFormat(bytes);
  if (format !== undefined) throw new ReadError("read.binary", path, `${format.name}, not a text; ${format.remedy}`);
  const isUtf16 = markupBytesAreUtf16(bytes);
  if (!isUtf16 && looksBinary(bytes)) {
    throw new ReadError("read.binary", path, "binary data, not a text; save its text as .txt, or leave it out");
  }
}

function markupBytesAreUtf16(bytes: Uint8Array): boolean {
  const mark = (bytes[0] ?? 0) * 256 + (bytes[1] ?? 0);
  return mark === 0xfffe || mark === 0xfeff || guessUtf16(bytes) !== undefined;
}

/** A line costs more memory than its text. */
function refuseManyLines(path: string, text: string): void {
  let lines = 0;
  for (let at = text.indexOf("\n"); at >= 0 && lines <= MOST_LINES; at = text.indexOf("\n", at + 1)) lines++;
  if (lines <= MOST_LINES) return;
  throw new ReadError(
    "read.too-large",
    path,
    `more than ${MOST_LINES} lines: no article has so many; split it, or leave it out`,
  );
}

interface DecodedFile {
  readonly mediaType: MediaType;
  readonly text: string;
  readonly path: string;
  readonly boilerplate: BoilerplateLexicon;
  readonly findReadable: ReadableFinder;
}

async function articleOf({ mediaType, text, path, boilerplate, findReadable }: DecodedFile): Promise<Article> {
  const isPage = mediaType === "text/html" || mediaType === "application/xhtml+xml";
  // A file called .html without a single tag is a text, and its line ends count.
  if (isPage && text.includes("<")) {
    return htmlArticle(text, boilerplate, { path, xhtml: mediaType !== "text/html", findReadable });
  }
  return mediaType === "text/markdown"
    ? markdownArticle(text, boilerplate)
    : plainArticle(storedText(text), boilerplate);
}

/** The fields of a document that a container states, by their names there. */
function statedFields({ title, byline, publisher, url, publishedAt }: StatedMetadata): Partial<Document> {
  return withoutUndefined({ title, byline, publisher, url, publishedAt });
}

type Present<T> = { [Key in keyof T]: Exclude<T[Key], undefined> };

function withoutUndefined<T extends object>(value: T): Present<T> {
  return Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined)) as Present<T>;
}
