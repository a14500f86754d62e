import { binaryFormat, looksBinary } from "../binary-format.js";
import { markupHead } from "../declared-encoding.js";
import { ARTICLE_EXTENSIONS, extensionOf, isPageHead } from "../media-type.js";
import { CONTAINER_EXTENSIONS, type ContainerFormat, containerFormat } from "./container-format.js";
import { usualField } from "./fields.js";

/** What a file is taken for that no one has named: one that lies in a folder or an archive. */
export type FileSort = ContainerFormat | "article" | "other";

const JSON_KEY = /"([A-Za-z_-]{1,30})"\s{0,20}:/gu;

/** Whether the name alone says that a file is an article or a container of articles. */
export function isCalledArticle(path: string): boolean {
  const extension = extensionOf(path);
  return ARTICLE_EXTENSIONS.includes(extension) || CONTAINER_EXTENSIONS.includes(extension);
}

/**
 * By its first bytes, then by its name. A file with a strange extension is taken when it is a page, an archive, or a list
 * with texts in it; one without an extension also when it is plain text.
 */
export function fileSort(path: string, head: Uint8Array): FileSort {
  const format = containerFormat(path, head);
  const extension = extensionOf(path);
  if (format !== undefined) return isCalledArticle(path) || !isJson(format) || hasTextKey(head) ? format : "other";
  if (ARTICLE_EXTENSIONS.includes(extension)) return "article";
  if (isPageHead(markupHead(head)) || markupHead(head).startsWith("%PDF-")) return "article";
  const isText = extension === "" && head.length > 0 && binaryFormat(head) === undefined && !looksBinary(head);
  return isText ? "article" : "other";
}

function isJson(format: ContainerFormat): boolean {
  return format === "json" || format === "jsonl";
}

/** Settings and manifests of programs are JSON too. */
function hasTextKey(head: Uint8Array): boolean {
  const text = Buffer.from(head.buffer, head.byteOffset, head.length).toString("latin1");
  for (const [, key = ""] of text.matchAll(JSON_KEY)) {
    const field = usualField(key);
    if (field === "text" || field === "html") return true;
  }
  return false;
}
