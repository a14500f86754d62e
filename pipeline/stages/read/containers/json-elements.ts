import type { ListRecord } from "./record-members.js";

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPEN_LIST = 0x5b;
const CLOSE_LIST = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;

/** Where JSON ended before its brackets did. */
export interface JsonEnd {
  isCut: boolean;
}

/**
 * The objects in the lists of a JSON text: of the list that it is, or of each list that is reached through objects alone,
 * as in `{"response": {"docs": [{…}, {…}]}}`. Only one object is in memory at a time, whatever the size of the text;
 * one of more than `longest` bytes, or broken, is told as a problem. `end.isCut` says afterwards whether the text ended
 * inside something. `list` counts the lists.
 */
export async function* jsonElements(
  chunks: AsyncIterable<Uint8Array>,
  longest: number,
  end: JsonEnd,
): AsyncGenerator<ListRecord> {
  let depth = 0;
  /** Depth inside the outermost list; 0 outside of any. */
  let listDepth = 0;
  let list = 0;
  let place = 0;
  let inString = false;
  let escaped = false;
  let isElement = false;
  let held: Uint8Array[] = [];
  let heldBytes = 0;
  for await (const chunk of chunks) {
    let start = 0;
    for (let at = 0; at < chunk.length; at++) {
      const byte = chunk[at];
      if (inString) {
        if (escaped) escaped = false;
        else if (byte === BACKSLASH) escaped = true;
        else if (byte === QUOTE) inString = false;
      } else if (byte === QUOTE) {
        inString = true;
      } else if (byte === OPEN_LIST || byte === OPEN_OBJECT) {
        if (byte === OPEN_OBJECT && listDepth > 0 && depth === listDepth) {
          isElement = true;
          start = at;
        }
        depth += 1;
        if (byte === OPEN_LIST && listDepth === 0) {
          listDepth = depth;
          list += 1;
        }
      } else if ((byte === CLOSE_LIST || byte === CLOSE_OBJECT) && depth > 0) {
        depth -= 1;
        if (isElement && depth === listDepth) {
          isElement = false;
          heldBytes += at + 1 - start;
          if (heldBytes <= longest) held.push(chunk.subarray(start, at + 1));
          place += 1;
          yield element(held, heldBytes, longest, { place, list });
          held = [];
          heldBytes = 0;
        }
        if (depth < listDepth) listDepth = 0;
      }
    }
    if (isElement) {
      heldBytes += chunk.length - start;
      if (heldBytes <= longest) held.push(chunk.subarray(start));
      else held = [];
    }
  }
  end.isCut = depth > 0 || inString;
}

function element(
  held: readonly Uint8Array[],
  bytes: number,
  longest: number,
  where: { readonly place: number; readonly list: number },
): ListRecord {
  if (bytes > longest) {
    return { ...where, isTooLarge: true, problem: `longer than ${longest} bytes; allow more by --max-file-size` };
  }
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(Buffer.concat(held));
    return { ...where, value: JSON.parse(text) };
  } catch {
    return { ...where, problem: "not JSON; mend it in the file, or get the file anew" };
  }
}
