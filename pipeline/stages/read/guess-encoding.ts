import { analyse } from "chardet";
import { guessArabicEncoding } from "./arabic-encoding.js";
import { decodeStrictly, type TextInEncoding } from "./decode-strictly.js";

const SAMPLE_BYTES = 32_768;
/** chardet gives random bytes up to 9 and its multi-byte encodings 10 for nothing; one telling letter gets 17. */
const LEAST_CONFIDENCE = 12;
const FOR_OTHERS = new Set([
  "ASCII",
  "UTF-8",
  "UTF-16 LE",
  "UTF-16 BE",
  "UTF-16LE",
  "UTF-16BE",
  "UTF-32 LE",
  "UTF-32 BE",
]);
const CURRENCY_SIGN = 0xa4;

/**
 * The text in the one-byte or Asian encoding that its bytes look like; for bytes that are no UTF-8. A few accented
 * letters in a short text are taken for windows-1252. `undefined` when nothing fits.
 */
export function guessEncoding(bytes: Uint8Array): TextInEncoding | undefined {
  const known = guessArabicEncoding(bytes) ?? guessLatin9(bytes);
  if (known !== undefined) return known;
  const sample = tellingSample(bytes);
  for (const { name, confidence } of analyse(sample)) {
    if (confidence < LEAST_CONFIDENCE) break;
    if (FOR_OTHERS.has(name)) continue;
    const decoded = decodeStrictly(bytes, name);
    if (decoded !== undefined && !hasControls(decoded.text)) return decoded;
  }
  return guessWestern(bytes);
}

/** The text in windows-1252 when it is plausible in it: accented letters in words of plain ones. */
export function guessWestern(bytes: Uint8Array): TextInEncoding | undefined {
  const western = decodeStrictly(bytes, "windows-1252");
  return western !== undefined && isWestern(western.text) ? western : undefined;
}

/** UTF-16 without a byte order mark: most of its units are of the scripts, signs and spaces that articles use. */
export function guessUtf16(bytes: Uint8Array): string | undefined {
  const sample = bytes.subarray(0, 8192);
  if (!sample.includes(0)) return undefined;
  const little = usualShare(sample, 0);
  const big = usualShare(sample, 1);
  if (Math.max(little, big) < 0.9) return undefined;
  return little > big ? "utf-16le" : "utf-16be";
}

/** 32 KiB around the first byte beyond ASCII: a sample of plain ASCII tells nothing. */
function tellingSample(bytes: Uint8Array): Uint8Array {
  const first = bytes.findIndex((byte) => byte >= 0x80);
  const start = Math.max(0, first - 1024);
  return bytes.subarray(start, start + SAMPLE_BYTES);
}

/** Latin-9 by its euro: in Latin-1 that byte is the currency sign, which no article uses. Its letters are the same. */
function guessLatin9(bytes: Uint8Array): TextInEncoding | undefined {
  if (!bytes.includes(CURRENCY_SIGN) || bytes.some((byte) => byte >= 0x80 && byte < 0xa0)) return undefined;
  const decoded = decodeStrictly(bytes, "iso-8859-15");
  return decoded !== undefined && isWestern(decoded.text) ? decoded : undefined;
}

function hasControls(text: string): boolean {
  return /[\u0080-\u0084\u0086-\u009f]/u.test(text);
}

/** Beyond ASCII only accented letters, quotes, dashes and the like, in words of mostly plain letters. */
function isWestern(text: string): boolean {
  const sample = text.slice(0, SAMPLE_BYTES);
  const accented = sample.match(/[\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u00ffŠŽšžŒœ]/gu)?.length ?? 0;
  const signs = sample.match(/[\u2010-\u203a€§°²³µ·«»½¼¾¿¡\u00a0\u00ad©®]/gu)?.length ?? 0;
  const plain = sample.match(/[A-Za-z]/gu)?.length ?? 0;
  const beyond = sample.match(/\P{ASCII}/gu)?.length ?? 0;
  if (beyond === 0 || accented + signs < beyond || /\p{Ll}\p{Lu}\P{ASCII}/u.test(sample)) return false;
  // Words of accented letters alone are another script's; those of one letter are not (`å`).
  const foreign = sample.match(/(?<![\p{L}])[\u00c0-\u00ff]{2,}(?![\p{L}])/gu)?.length ?? 0;
  return accented <= plain && foreign * 9 <= accented;
}

function usualShare(sample: Uint8Array, highByte: 0 | 1): number {
  const units = sample.length >> 1;
  let usual = 0;
  for (let at = 0; at < units; at++) {
    const first = sample[at * 2] ?? 0;
    const second = sample[at * 2 + 1] ?? 0;
    if (isUsual(highByte === 0 ? second * 256 + first : first * 256 + second)) usual++;
  }
  return units === 0 ? 0 : usual / units;
}

function isUsual(unit: number): boolean {
  return (
    (unit >= 0x20 && unit < 0x7f) ||
    (unit >= 0x09 && unit <= 0x0d) ||
    (unit >= 0xa0 && unit < 0x600) ||
    (unit >= 0x600 && unit < 0x780) ||
    (unit >= 0x1e00 && unit < 0x2200) ||
    (unit >= 0xfb50 && unit < 0xff00)
  );
}
