import { ReadError } from "../read-error.js";
import { ByteReader } from "./byte-reader.js";
import type { HeaderMap } from "./http-payload.js";

/** A record of a web archive; `headers` by lower-case name. */
export interface WarcRecord {
  /** From 1. */
  readonly ordinal: number;
  readonly headers: HeaderMap;
  /** The block; absent when it is longer than was asked for, and passed over. */
  readonly block?: Uint8Array;
}

interface WarcOptions {
  /** Path of the archive, for errors. */
  readonly path: string;
  /** Bytes of a block that is still held. */
  readonly most: number;
  /** Whether a record's block is wanted at all. */
  isWanted(headers: HeaderMap): boolean;
}

const LONGEST_LINE = 65_536;
const MOST_HEADERS = 1000;

/**
 * The records of a web archive (ISO 28500, WARC 1.0 and 1.1), one in memory at a time; those that are not wanted without
 * their block. Throws ReadError at the end: `read.truncated` when the last record breaks off, `read.damaged` when no
 * record begins where one must; the records before are whole.
 */
export async function* warcRecords(
  chunks: AsyncIterable<Uint8Array>,
  { path, most, isWanted }: WarcOptions,
): AsyncGenerator<WarcRecord> {
  const reader = new ByteReader(chunks);
  try {
    for (let ordinal = 1; ; ordinal++) {
      const version = await nextVersionLine(reader);
      if (version === undefined) return;
      if (!version.startsWith("WARC/")) throw damaged(path, ordinal);
      const headers = await readHeaders(reader);
      if (headers === undefined) throw truncated(path, ordinal);
      const length = blockLength(headers);
      if (length === undefined) throw damaged(path, ordinal);
      if (isWanted(headers) && length <= most) {
        const block = await reader.bytes(length);
        if (block.length < length) throw truncated(path, ordinal);
        yield { ordinal, headers, block };
      } else {
        if ((await reader.skip(length)) < length) throw truncated(path, ordinal);
        yield { ordinal, headers };
      }
    }
  } finally {
    await reader.close();
  }
}

/** Two empty lines stand between records; more do no harm. */
async function nextVersionLine(reader: ByteReader): Promise<string | undefined> {
  for (;;) {
    const line = await reader.line(LONGEST_LINE);
    if (line === undefined || line.trim() !== "") return line;
  }
}

/** Header fields up to the empty line; nothing when the archive ends before it. A line that is none is left out. */
async function readHeaders(reader: ByteReader): Promise<HeaderMap | undefined> {
  const lines: string[] = [];
  for (let line = await reader.line(LONGEST_LINE); line !== undefined; line = await reader.line(LONGEST_LINE)) {
    if (line.trim() === "") return headerMap(lines);
    if (lines.length < MOST_HEADERS) lines.push(line);
  }
  return undefined;
}

/** Names in lower case; of two fields with one name the first counts. A line that begins with a space goes on the last. */
export function headerMap(lines: readonly string[]): HeaderMap {
  const headers = new Map<string, string>();
  let last: string | undefined;
  for (const line of lines) {
    if (/^[ \t]/u.test(line)) {
      if (last !== undefined) headers.set(last, `${headers.get(last) ?? ""} ${line.trim()}`);
      continue;
    }
    const colon = line.indexOf(":");
    const name = line.slice(0, Math.max(colon, 0)).trim().toLowerCase();
    last = name === "" || headers.has(name) ? undefined : name;
    if (last !== undefined) headers.set(last, line.slice(colon + 1).trim());
  }
  return headers;
}

function blockLength(headers: HeaderMap): number | undefined {
  const stated = headers.get("content-length") ?? "";
  return /^[0-9]{1,15}$/u.test(stated) ? Number(stated) : undefined;
}

function truncated(path: string, ordinal: number): ReadError {
  const reason = `record ${ordinal} breaks off, the archive is cut short; the ones before are read: get it anew`;
  return new ReadError("read.truncated", path, reason);
}

function damaged(path: string, ordinal: number): ReadError {
  const reason = `no record ${ordinal} begins where one must; the ones before are read: get the archive anew`;
  return new ReadError("read.damaged", path, reason);
}
