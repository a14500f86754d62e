import { Buffer } from "node:buffer";
import { type MimeHeaders, type MimeValue, mimeHeaders, mimeValue } from "./mime-headers.js";

/** A part of a message that holds no others, its transfer encoding undone. */
export interface MimePart {
  readonly headers: MimeHeaders;
  readonly type: MimeValue;
  readonly isAttachment: boolean;
  readonly body: () => Uint8Array;
}

export interface MimeMessage {
  readonly headers: MimeHeaders;
  readonly type: MimeValue;
  /** In the order of the file. */
  readonly parts: readonly MimePart[];
}

const DEEPEST = 16;
const MOST_PARTS = 5_000;
const LONGEST_HEAD = 262_144;
/** Between head and body stands an empty line; a part may have no head. */
const HEAD_END = /\r?\n\r?\n/gu;

/** A message by its bytes. Never fails: what cannot be taken apart is one part, what was cut off ends at the cut. */
export function mimeMessage(bytes: Uint8Array): MimeMessage {
  // One character a byte, so that offsets and bytes stay the same.
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
  const { headers, type } = headOf(text);
  const parts: MimePart[] = [];
  collectParts(text, parts, 0);
  return { headers, type, parts };
}

interface Head {
  readonly headers: MimeHeaders;
  readonly type: MimeValue;
  /** Offset of the body. */
  readonly end: number;
}

function headOf(text: string): Head {
  const lead = /^(?:\r?\n){1,3}/u.exec(text)?.[0].length ?? 0;
  HEAD_END.lastIndex = lead;
  const close = lead > 0 ? undefined : HEAD_END.exec(text.slice(0, LONGEST_HEAD));
  const end = lead > 0 ? lead : close == null ? text.length : close.index + close[0].length;
  const headers = mimeHeaders(text.slice(0, Math.min(end, LONGEST_HEAD)));
  return { headers, type: mimeValue(headers.get("content-type") ?? "text/plain"), end };
}

function collectParts(text: string, parts: MimePart[], depth: number): void {
  const { headers, type, end } = headOf(text);
  const boundary = type.parameters.get("boundary");
  const isNested = type.value.startsWith("multipart/") && boundary !== undefined && boundary !== "";
  if (isNested && depth < DEEPEST) {
    for (const inner of split(text, end, boundary)) {
      if (parts.length < MOST_PARTS) collectParts(inner, parts, depth + 1);
    }
    return;
  }
  const encoding = mimeValue(headers.get("content-transfer-encoding")).value;
  parts.push({
    headers,
    type,
    isAttachment: mimeValue(headers.get("content-disposition")).value === "attachment",
    body: () => decodedBody(text.slice(end), encoding),
  });
}

/** What stands between the boundaries, without what comes before the first and after the last. */
function* split(text: string, from: number, boundary: string): Generator<string> {
  const mark = `--${boundary}`;
  let open = atLineStart(text, mark, from);
  while (open >= 0 && !text.startsWith("--", open + mark.length)) {
    const start = text.indexOf("\n", open) + 1;
    if (start === 0) return;
    const next = atLineStart(text, mark, start);
    const end = next < 0 ? text.length : next - 1;
    yield text.slice(start, Math.max(start, text.charAt(end - 1) === "\r" ? end - 1 : end));
    open = next;
  }
}

function atLineStart(text: string, mark: string, from: number): number {
  let at = text.indexOf(mark, from);
  while (at > 0 && text.charAt(at - 1) !== "\n") at = text.indexOf(mark, at + 1);
  return at;
}

function decodedBody(body: string, encoding: string): Uint8Array {
  if (encoding === "base64") return new Uint8Array(Buffer.from(body, "base64"));
  const text = encoding === "quoted-printable" ? fromQuotedPrintable(body) : body;
  return new Uint8Array(Buffer.from(text, "latin1"));
}

/** Lenient, as mail programs are: an `=` that encodes nothing stays. */
function fromQuotedPrintable(body: string): string {
  return body
    .replace(/[ \t]{1,200}(?=\r?\n)/gu, "")
    .replace(/=(?:\r?\n|$)/gu, "")
    .replace(/=([0-9a-fA-F]{2})/gu, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}
