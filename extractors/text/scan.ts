import { HASH_SEED, hashUnit } from "../word-index.js";
import { CharClass, charClasses } from "./char-class.js";
import { codeUnits } from "./code-units.js";

/** Kinds of token. A `number` holds inner separators (`1.234,5`, `28.06.2024`), a `word` inner hyphens and apostrophes. */
export const TokenKind = { word: 1, number: 2, symbol: 3, lineEnd: 4 } as const;

/** Tokens of one text, in order, as parallel arrays; white space has none. Offsets are UTF-16 units of the text. */
export interface Tokens {
  readonly length: number;
  /** Code units of the text. */
  readonly units: Uint16Array;
  readonly kind: Uint8Array;
  readonly start: Uint32Array;
  readonly end: Uint32Array;
  /** Hash of a word or sign as written, by `hashUnit`; 0 for numbers and line ends. */
  readonly hash: Int32Array;
}

const APOSTROPHE = 0x27;
const RIGHT_QUOTE = 0x2019;
const HYPHEN = 0x2d;
const UNICODE_HYPHEN = 0x2010;
const NO_BREAK_HYPHEN = 0x2011;
const FULL_STOP = 0x2e;
const COMMA = 0x2c;
const ARABIC_DECIMAL = 0x066b;
const ARABIC_THOUSANDS = 0x066c;
const ARABIC_COMMA = 0x060c;

/**
 * One pass over the text by code unit. Linear, and allocates four typed arrays whatever the text. `units` are those of the
 * text, where they are known already.
 */
export function scan(text: string, units = codeUnits(text)): Tokens {
  const classes = charClasses();
  const size = units.length;
  let capacity = Math.max(16, size >> 1);
  let kind = new Uint8Array(capacity);
  let start = new Uint32Array(capacity);
  let end = new Uint32Array(capacity);
  let hash = new Int32Array(capacity);
  let count = 0;
  let at = 0;
  while (at < size) {
    const code = units[at] ?? 0;
    const charClass = classes[code];
    if (charClass === CharClass.space) {
      at++;
      continue;
    }
    const from = at++;
    let tokenKind: number;
    let tokenHash = 0;
    if (charClass === CharClass.letter || charClass === CharClass.mark) {
      tokenKind = TokenKind.word;
      tokenHash = hashUnit(HASH_SEED, code);
      for (; at < size; at++) {
        const unit = units[at] ?? 0;
        if (!isOfWord(classes[unit]) && !(joinsLetters(unit) && classAt(units, at + 1, classes) === CharClass.letter))
          break;
        tokenHash = hashUnit(tokenHash, unit);
      }
    } else if (charClass === CharClass.digit || isLeadingPoint(units, from, classes)) {
      tokenKind = TokenKind.number;
      at = numberEnd(units, at, classes);
    } else if (charClass === CharClass.lineEnd) {
      tokenKind = TokenKind.lineEnd;
    } else {
      tokenKind = TokenKind.symbol;
      tokenHash = hashUnit(HASH_SEED, code);
    }
    if (count === capacity) {
      capacity *= 2;
      kind = grow(kind, new Uint8Array(capacity));
      start = grow(start, new Uint32Array(capacity));
      end = grow(end, new Uint32Array(capacity));
      hash = grow(hash, new Int32Array(capacity));
    }
    kind[count] = tokenKind;
    start[count] = from;
    end[count] = at;
    hash[count] = tokenHash;
    count++;
  }
  return { length: count, units, kind, start, end, hash };
}

/** Class of the code unit at an offset; white space beyond either end. */
function classAt(units: Uint16Array, at: number, classes: Uint8Array): number | undefined {
  return at >= 0 && at < units.length ? classes[units[at] ?? 0] : CharClass.space;
}

function isOfWord(charClass: number | undefined): boolean {
  return charClass === CharClass.letter || charClass === CharClass.mark;
}

/** `,77`: a separator with a digit behind it and nothing in front. */
function isLeadingPoint(units: Uint16Array, at: number, classes: Uint8Array): boolean {
  const code = units[at] ?? 0;
  if (code !== COMMA && code !== FULL_STOP && code !== ARABIC_DECIMAL) return false;
  if (classAt(units, at + 1, classes) !== CharClass.digit) return false;
  const before = classAt(units, at - 1, classes);
  return before === CharClass.space || before === CharClass.lineEnd;
}

/** Digits; a separator only between two digits. */
function numberEnd(units: Uint16Array, from: number, classes: Uint8Array): number {
  let at = from;
  while (at < units.length) {
    const code = units[at] ?? 0;
    if (classes[code] === CharClass.digit) at++;
    else if (separatesDigits(code) && classAt(units, at + 1, classes) === CharClass.digit) at += 2;
    else break;
  }
  return at;
}

function separatesDigits(code: number): boolean {
  return (
    code === FULL_STOP ||
    code === COMMA ||
    code === APOSTROPHE ||
    code === RIGHT_QUOTE ||
    code === ARABIC_DECIMAL ||
    code === ARABIC_THOUSANDS ||
    code === ARABIC_COMMA
  );
}

/** A hyphen or apostrophe, which belongs to a word only between two letters. */
function joinsLetters(code: number): boolean {
  return (
    code === HYPHEN ||
    code === APOSTROPHE ||
    code === RIGHT_QUOTE ||
    code === UNICODE_HYPHEN ||
    code === NO_BREAK_HYPHEN
  );
}

function grow<T extends Uint8Array | Uint32Array | Int32Array>(from: T, to: T): T {
  to.set(from);
  return to;
}
