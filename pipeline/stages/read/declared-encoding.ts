const HEAD_BYTES = 4096;
/** Markup, not human text: attribute names and labels are ASCII. */
const META_CHARSET = /<meta\s[^>]{0,400}?charset\s*=\s*["']?\s*([a-z0-9_:.-]{2,40})/iu;
const XML_ENCODING = /^\s*<\?xml\s[^>]{0,200}?encoding\s*=\s*["']([a-z0-9_:.-]{2,40})["']/iu;

/** The encoding label that a page's first 4 KiB name, lower-cased; the label may be wrong or unknown. */
export function declaredEncoding(bytes: Uint8Array): string | undefined {
  const head = markupHead(bytes);
  return (XML_ENCODING.exec(head) ?? META_CHARSET.exec(head))?.[1]?.toLowerCase();
}

/** The first bytes as ASCII markup, whatever the encoding: no byte order mark, and UTF-16's zero bytes left out. */
export function markupHead(bytes: Uint8Array): string {
  const { buffer, byteOffset, length } = bytes;
  const head = Buffer.from(buffer, byteOffset, Math.min(length, HEAD_BYTES)).toString("latin1").replaceAll("\0", "");
  return head.replace(/^(?:\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)/u, "");
}
