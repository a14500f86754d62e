import { hash } from "node:crypto";

/** SHA-256 of a file's bytes, lower-case hex. */
export function contentHash(bytes: Uint8Array | string): string {
  return hash("sha256", bytes, "hex");
}

/** 32 hex digits from a path and the hash of the bytes there: the same file in the same place has the same id. */
export function documentId(path: string, sha256: string): string {
  return contentHash(`${path}\0${sha256}`).slice(0, 32);
}
