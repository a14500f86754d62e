import { markupHead } from "../declared-encoding.js";
import { isoDate } from "../iso-date.js";
import { isPageHead, isRead } from "../media-type.js";
import { ReadError } from "../read-error.js";
import { tooLarge } from "./collect-bytes.js";
import type { ContainerContext, ContainerInput } from "./container-input.js";
import { type HeaderMap, httpPayload } from "./http-payload.js";
import { Identities, type Identity } from "./identities.js";
import { brokenMember, type Member, passedOver } from "./member.js";
import { headerMap, type WarcRecord, warcRecords } from "./warc-records.js";

/** What a record states besides its payload. */
interface Payload {
  readonly mediaType: string;
  readonly charset?: string | undefined;
  readonly bytes: Uint8Array;
}

/** A record that is no page of its own: requests, crawl logs, repeats of an earlier record. */
const TAKEN_TYPES = new Set(["response", "resource", "conversion"]);
const HEADER_ROOM = 65_536;

/** The pages and texts in a web archive: what servers answered with, and texts that were made of it. */
export async function* warcMembers(input: ContainerInput, context: ContainerContext): AsyncGenerator<Member> {
  const identities = new Identities(input.path);
  const most = context.limits.maxFileBytes;
  // Packed as it was sent, a body is never larger than what it unpacks to by much.
  const options = { path: input.path, most: most + HEADER_ROOM, isWanted };
  for await (const record of warcRecords(input.chunks, options)) {
    if (!isWanted(record.headers)) continue;
    yield memberOf(record, identities, most);
  }
}

function isWanted(headers: HeaderMap): boolean {
  return TAKEN_TYPES.has(headers.get("warc-type")?.toLowerCase() ?? "") && !isDnsLookup(headers);
}

function isDnsLookup(headers: HeaderMap): boolean {
  return headers.get("content-type")?.toLowerCase().startsWith("text/dns") === true;
}

function memberOf(record: WarcRecord, identities: Identities, most: number): Member {
  const { headers, block, ordinal } = record;
  const identity = (): Identity => identities.next(unbracketed(headers.get("warc-record-id")), ordinal);
  if (block === undefined) {
    const type = mediaTypeIn(headers.get("content-type"));
    const mayBePage = type.startsWith("application/http") || isRead(type);
    return mayBePage ? brokenMember(tooLarge(identity().path, most)) : passedOver(type);
  }
  const http = isHttp(headers) ? splitHttp(block) : undefined;
  const status = http?.status ?? 200;
  if (status < 200 || status > 299) return passedOver(`HTTP ${status}`);
  const fields = http?.headers ?? headers;
  const sort = mediaTypeIn(fields.get("content-type"));
  if (sort !== "" && !isRead(sort) && !UNTOLD_TYPES.has(sort)) return passedOver(sort);
  const bytes = http === undefined ? block : httpPayload(http.body, http.headers, most);
  if (bytes === undefined) {
    const reason = "its body cannot be unpacked, damaged or too large; fetch the page anew, or leave it out";
    return brokenMember(new ReadError("read.damaged", identity().path, reason));
  }
  if (!isRead(sort) && !isPageHead(markupHead(bytes))) return passedOver(sort || "without media type");
  return partOf(record, identity(), { mediaType: sort, charset: charsetIn(fields.get("content-type")), bytes });
}

function partOf({ headers }: WarcRecord, { path, diagnostics }: Identity, payload: Payload): Member {
  const url = unbracketed(headers.get("warc-target-uri"));
  const retrievedAt = isoDate(headers.get("warc-date") ?? "");
  return {
    kind: "part",
    part: {
      path,
      bytes: payload.bytes,
      ...(isRead(payload.mediaType) ? { mediaType: payload.mediaType } : {}),
      encoding: payload.charset,
      stated: { url, retrievedAt },
      diagnostics,
    },
  };
}

function isHttp(headers: HeaderMap): boolean {
  return headers.get("content-type")?.toLowerCase().startsWith("application/http") === true;
}

interface HttpMessage {
  readonly status: number;
  readonly headers: HeaderMap;
  readonly body: Uint8Array;
}

/** Nothing when the block does not begin as an HTTP answer does: then it is the body itself. */
function splitHttp(block: Uint8Array): HttpMessage | undefined {
  const buffer = Buffer.from(block.buffer, block.byteOffset, block.length);
  const status = /^HTTP\/[0-9.]{1,3} ([0-9]{3})/u.exec(buffer.toString("latin1", 0, 32))?.[1];
  if (status === undefined) return undefined;
  const windows = buffer.indexOf("\r\n\r\n");
  const unix = buffer.indexOf("\n\n");
  const isWindows = windows >= 0 && (unix < 0 || windows < unix);
  const end = isWindows ? windows : unix;
  const headerEnd = Math.min(end < 0 ? buffer.length : end, HEADER_ROOM);
  const [, ...lines] = buffer.toString("latin1", 0, headerEnd).split("\n");
  const body = end < 0 ? new Uint8Array() : block.subarray(end + (isWindows ? 4 : 2));
  return { status: Number(status), headers: headerMap(lines), body };
}

function mediaTypeIn(contentType: string | undefined): string {
  return (contentType ?? "").split(";", 1)[0]?.trim().toLowerCase() ?? "";
}

function charsetIn(contentType: string | undefined): string | undefined {
  return /;\s*charset\s*=\s*["']?\s*([a-z0-9_:.-]{2,40})/iu.exec(contentType ?? "")?.[1]?.toLowerCase();
}

/** wget and some crawlers write addresses between angle brackets, as all write ids. */
function unbracketed(stated: string | undefined): string | undefined {
  return stated?.replace(/^<(.*)>$/u, "$1");
}

/** Servers that do not know send these; the bytes tell. */
const UNTOLD_TYPES = new Set(["application/octet-stream", "unknown/unknown", "application/x-unknown", "unk"]);
