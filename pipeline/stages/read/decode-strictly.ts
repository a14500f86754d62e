import { asWindows1252 } from "./as-windows1252.js";

/** A text with the WHATWG name of the encoding that it was in. */
export interface TextInEncoding {
  readonly text: string;
  readonly encoding: string;
}

/**
 * The text in the encoding of that label, without a byte order mark. `undefined` when the runtime does not know the
 * label or the bytes are not valid in it.
 */
export function decodeStrictly(bytes: Uint8Array, label: string): TextInEncoding | undefined {
  try {
    const decoder = new TextDecoder(label, { fatal: true });
    const text = decoder.decode(bytes);
    // Some releases of Node decode windows-1252 as Latin-1 and leave control characters for `€ „ “ – …`.
    return { text: decoder.encoding === "windows-1252" ? asWindows1252(text) : text, encoding: decoder.encoding };
  } catch (error) {
    if (isRefusal(error)) return undefined;
    throw error;
  }
}

function isRefusal(error: unknown): boolean {
  const code = typeof error === "object" && error !== null && "code" in error ? error.code : undefined;
  return code === "ERR_ENCODING_NOT_SUPPORTED" || code === "ERR_ENCODING_INVALID_ENCODED_DATA";
}
