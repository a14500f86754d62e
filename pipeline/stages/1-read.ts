import type { BoilerplateLexicon } from "../../extractors/boilerplate-lexicon.js";
import type { Diagnostic } from "../model/diagnostic.js";
import type { Document } from "../model/document.js";
import type { Metadata, MetadataOrigin } from "../model/metadata.js";
import type { Article } from "./read/article.js";
import { binaryFormat, looksBinary } from "./read/binary-format.js";
import { codedFormat } from "./read/coded-format.js";
import { declaredEncoding, markupHead } from "./read/declared-encoding.js";
import { decode } from "./read/decode.js";
import { contentHash, documentId, partHash } from "./read/document-id.js";
import { guessUtf16 } from "./read/guess-encoding.js";
import { htmlArticle } from "./read/html-article.js";
import { languageTag } from "./read/language-tag.js";
import { isMail, mailPart } from "./read/mail-part.js";
import { markdownArticle } from "./read/markdown-article.js";
import { type MediaType, mediaTypeOf } from "./read/media-type.js";
import { mendMojibake } from "./read/mend-mojibake.js";
import type { Part, StatedMetadata } from "./read/part.js";
import { plainArticle } from "./read/plain-article.js";
import { ReadError } from "./read/read-error.js";
import { READERS_IN_THREADS, type Readers } from "./read/readers.js";
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
  /** By default those in threads of their own; for a thread that someone else watches, those that run in it. */
  readonly readers?: Partial<Readers>;
}

const MEBIBYTE = 2 ** 20;
const DEFAULT_MAX_BYTES = 64 * MEBIBYTE;
const MOST_LINES = 1_000_000;

/**
 * The article in a file or in a container's part: plain text, Markdown, a page, a message or saved page (MHTML), PDF or
 * Word, recognised by content, then by what the container states, then by name. Rejects with a ReadError for what cannot
 * be read: no text, nothing but space, an unknown encoding, more than `maxBytes` (64 MiB).
 */
export async function readDocument(
  part: Part,
  boilerplate: BoilerplateLexicon,
  options: ReadOptions = {},
): Promise<Document> {
  const { path, bytes } = part;
  refuseSize(part, options.maxBytes ?? DEFAULT_MAX_BYTES);
  const { article, mediaType, encoding, diagnostics } = await readPart(part, {
    boilerplate,
    readers: { ...READERS_IN_THREADS, ...options.readers },
  });
  if (article.blocks.length === 0) {
    throw new ReadError("read.empty", path, "there is no text in it; leave it out, or get the file anew");
  }
  const sha256 = partHash(part);
  return {
    ...article,
    id: documentId(path, sha256),
    source: { path, sha256, bytes: bytes.length },
    mediaType,
    encoding,
    diagnostics: [...(part.diagnostics ?? []), ...diagnostics, ...(article.diagnostics ?? [])],
  };
}

/** What an article is found with. */
interface Means {
  readonly boilerplate: BoilerplateLexicon;
  readonly readers: Readers;
}

type Reading = Pick<Document, "mediaType" | "encoding" | "diagnostics"> & { readonly article: StatedArticle };

async function readPart(part: Part, means: Means): Promise<Reading> {
  const format = codedFormat(part);
  if (format !== undefined) {
    const { path, bytes } = part;
    const article = await means.readers.readCoded({ format, path, bytes, boilerplate: means.boilerplate });
    return { article: withStated(article, part.stated), mediaType: format, encoding: "utf-8", diagnostics: [] };
  }
  if (!isMail(part, markupHead(part.bytes))) return readText(part, means);
  const mail = await mailPart(part);
  const reading = await readText(mail.part, means);
  return { ...reading, article: withFallback(reading.article, mail.fallback), mediaType: mail.mediaType };
}

