import { extensionOf } from "../media-type.js";
import { isTableHead } from "./table-head.js";

export type ContainerFormat = "csv" | "gzip" | "json" | "jsonl" | "tar" | "warc" | "zip";

const MEDIA_TYPES: Readonly<Record<ContainerFormat, string>> = {
  csv: "text/csv",
  gzip: "application/gzip",
  json: "application/json",
  jsonl: "application/jsonl",
  tar: "application/x-tar",
  warc: "application/warc",
  zip: "application/zip",
};

const BY_EXTENSION: ReadonlyMap<string, ContainerFormat> = new Map([
  [".csv", "csv"],
  [".tsv", "csv"],
  [".tab", "csv"],
  [".gz", "gzip"],
  [".gzip", "gzip"],
  [".tgz", "gzip"],
  [".json", "json"],
  [".jsonl", "jsonl"],
  [".ndjson", "jsonl"],
  [".tar", "tar"],
  [".warc", "warc"],
  [".zip", "zip"],
]);

/** Extensions of files that are taken for containers of articles, with the dot, lower case. */
export const CONTAINER_EXTENSIONS: readonly string[] = [...BY_EXTENSION.keys()];

/** IANA media type, for the record. */
export function containerMediaType(format: ContainerFormat): string {
  return MEDIA_TYPES[format];
}

/**
 * The format of a file that holds several articles, by its first bytes and, where they do not tell, by its name;
 * `undefined` for a file that is one article or none. A ZIP file that is an office document or a book is no container.
 */
export function containerFormat(name: string, head: Uint8Array): ContainerFormat | undefined {
  const first = head[0];
  if (first === undefined) return undefined;
  if (first === 0x1f && head[1] === 0x8b) return "gzip";
  const start = latin1(head, 0, 512);
  if (start.startsWith("PK\x03\x04")) return isOfficeFile(head) ? undefined : "zip";
  // An archive without members is its directory's end and nothing else.
  if (start.startsWith("PK\x05\x06")) return "zip";
  if (start.startsWith("WARC/")) return "warc";
  if (start.startsWith("ustar", 257)) return "tar";
  return textFormat(name, head, start);
}

function textFormat(name: string, head: Uint8Array, start: string): ContainerFormat | undefined {
  const text = start.replaceAll("\0", "").replace(BYTE_ORDER_MARK, "").trimStart();
  const named = BY_EXTENSION.get(extensionOf(name));
  if (text.startsWith("[")) {
    if (LIST_OF_OBJECTS.test(text)) return "json";
  } else if (text.startsWith("{")) {
    if (OBJECT.test(text)) return linesOrWhole(head) ?? (named === "jsonl" ? "jsonl" : "json");
  } else if (named === undefined && isTableHead(text)) {
    return "csv";
  }
  // Compressed and packed formats have their signature; without it a name promises what is not there.
  return named === "csv" || named === "json" || named === "jsonl" ? named : undefined;
}

/** `jsonl` when the first line is a whole object, and `json` when it cannot be; nothing when its end is not in sight. */
function linesOrWhole(head: Uint8Array): "json" | "jsonl" | undefined {
  const end = head.indexOf(LINE_FEED);
  if (end < 0) return undefined;
  try {
    JSON.parse(
      Buffer.from(head.buffer, head.byteOffset, end)
        .toString("utf8")
        .replace(/^\ufeff/u, ""),
    );
    return "jsonl";
  } catch {
    return looksLikeLines(head) ? "jsonl" : "json";
  }
}

/** A first line that is broken is no reason to take the rest for one object: the second begins one too. */
function looksLikeLines(head: Uint8Array): boolean {
  const end = head.indexOf(LINE_FEED);
  return latin1(head, end + 1, end + 3).startsWith('{"');
}

/** Word, Excel, PowerPoint, OpenDocument, EPUB, JAR. */
function isOfficeFile(head: Uint8Array): boolean {
  const nameLength = (head[26] ?? 0) + (head[27] ?? 0) * 256;
  return OFFICE_MEMBER.test(latin1(head, 30, 30 + nameLength));
}

function latin1(bytes: Uint8Array, from: number, to: number): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("latin1", from, Math.min(to, bytes.length));
}

const LINE_FEED = 0x0a;
const BYTE_ORDER_MARK = /^(?:\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)/u;
const LIST_OF_OBJECTS = /^\[\s*[{\]]/u;
const OBJECT = /^\{\s*["}]/u;
const OFFICE_MEMBER = /^(?:\[Content_Types\]\.xml|mimetype|META-INF\/|_rels\/|docProps\/|word\/|xl\/|ppt\/)/u;
