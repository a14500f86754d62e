import { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync } from "node:zlib";

export type HeaderMap = ReadonlyMap<string, string>;

const LINE_FEED = 0x0a;
const CHUNK_SIZE = /^([0-9a-f]{1,8})[ \t]*(?:;.*)?$/iu;

/** An HTTP body as the server meant it: chunks joined, unpacked. Nothing when it cannot be, or goes beyond `most` bytes. */
export function httpPayload(body: Uint8Array, headers: HeaderMap, most: number): Uint8Array | undefined {
  const isChunked = headers.get("transfer-encoding")?.toLowerCase().includes("chunked") === true;
  // Many archives keep the header and store the body joined already.
  const joined = isChunked ? (joinChunks(body) ?? body) : body;
  let bytes = joined;
  const codings = (headers.get("content-encoding") ?? "").toLowerCase().split(",").slice(0, MOST_CODINGS);
  for (const coding of codings.reverse()) {
    const unpacked = unpack(bytes, coding.trim(), most);
    if (unpacked === undefined) return undefined;
    bytes = unpacked;
  }
  return bytes;
}

/** Nothing when the body is not in chunks. A last chunk that breaks off is kept as far as it goes. */
function joinChunks(body: Uint8Array): Uint8Array | undefined {
  const chunks: Uint8Array[] = [];
  for (let at = 0; at < body.length; ) {
    const end = body.indexOf(LINE_FEED, at);
    const line = Buffer.from(body.subarray(at, end < 0 ? at : Math.min(end, at + LONGEST_SIZE_LINE))).toString(
      "latin1",
    );
    const size = CHUNK_SIZE.exec(line.trim())?.[1];
    if (size === undefined) return chunks.length === 0 ? undefined : Buffer.concat(chunks);
    const length = Number.parseInt(size, 16);
    if (length === 0) break;
    chunks.push(body.subarray(end + 1, end + 1 + length));
    at = end + 1 + length + 2;
  }
  return Buffer.concat(chunks);
}

function unpack(bytes: Uint8Array, coding: string, most: number): Uint8Array | undefined {
  const options = { maxOutputLength: most };
  try {
    if (coding === "gzip" || coding === "x-gzip") return isGzip(bytes) ? gunzipSync(bytes, options) : bytes;
    if (coding === "br") return brotliDecompressSync(bytes, options);
    if (coding === "deflate") {
      // The standard means zlib, and some servers send bare deflate.
      return (bytes[0] ?? 0) % 16 === 8 ? inflateSync(bytes, options) : inflateRawSync(bytes, options);
    }
    return coding === "" || coding === "identity" ? bytes : undefined;
  } catch {
    return undefined;
  }
}

/** Some archives keep the header and store the body unpacked. */
function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

const MOST_CODINGS = 3;
const LONGEST_SIZE_LINE = 256;
