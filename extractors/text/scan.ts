import { HASH_SEED, hashUnit } from "../word-index.js";
import { CharClass, charClasses } from "./char-class.js";

/** Kinds of token. A `number` holds inner separators (`1.234,5`, `28.06.2024`), a `word` inner hyphens and apostrophes. */
export const TokenKind = { word: 1, number: 2, symbol: 3, lineEnd: 4 } as const;

/** Tokens of one text, in order, as parallel arrays; white space has none. Offsets are UTF-16 units of the text. */
export interface Tokens {
  readonly length: number;
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
const NUMBER_SEPARATORS = [0x2e, 0x2c, APOSTROPHE, RIGHT_QUOTE, 0x066b, 0x066c, 0x060c];

/** One pass over the text by code unit. Linear, and allocates four typed arrays whatever the text. */
export function scan(text: string): Tokens {
  const classes = charClasses();
  const size = text.length;
  let capacity = Math.max(16, size >> 1);
  let kind = new Uint8Array(capacity);
  let start = new Uint32Array(capacity);
  let end = new Uint32Array(capacity);
  let hash = new Int32Array(capacity);
  let count = 0;
  let at = 0;
  while (at < size) {
    const code = text.charCodeAt(at);
    const charClass = classes[code];
    if (charClass === CharClass.space) {
      at++;
      continue;
    }
    const from = at;
    let tokenKind: number;
    if (charClass === CharClass.letter || charClass === CharClass.mark) {
      at = wordEnd(text, at + 1, classes);
      tokenKind = TokenKind.word;
    } else if (charClass === CharClass.digit || isLeadingPoint(text, at, classes)) {
      at = numberEnd(text, at + 1, classes);
      tokenKind = TokenKind.number;
    } else {
      at++;
      tokenKind = charClass === CharClass.lineEnd ? TokenKind.lineEnd : TokenKind.symbol;
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
    if (tokenKind === TokenKind.word || tokenKind === TokenKind.symbol) hash[count] = hashOf(text, from, at);
    count++;
  }
  return { length: count, kind, start, end, hash };
}

/** `,77`: a separator with a digit behind it and nothing in front. */
function isLeadingPoint(text: string, at: number, classes: Uint8Array): boolean {
  const code = text.charCodeAt(at);
  if (code !== 0x2c && code !== 0x2e && code !== 0x066b) return false;
  if (classes[text.charCodeAt(at + 1)] !== CharClass.digit) return false;
  const before = at === 0 ? CharClass.space : classes[text.charCodeAt(at - 1)];
  return before === CharClass.space || before === CharClass.lineEnd;
}

/** Letters and marks; a hyphen or apostrophe only between two letters. */
function wordEnd(text: string, from: number, classes: Uint8Array): number {
  let at = from;
  for (;;) {
    const code = text.charCodeAt(at);
    const charClass = classes[code];
    if (charClass === CharClass.letter || charClass === CharClass.mark) at++;
    else if (joinsLetters(code) && classes[text.charCodeAt(at + 1)] === CharClass.letter) at += 2;
    else return at;
    if (at >= text.length) return text.length;
  }
}

/** Digits; a separator only between two digits. */
function numberEnd(text: string, from: number, classes: Uint8Array): number {
  let at = from;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (classes[code] === CharClass.digit) at++;
    else if (NUMBER_SEPARATORS.includes(code) && classes[text.charCodeAt(at + 1)] === CharClass.digit) at += 2;
    else break;
  }
  return at;
}

function hashOf(text: string, start: number, end: number): number {
  let hash = HASH_SEED;
  for (let at = start; at < end; at++) hash = hashUnit(hash, text.charCodeAt(at));
  return hash;
}

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
