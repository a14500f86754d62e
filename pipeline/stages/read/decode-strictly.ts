/** A text with the WHATWG name of the encoding that it was in. */
export interface TextInEncoding {
  readonly text: string;
  readonly encoding: string;
}

/** Characters of windows-1252 at 0x80 to 0x9f; a blank where it has none. */
const WINDOWS_1252 = "€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ";

/**
 * The text in the encoding of that label, without a byte order mark. `undefined` when the runtime does not know the
 * label or the bytes are not valid in it.
 */
export function decodeStrictly(bytes: Uint8Array, label: string): TextInEncoding | undefined {
  try {
    const decoder = new TextDecoder(label, { fatal: true });
    const text = decoder.decode(bytes);
    return { text: decoder.encoding === "windows-1252" ? mendWindows1252(text) : text, encoding: decoder.encoding };
  } catch (error) {
    if (isRefusal(error)) return undefined;
    throw error;
  }
}

/** Some releases of Node decode windows-1252 as Latin-1 and leave control characters for `€ „ “ – …`. */
function mendWindows1252(text: string): string {
  return text.replace(/[\u0080-\u009f]/gu, (char) => {
    const mended = WINDOWS_1252.charAt(char.charCodeAt(0) - 0x80);
    return mended === " " ? char : mended;
  });
}

function isRefusal(error: unknown): boolean {
  const code = typeof error === "object" && error !== null && "code" in error ? error.code : undefined;
  return code === "ERR_ENCODING_NOT_SUPPORTED" || code === "ERR_ENCODING_INVALID_ENCODED_DATA";
}
