/** IANA media types of the formats that are read. */
export type MediaType =
  | "text/plain"
  | "text/markdown"
  | "text/html"
  | "application/xhtml+xml"
  | "application/pdf"
  | "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
  | "message/rfc822"
  | "multipart/related";

const BY_EXTENSION: ReadonlyMap<string, MediaType> = new Map([
  [".txt", "text/plain"],
  [".text", "text/plain"],
  [".md", "text/markdown"],
  [".markdown", "text/markdown"],
  [".html", "text/html"],
  [".htm", "text/html"],
  [".xhtml", "application/xhtml+xml"],
]);

const CODED_TYPES: readonly MediaType[] = [
  "application/pdf",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  "message/rfc822",
  "multipart/related",
];

/** Extensions of files whose article must be taken out of them; what they are their bytes tell. */
const CODED_EXTENSIONS = [".docm", ".docx", ".eml", ".mht", ".mhtml", ".pdf"];

/** Extensions of files that are taken for articles, with the dot, lower case. */
export const ARTICLE_EXTENSIONS: readonly string[] = [...BY_EXTENSION.keys(), ...CODED_EXTENSIONS];

/**
 * What a file holds: a page when its head says so, whatever its name; else as its container states, else by its
 * extension, plain text for any other. `head` is the beginning of the file as ASCII markup.
 */
export function mediaTypeOf(path: string, head: string, stated?: string): MediaType {
  const page = pageTypeOf(head);
  if (page !== undefined) return page;
  if (stated !== undefined && isTextType(stated)) return stated;
  return BY_EXTENSION.get(extensionOf(path)) ?? "text/plain";
}

/** Whether a file begins as a page does. `head` as for `mediaTypeOf`. */
export function isPageHead(head: string): boolean {
  return pageTypeOf(head) !== undefined;
}

function pageTypeOf(head: string): "text/html" | "application/xhtml+xml" | undefined {
  const start = head.slice(0, 1024).trimStart().toLowerCase();
  if (/^<(?:!doctype\s+html|html|head|body)[\s>]/u.test(start)) return "text/html";
  if (start.startsWith("<?xml") && start.includes("<html")) return "application/xhtml+xml";
  if (start.startsWith("<!--") && /<(?:!doctype\s+html|html)[\s>]/u.test(start)) return "text/html";
  return undefined;
}

/** Whether a media type, without parameters and lower-cased, is one of an article's. */
export function isRead(stated: string): stated is MediaType {
  return isTextType(stated) || CODED_TYPES.some((mediaType) => mediaType === stated);
}

function isTextType(stated: string): stated is MediaType {
  return [...BY_EXTENSION.values()].some((mediaType) => mediaType === stated);
}

/** Last extension of a file's name, also behind its folders, with its dot and in lower case; empty when it has none. */
export function extensionOf(path: string): string {
  const name = path.slice(path.lastIndexOf("/") + 1);
  const dot = name.lastIndexOf(".");
  return dot < 1 ? "" : name.slice(dot).toLowerCase();
}
