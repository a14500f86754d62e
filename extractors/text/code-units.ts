/**
 * The UTF-16 code units of a text. Reading them from an array costs the same whatever the engine made the string of;
 * `charCodeAt` over strings of many makes costs twice as much.
 */
export function codeUnits(text: string): Uint16Array {
  const bytes = Buffer.allocUnsafeSlow(text.length * 2);
  bytes.write(text, "utf16le");
  return new Uint16Array(bytes.buffer, bytes.byteOffset, text.length);
}

/** A string of code units of its own: a slice of a text keeps the whole of it alive. */
export function textOfUnits(units: Uint16Array): string {
  return Buffer.from(units.buffer, units.byteOffset, units.byteLength).toString("utf16le");
}
