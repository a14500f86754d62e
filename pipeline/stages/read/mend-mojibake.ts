import { byteInWindows1252 } from "./as-windows1252.js";

/** A text with its mojibake repaired. */
export interface MendedText {
  readonly text: string;
  /** Characters that were several before. */
  readonly places: number;
}

/** What a UTF-8 character begins with and goes on with, each byte read as a character of windows-1252 or Latin-1. */
const REST = "[\\u0080-\\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]";
const SEQUENCE = `[\\u00c2-\\u00df]${REST}|[\\u00e0-\\u00ef]${REST}${REST}|[\\u00f0-\\u00f4]${REST}${REST}${REST}`;
/** Mojibake of mojibake of mojibake: more is not seen. */
const MOST_ROUNDS = 3;
/** So many Arabic letters in a row are no accident of signs. */
const LEAST_ARABIC_RUN = 3;

interface Sequence {
  readonly start: number;
  readonly end: number;
  readonly char: string;
  readonly isArabic: boolean;
  /** Occurs in no text that was read right. */
  readonly isCertain: boolean;
}

/**
 * Repairs UTF-8 that was once read as windows-1252 or Latin-1 (`GrÃ¶ÃŸe`, `Ø¨Ù„ØºØª`), line by line, also where it
 * happened twice. Text that was read right stays: `Spaß“` and `«Ø»` are also a beginning and a rest by their bytes.
 */
export function mendMojibake(text: string): MendedText {
  const first = mendOnce(text);
  let mended = first.text;
  for (let round = 1, changed = first.places > 0; changed && round < MOST_ROUNDS; round++) {
    const next = mendOnce(mended);
    changed = next.places > 0;
    mended = next.text;
  }
  return { text: mended, places: first.places };
}

function mendOnce(text: string): MendedText {
  if (!new RegExp(SEQUENCE, "u").test(text)) return { text, places: 0 };
  let places = 0;
  const lines = text.split("\n").map((line) => {
    const mended = mendLine(line);
    places += mended.places;
    return mended.text;
  });
  return { text: lines.join("\n"), places };
}

function mendLine(line: string): MendedText {
  const sequences = sequencesOf(line);
  const certain = certainOnes(sequences);
  if (certain.size === 0) return { text: line, places: 0 };
  // In a line that is mojibake throughout, what could be an accident is none.
  const others = (line.match(/[\u00c0-\u00ff]/gu)?.length ?? 0) - lettersIn(line, sequences);
  const chosen = certain.size > others ? sequences : sequences.filter((sequence) => certain.has(sequence));
  let text = "";
  let end = 0;
  for (const sequence of chosen) {
    text += line.slice(end, sequence.start) + sequence.char;
    end = sequence.end;
  }
  return { text: text + line.slice(end), places: chosen.length };
}

function sequencesOf(line: string): readonly Sequence[] {
  return [...line.matchAll(new RegExp(SEQUENCE, "gu"))].flatMap(({ 0: found, index }) => {
    const char = fromBytes(found);
    // `Â` before a control is half of what was read wrong twice.
    if (char === undefined || (!isUsual(char) && !/^Â[\u0080-\u009f]/u.test(found))) return [];
    const isArabic = /[\u0600-\u06ff]/u.test(char);
    const isCertain = isTelling(char, found) && !endsCapitals(found, line.charAt(index - 1));
    return [{ start: index, end: index + found.length, char, isArabic, isCertain }];
  });
}

function certainOnes(sequences: readonly Sequence[]): ReadonlySet<Sequence> {
  const certain = new Set(sequences.filter(({ isCertain }) => isCertain));
  let run: Sequence[] = [];
  for (const sequence of sequences) {
    if (!sequence.isArabic || run.at(-1)?.end !== sequence.start) run = [];
    if (sequence.isArabic) run.push(sequence);
    if (run.length >= LEAST_ARABIC_RUN) for (const each of run.slice(-LEAST_ARABIC_RUN)) certain.add(each);
  }
  return certain;
}

/** The one character that these are the UTF-8 bytes of. */
function fromBytes(found: string): string | undefined {
  const bytes = Uint8Array.from(found, byteInWindows1252);
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError || (typeof error === "object" && error !== null && "code" in error))
      return undefined;
    throw error;
  }
}

/** Letters of the scripts of Europe and the Near East, punctuation, signs and pictures. */
function isUsual(char: string): boolean {
  return /[\u00a0-\u024f\u02c6\u02dc\u0370-\u052f\u0600-\u06ff\u1e00-\u1eff\u2000-\u26ff\ufb00-\ufdff\ufe70-\ufeff\u{1f000}-\u{1faff}]/u.test(
    char,
  );
}

/** Western letters and signs (`Ã¤`, `Â°`), quotes and dashes (`â€œ`), the euro (`â‚¬`), pictures (`ðŸ˜€`). */
function isTelling(char: string, found: string): boolean {
  if (found.startsWith("Â") || found.startsWith("Ã")) return true;
  return /[\u2010-\u203a€™\u{1f300}-\u{1faff}]/u.test(char);
}

/** A word in capitals that ends in `Ã` or `Â`, with a quote, dash or sign after it. */
function endsCapitals(found: string, before: string): boolean {
  return /^[ÂÃ][«»‘’“”…–—]$/u.test(found) && /\p{Lu}/u.test(before);
}

function lettersIn(line: string, sequences: readonly Sequence[]): number {
  let letters = 0;
  for (const { start, end } of sequences) letters += line.slice(start, end).match(/[\u00c0-\u00ff]/gu)?.length ?? 0;
  return letters;
}