async function readText(part: Part, means: Means): Promise<Reading> {
  const { path, bytes } = part;
  refuseBinary(part);
  // HTTP's charset is the server's setting for all its pages, but browsers believe it first, so pages agree with it.
  const decoded = decode(bytes, { path, declared: part.encoding ?? declaredEncoding(bytes) });
  const { text, places } = mendMojibake(decoded.text);
  const mediaType = mediaTypeOf(path, markupHead(bytes), part.mediaType);
  refuseManyLines(path, text);
  const article = withStated(await articleOf({ mediaType, text, path }, means), part.stated);
  const diagnostics = [...decoded.diagnostics, ...mojibakeMended(places)];
  return { article, mediaType, encoding: decoded.encoding, diagnostics };
}

function mojibakeMended(places: number): readonly Diagnostic[] {
  if (places === 0) return [];
  const message = `${places} characters of UTF-8 that had been read as windows-1252 are repaired; compare with the source`;
  return [{ code: "read.mojibake", severity: "info", stage: "read", message }];
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
  const bytes = Buffer.from(text);
  const sha256 = contentHash(bytes);
  return {
    ...article,
    id: documentId(path, sha256),
    source: { path, sha256, bytes: bytes.length },
    mediaType: "text/plain",
    encoding: "utf-8",
    diagnostics:
      article.blocks.length > 0
        ? []
        : [{ code: "read.empty", severity: "warning", stage: "read", message: "there is no text in it" }],
  };
}

function refuseSize({ path, bytes }: Part, maxBytes: number): void {
  if (bytes.length > maxBytes) {
    const size = `${Math.ceil(bytes.length / MEBIBYTE)} MB, more than ${Math.floor(maxBytes / MEBIBYTE)}`;
    throw new ReadError("read.too-large", path, `${size}: no article is that long; split it, or leave it out`);
  }
  if (bytes.length === 0) throw new ReadError("read.empty", path, "the file is empty; leave it out, or get it anew");
}

function refuseBinary({ path, bytes }: Part): void {
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
}

async function articleOf(file: DecodedFile, { boilerplate, readers }: Means): Promise<Article> {
  const { mediaType, text, path } = file;
  const isPage = mediaType === "text/html" || mediaType === "application/xhtml+xml";
  // A file called .html without a single tag is a text, and its line ends count.
  if (isPage && text.includes("<")) {
    const { findReadable } = readers;
    return htmlArticle(text, boilerplate, { path, xhtml: mediaType !== "text/html", findReadable });
  }
  return mediaType === "text/markdown"
    ? markdownArticle(text, boilerplate)
    : plainArticle(storedText(text), boilerplate);
}

/** A saved page with what the browser wrote around it, where it says nothing itself. */
function withFallback(own: Article, { title, byline, url, publishedAt }: StatedMetadata): Article {
  const said = Object.entries(withoutUndefined({ title, byline, url, publishedAt }));
  const missing = said.filter(([field]) => !(field in own));
  return withFields(own, Object.fromEntries(missing), "saved-page");
}

type StatedArticle = Article & Pick<Document, "retrievedAt">;

/** What the container states goes before what the article says of itself. */
function withStated(own: Article, { language, retrievedAt, ...stated }: StatedMetadata = {}): StatedArticle {
  const fields: Metadata = withoutUndefined({ ...stated, claimedLanguage: language && languageTag(language) });
  const taken = withoutUndefined({ retrievedAt });
  return { ...withFields(own, fields, "container"), ...taken };
}

/** The article with the fields in the place of its own, and where they come from. */
function withFields(own: Article, fields: Metadata, from: MetadataOrigin): Article {
  const origins = Object.keys(fields).map((field) => [field, from] as const);
  if (origins.length === 0) return own;
  return { ...own, ...fields, origins: { ...own.origins, ...Object.fromEntries(origins) } };
}

type Present<T> = { [Key in keyof T]: Exclude<T[Key], undefined> };

function withoutUndefined<T extends object>(value: T): Present<T> {
  return Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined)) as Present<T>;
}
