import { decodeStrictly, type TextInEncoding } from "./decode-strictly.js";

/** Both of one byte a character, with the first half of the alphabet in the same places. */
const ARABIC_ENCODINGS = ["windows-1256", "iso-8859-6"];
const SAMPLE_CHARACTERS = 32_768;
/** Six in ten letters of a text are of these. */
const FREQUENT = /[الينموترب]/gu;
/** These only end words, and hamza on a bearer never begins one. */
const MISPLACED = /[ةى](?=[\u0621-\u064a])|(?<![\u0621-\u0652])[ةىئؤ]/gu;
const ARABIC_LETTER = /[\u0621-\u064a]/gu;
/** What stands among Arabic letters beyond ASCII. */
const COMPANION = /[\u0600-\u06ff\u00a0\u00ab\u00ad\u00b0\u00b7\u00bb\u200c-\u200f\u2010-\u203a©®€™×÷]/gu;
const MIXED_WORD = /[A-Za-z][\u0621-\u064a]|[\u0621-\u064a][A-Za-z]/gu;
const LEAST_LETTERS = 3;
const LEAST_SCORE = 0.25;

/** The text in the Arabic encoding that its bytes look like; `undefined` when they are no Arabic. */
export function guessArabicEncoding(bytes: Uint8Array): TextInEncoding | undefined {
  let best: { readonly decoded: TextInEncoding; readonly score: number } | undefined;
  for (const label of ARABIC_ENCODINGS) {
    const decoded = decodeStrictly(bytes, label);
    const score = decoded === undefined ? 0 : arabicScore(decoded.text);
    if (decoded !== undefined && score >= LEAST_SCORE && score > (best?.score ?? 0)) best = { decoded, score };
  }
  return best?.decoded;
}

/** Whether a text is plausible Arabic: of the letters that are frequent there, where they can stand. */
export function looksArabic(text: string): boolean {
  return arabicScore(text) >= LEAST_SCORE;
}

/** At most 1; below 0 for what is no Arabic at all. */
function arabicScore(text: string): number {
  const first = Math.max(0, text.search(/\P{ASCII}/u) - 1024);
  const sample = text.slice(first, first + SAMPLE_CHARACTERS);
  const count = (pattern: RegExp) => sample.match(pattern)?.length ?? 0;
  const letters = count(ARABIC_LETTER);
  if (letters < LEAST_LETTERS) return -1;
  const foreign = count(/\P{ASCII}/gu) - count(COMPANION);
  return (count(FREQUENT) - 3 * count(MISPLACED) - 4 * foreign - 4 * count(MIXED_WORD)) / letters;
}
