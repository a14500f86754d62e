import { decode } from "../decode.js";
import { ReadError } from "../read-error.js";

const LINE_FEED = 0x0a;

/**
 * A text's stream as UTF-8, without a byte order mark where it has been in another encoding. `head` is its beginning, by
 * which the encoding is told; UTF-8 passes through as it is, broken or not.
 */
export async function* utf8Chunks(
  chunks: AsyncIterable<Uint8Array>,
  head: Uint8Array,
  path: string,
): AsyncGenerator<Uint8Array> {
  const label = encodingOf(head, path);
  if (label === "utf-8") {
    yield* chunks;
    return;
  }
  const decoder = new TextDecoder(label);
  const encoder = new TextEncoder();
  for await (const chunk of chunks) yield encoder.encode(decoder.decode(chunk, { stream: true }));
  yield encoder.encode(decoder.decode());
}

/** Cut at a line's end, so that no character is cut in two. */
function encodingOf(head: Uint8Array, path: string): string {
  const end = head.lastIndexOf(LINE_FEED);
  try {
    return decode(end < 0 ? head : head.subarray(0, end), { path }).encoding;
  } catch (error) {
    // A head that fits no encoding is damaged; the records in it are told one by one.
    if (error instanceof ReadError) return "utf-8";
    throw error;
  }
}
