import { decodeStrictly } from "../../../pipeline/stages/read/decode-strictly.js";

/** A text in an encoding of one byte a character; throws when it has no byte for one. */
export function encodeAs(label: string, text: string): Uint8Array {
  const bytes = new Map<string, number>();
  for (let byte = 0; byte < 256; byte++) {
    const char = decodeStrictly(Uint8Array.of(byte), label)?.text;
    if (char !== undefined && !bytes.has(char)) bytes.set(char, byte);
  }
  return Uint8Array.from(text, (char) => {
    const byte = bytes.get(char);
    if (byte === undefined) throw new Error(`${label} has no ${char}`);
    return byte;
  });
}

export function encodeUtf16(text: string, endian: "little" | "big", mark: boolean): Uint8Array {
  const bytes = Buffer.from(`${mark ? "\ufeff" : ""}${text}`, "utf16le");
  return new Uint8Array(endian === "little" ? bytes : bytes.swap16());
}
