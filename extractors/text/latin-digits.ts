import { CharClass, charClasses, digitValue } from "./char-class.js";

/** The text with the digits of every script as 0-9 and compatibility characters folded (NFKC); its length may change. */
export function latinDigits(text: string): string {
  const classes = charClasses();
  let folded = "";
  for (const char of text.normalize("NFKC")) {
    const code = char.charCodeAt(0);
    folded += code > 0x7f && classes[code] === CharClass.digit ? String(digitValue(code)) : char;
  }
  return folded;
}
