import { createHash, hash } from "node:crypto";
import type { Part } from "./part.js";

/** SHA-256 of a file's bytes, lower-case hex. */
export function contentHash(bytes: Uint8Array | string): string {
  return hash("sha256", bytes, "hex");
}

/**
 * SHA-256 by which a part is known to be unchanged: of its bytes alone where its container states nothing about it, else of
 * both.
 */
export function partHash({ bytes, mediaType, encoding, stated }: Part): string {
  if (stated === undefined) return contentHash(bytes);
  return createHash("sha256")
    .update(bytes)
    .update(`\0${JSON.stringify([mediaType, encoding, stated])}`)
    .digest("hex");
}

/** 32 hex digits from a path and the hash of the bytes there: the same file in the same place has the same id. */
export function documentId(path: string, sha256: string): string {
  return contentHash(`${path}\0${sha256}`).slice(0, 32);
}
