import type { Diagnostic } from "../../model/diagnostic.js";
import { guessArabicEncoding, looksArabic } from "./arabic-encoding.js";
import { decodeStrictly, type TextInEncoding } from "./decode-strictly.js";
import { guessEncoding, guessUtf16, guessWestern } from "./guess-encoding.js";
import { ReadError } from "./read-error.js";

/** A file's text as it was decoded, before anything in it is changed. */
export interface DecodedText extends TextInEncoding {
  readonly diagnostics: readonly Diagnostic[];
}

interface DecodeOptions {
  /** For the error's message. */
  readonly path: string;
  /** Encoding label that the file itself states. */
  readonly declared?: string | undefined;
}

const WESTERN = ["windows-1252", "iso-8859-15", "iso-8859-2", "windows-1250", "windows-1254"];
const ARABIC = ["windows-1256", "iso-8859-6"];
/** This many valid characters beyond ASCII for each broken one make a damaged UTF-8 text rather than another encoding. */
const VALID_PER_BROKEN = 3;

/**
 * The text of a file: by its byte order mark, as UTF-8, as UTF-16 without a mark, as it declares, then as it looks.
 * Throws a ReadError `read.encoding` when nothing fits.
 */
export function decode(bytes: Uint8Array, { path, declared }: DecodeOptions): DecodedText {
  const marked = byteOrderMark(bytes);
  if (marked === "utf-32") throw unreadable(path, "the text is in UTF-32");
  if (marked?.startsWith("utf-16")) return decodeUtf16(bytes, marked, path, "by its byte order mark");
  const utf16 = guessUtf16(bytes);
  if (utf16 !== undefined) return decodeUtf16(bytes, utf16, path, "as it looks");
  const utf8 = decodeStrictly(bytes, "utf-8") ?? damagedUtf8(bytes);
  if (utf8 !== undefined) return { diagnostics: wronglyDeclared(declared, utf8), ...utf8 };
  const stated = statedText(bytes, declared);
  const better = stated && betterThan(stated, bytes);
  if (stated !== undefined && better === undefined) return told(stated, "as the page declares");
  const guessed = better ?? guessEncoding(bytes);
  if (guessed !== undefined) {
    const decoded = told(guessed, "as it looks; if letters are wrong, save the file as UTF-8");
    return { ...decoded, diagnostics: [...decoded.diagnostics, ...wronglyDeclared(declared, guessed)] };
  }
  throw unreadable(path, "neither UTF-8 nor any other encoding that could be recognised");
}

/** UTF-16 is known by its zero bytes: a page that only says so is none. */
function statedText(bytes: Uint8Array, declared: string | undefined): TextInEncoding | undefined {
  if (declared === undefined || declared.includes("utf-16") || declared === "x-user-defined") return undefined;
  return decodeStrictly(bytes, declared);
}

/** The same bytes in the encoding that they are in, when the one declared is plainly not it. */
function betterThan({ text, encoding }: TextInEncoding, bytes: Uint8Array): TextInEncoding | undefined {
  if (WESTERN.includes(encoding)) return guessArabicEncoding(bytes);
  return ARABIC.includes(encoding) && !looksArabic(text)
    ? (guessArabicEncoding(bytes) ?? guessWestern(bytes))
    : undefined;
}

/** What to tell of a file that is not in the encoding that it declares; nothing where that makes no difference. */
function wronglyDeclared(declared: string | undefined, { text, encoding }: TextInEncoding): readonly Diagnostic[] {
  if (declared === undefined || !/\P{ASCII}/u.test(text) || labelOf(declared) === encoding) return [];
  const message = `it declares ${declared} and is ${encoding}, which was believed; compare its letters with the page`;
  return [{ code: "read.wrong-declaration", severity: "info", stage: "read", message }];
}

function labelOf(declared: string): string | undefined {
  return decodeStrictly(new Uint8Array(), declared)?.encoding;
}

function byteOrderMark(bytes: Uint8Array): string | undefined {
  const [first, second, third, fourth] = bytes;
  if (first === 0xff && second === 0xfe) return third === 0 && fourth === 0 ? "utf-32" : "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  return first === 0 && second === 0 && third === 0xfe && fourth === 0xff ? "utf-32" : undefined;
}

function decodeUtf16(bytes: Uint8Array, label: string, path: string, how: string): DecodedText {
  // Half a unit at the end is what a cut-off copy leaves; the text before it is whole.
  const decoded = decodeStrictly(bytes.subarray(0, bytes.length & ~1), label);
  if (decoded === undefined) throw unreadable(path, `broken ${label.toUpperCase()}`);
  return told(decoded, how);
}

/** UTF-8 with a few broken bytes, as a cut or a bad merge leaves them; each is replaced by U+FFFD. */
function damagedUtf8(bytes: Uint8Array): DecodedText | undefined {
  const text = new TextDecoder("utf-8").decode(bytes);
  let broken = 0;
  let valid = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0xfffd) broken++;
    else if (code > 0x7f) valid++;
  }
  if (valid < broken * VALID_PER_BROKEN) return undefined;
  const message = `${broken} broken UTF-8 characters are replaced by \ufffd; get the file anew to have them`;
  return {
    text,
    encoding: "utf-8",
    diagnostics: [{ code: "read.invalid-utf8", severity: "warning", stage: "read", message }],
  };
}

function told(decoded: TextInEncoding, how: string): DecodedText {
  const message = `read as ${decoded.encoding}, ${how}`;
  return { ...decoded, diagnostics: [{ code: "read.not-utf8", severity: "info", stage: "read", message }] };
}

function unreadable(path: string, what: string): ReadError {
  return new ReadError("read.encoding", path, `${what}; save it as UTF-8 (iconv -f ENCODING -t UTF-8)`);
}
