import { ReadError } from "../read-error.js";

const MEBIBYTE = 2 ** 20;

/** All bytes of a stream. Throws ReadError `read.too-large` at the first chunk that goes beyond `most` bytes. */
export async function collectBytes(
  chunks: AsyncIterable<Uint8Array>,
  { path, most }: { readonly path: string; readonly most: number },
): Promise<Uint8Array> {
  const held: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    length += chunk.length;
    if (length > most) throw tooLarge(path, most);
    held.push(chunk);
  }
  return held.length === 1 && held[0] !== undefined ? held[0] : Buffer.concat(held);
}

export function tooLarge(path: string, most: number): ReadError {
  const limit = most >= MEBIBYTE ? `${Math.floor(most / MEBIBYTE)} MB` : `${most} bytes`;
  const reason = `larger than ${limit}, which no article is; split it, leave it out, or allow more by --max-file-size`;
  return new ReadError("read.too-large", path, reason);
}
