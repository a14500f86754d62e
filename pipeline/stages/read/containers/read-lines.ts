/** A line of a text stream, or what is wrong with it and the remedy; `number` counts from 1. */
export type Line =
  | { readonly number: number; readonly text: string; readonly problem?: never }
  | { readonly number: number; readonly problem: string; readonly isTooLong?: boolean; readonly text?: never };

/** Bytes: far more than any article, and little enough to hold in memory several times over. */
const LONGEST_LINE = 16 * 1024 * 1024;

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

/**
 * Lines of a UTF-8 byte stream, without their line ends, blank ones too. At most one line is held in memory; one of more
 * than `longest` bytes is dropped as it passes and told as a problem. Only LF and CRLF end a line: U+2028 and U+2029 may
 * stand inside a JSON string, where node:readline would cut them.
 */
export async function* readLines(chunks: AsyncIterable<Uint8Array>, longest = LONGEST_LINE): AsyncGenerator<Line> {
  let number = 1;
  let held: Uint8Array[] = [];
  let heldBytes = 0;
  const hold = (part: Uint8Array): void => {
    heldBytes += part.byteLength;
    if (heldBytes > longest) held = [];
    else held.push(part);
  };
  const release = (): Line => {
    const line =
      heldBytes > longest ? { number, problem: tooLong(longest), isTooLong: true } : decodeLine(number, held);
    number += 1;
    held = [];
    heldBytes = 0;
    return line;
  };
  for await (const chunk of chunks) {
    let start = 0;
    for (let end = chunk.indexOf(LINE_FEED); end >= 0; end = chunk.indexOf(LINE_FEED, start)) {
      hold(chunk.subarray(start, end));
      yield release();
      start = end + 1;
    }
    if (start < chunk.byteLength) hold(chunk.subarray(start));
  }
  if (heldBytes > 0) yield release();
}

function decodeLine(number: number, parts: readonly Uint8Array[]): Line {
  const bytes = Buffer.concat(parts);
  const end = bytes.at(-1) === CARRIAGE_RETURN ? bytes.length - 1 : bytes.length;
  try {
    return { number, text: new TextDecoder("utf-8", { fatal: true }).decode(bytes.subarray(0, end)) };
  } catch {
    return { number, problem: "not UTF-8; save the file in that encoding" };
  }
}

function tooLong(longest: number): string {
  return `longer than ${longest} bytes; split the text`;
}
