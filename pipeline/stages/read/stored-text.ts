/**
 * The text as it is stored: `\n` at line ends (also for form feeds and Unicode's separators), no byte order mark in
 * front, U+FFFD for lone surrogates and NUL, which databases and other tools choke on, and NFC. The rest is kept.
 */
export function storedText(text: string): string {
  return toNfc(
    text
      .replace(/^\ufeff/u, "")
      .replace(/\r\n?|[\f\u2028\u2029]/gu, "\n")
      .replace(/[\p{Cs}\0]/gu, "\ufffd"),
  );
}

/** Text without any of these is NFC already: they are all that compose, decompose or change places. */
const MAY_CHANGE = /[\u0300-\u2001\u2126\u212a\u212b\u2329\u232a\u2adc\u3000-\uffff]/;

/** Normalising takes quadratic time on a heap of marks, which no script uses; in pieces of 64 it does not. */
function toNfc(text: string): string {
  if (!MAY_CHANGE.test(text)) return text;
  if (!/\p{M}{65}/u.test(text)) return text.normalize("NFC");
  let normal = "";
  for (let start = 0; start < text.length; ) {
    const end = endOfPiece(text, start);
    normal += text.slice(start, end).normalize("NFC");
    start = end;
  }
  return normal;
}

/** Up to the next heap of marks, or through 64 marks of one. */
function endOfPiece(text: string, start: number): number {
  const marks = /\p{M}{1,64}/uy;
  marks.lastIndex = start;
  if (marks.test(text)) return marks.lastIndex;
  const heap = /\p{M}{65}/gu;
  heap.lastIndex = start;
  return heap.exec(text)?.index ?? text.length;
}
