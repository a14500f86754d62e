/** Scripts that newspapers are written in, by ISO 15924 code. The letters of all others count as one more script. */
const SCRIPTS = [
  "Latn",
  "Arab",
  "Cyrl",
  "Grek",
  "Hebr",
  "Deva",
  "Beng",
  "Thai",
  "Hani",
  "Hira",
  "Kana",
  "Hang",
  "Armn",
  "Geor",
  "Ethi",
  "Taml",
  "Telu",
  "Knda",
  "Mlym",
  "Gujr",
  "Guru",
  "Sinh",
  "Khmr",
  "Laoo",
  "Mymr",
] as const;

/** Bits of a class that hold a letter's script as a number from 1; 0 stands for whatever is no letter. */
export const SCRIPT_BITS = 31;
const OTHER_SCRIPT = SCRIPTS.length + 1;
/** Script numbers are below this. */
export const SCRIPT_LIMIT = OTHER_SCRIPT + 1;
/** Stands inside a word but is no letter of it: vowel mark, tatweel, soft hyphen, joiner. */
const DROPPED = 32;
/** A letter outside ASCII: it tells languages apart even in an unknown word. */
export const BEYOND_ASCII = 64;

const CODE_UNITS = 0x10000;
/** From here on stand ligatures, shaped Arabic letters and full-width ones; each is folded to the letter it begins with. */
const FIRST_COMPATIBILITY_FORM = 0xf900;
const DROPPED_SIGNS = /[\p{M}\u0640\u00ad\u200d]+/gu;

/** Tables with an entry for every UTF-16 code unit. Surrogates are no letters: profiles stay in the first plane. */
export interface LetterClasses {
  /** Script number and flags; 0 for a code unit that ends a word. */
  readonly kinds: Uint8Array;
  /** The letter in lower case; 0 for what profiles leave out of words. */
  readonly folded: Uint16Array;
}

export function buildLetterClasses(): LetterClasses {
  const units = everyCodeUnit();
  const kinds = new Uint8Array(CODE_UNITS);
  for (const [start, end] of runsOf(units, /\p{L}+/gu)) kinds.fill(OTHER_SCRIPT, start, end);
  for (const [index, script] of SCRIPTS.entries()) {
    for (const [start, end] of runsOf(units, new RegExp(`\\p{Script=${script}}+`, "gu"))) {
      for (let unit = start; unit < end; unit++) if (kinds[unit] === OTHER_SCRIPT) kinds[unit] = index + 1;
    }
  }
  const folded = new Uint16Array(CODE_UNITS);
  for (let unit = 0; unit < CODE_UNITS; unit++) folded[unit] = kinds[unit] === 0 ? 0 : unit;
  for (const [start, end] of runsOf(units, /[\p{Lu}\p{Lt}]+/gu)) {
    for (let unit = start; unit < end; unit++) folded[unit] = units.charAt(unit).toLowerCase().charCodeAt(0);
  }
  for (let unit = FIRST_COMPATIBILITY_FORM; unit < CODE_UNITS; unit++) {
    if (folded[unit] !== 0) folded[unit] = units.charAt(unit).normalize("NFKC").toLowerCase().charCodeAt(0);
  }
  for (let unit = 0x80; unit < CODE_UNITS; unit++) {
    const kind = kinds[unit] ?? 0;
    if (kind !== 0) kinds[unit] = kind | BEYOND_ASCII;
  }
  for (const [start, end] of runsOf(units, DROPPED_SIGNS)) {
    kinds.fill(DROPPED, start, end);
    folded.fill(0, start, end);
  }
  return { kinds, folded };
}

/** Every code unit at its own offset; surrogates are blanked, so that no two of them join into one character. */
function everyCodeUnit(): string {
  const units = new Uint16Array(CODE_UNITS);
  for (let unit = 0; unit < CODE_UNITS; unit++) units[unit] = unit >= 0xd800 && unit < 0xe000 ? 0x20 : unit;
  return new TextDecoder("utf-16le", { ignoreBOM: true }).decode(units);
}

function* runsOf(units: string, pattern: RegExp): Generator<readonly [start: number, end: number]> {
  for (const run of units.matchAll(pattern)) yield [run.index, run.index + run[0].length];
}
