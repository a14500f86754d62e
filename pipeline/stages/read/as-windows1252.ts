/** Characters of windows-1252 at 0x80 to 0x9f; a blank where it has none. */
const UPPER_CONTROLS = "€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ";

/** The text with windows-1252's signs for the control characters that Latin-1 has in their place. */
export function asWindows1252(text: string): string {
  return text.replace(/[\u0080-\u009f]/gu, (char) => {
    const mended = UPPER_CONTROLS.charAt(char.charCodeAt(0) - 0x80);
    return mended === " " ? char : mended;
  });
}

/** The byte of a character in windows-1252, or in Latin-1 where that has none; only for characters of theirs. */
export function byteInWindows1252(char: string): number {
  const code = char.charCodeAt(0);
  return code < 0x100 ? code : 0x80 + UPPER_CONTROLS.indexOf(char);
}
