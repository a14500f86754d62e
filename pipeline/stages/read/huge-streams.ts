import { Buffer } from "node:buffer";
import { inflateSync } from "node:zlib";
import { ReadError } from "./read-error.js";

const MEBIBYTE = 2 ** 20;
const MOST_UNPACKED = 128 * MEBIBYTE;
/** Deflated data is at most some 1,030 times smaller than what it unpacks to. */
const HARMLESS = MOST_UNPACKED / 1_040;
const LONGEST_DICTIONARY = 2_048;
const DOUBLY_PACKED = /\/(?:FlateDecode|Fl)\s{1,9}\/(?:FlateDecode|Fl)[\s\]/]/u;

/**
 * Throws a ReadError `read.too-large` for a PDF file with a stream that unpacks to more than an article can hold. The
 * library unpacks streams whole, with no limit. Pictures may be that large: it leaves them packed.
 */
export function refuseHugeStreams(bytes: Uint8Array, path: string): void {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = file.indexOf("stream"); at >= 0; at = file.indexOf("stream", at + 6)) {
    const isBeginning = file[at + 6] === 0x0a || file[at + 6] === 0x0d;
    if (!isBeginning || file.toString("latin1", at - 3, at) === "end") continue;
    const dictionary = dictionaryBefore(file, at);
    const start = at + (file[at + 6] === 0x0d && file[at + 7] === 0x0a ? 8 : 7);
    const end = file.indexOf("endstream", start);
    const packed = file.subarray(start, end < 0 ? file.length : end);
    const isPicture = dictionary.includes("/Image");
    if (DOUBLY_PACKED.test(dictionary) || (packed.length > HARMLESS && !isPicture && isHuge(packed))) {
      const most = MOST_UNPACKED / MEBIBYTE;
      throw new ReadError(
        "read.too-large",
        path,
        `a stream of more than ${most} MB when unpacked: save its text as .txt`,
      );
    }
    if (end < 0) return;
    at = end;
  }
}

function dictionaryBefore(file: Buffer, at: number): string {
  const before = file.toString("latin1", Math.max(0, at - LONGEST_DICTIONARY), at);
  return before.slice(before.lastIndexOf(" obj") + 1);
}

function isHuge(packed: Buffer): boolean {
  try {
    inflateSync(packed, { maxOutputLength: MOST_UNPACKED });
    return false;
  } catch (error) {
    const code = typeof error === "object" && error !== null && "code" in error ? error.code : undefined;
    if (code === undefined) throw error;
    return code === "ERR_BUFFER_TOO_LARGE";
  }
}
