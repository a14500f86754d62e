/** What a UTF-16 code unit can be part of. Surrogates count as letters, so that a pair is never split. */
export const CharClass = { other: 0, letter: 1, mark: 2, digit: 3, space: 4, lineEnd: 5 } as const;

let table: Uint8Array | undefined;

/**
 * Class of every UTF-16 code unit, indexed by the unit. Built on first use from the Unicode properties that the
 * runtime knows; 64 KiB, shared by all texts.
 */
export function charClasses(): Uint8Array {
  table ??= buildTable();
  return table;
}

/** Value 0-9 of a decimal digit of any script of the Basic Multilingual Plane. Unicode keeps a script's ten digits in order. */
export function digitValue(code: number): number {
  if (code < 0x80) return code - 0x30;
  const classes = charClasses();
  let zero = code;
  while (code - zero < 9 && classes[zero - 1] === CharClass.digit) zero--;
  return code - zero;
}

function buildTable(): Uint8Array {
  const classes = new Uint8Array(0x10000);
  const letter = /^[\p{L}\p{Nl}]$/u;
  const mark = /^[\p{M}\u00ad\u0640\u200c\u200d]$/u;
  const digit = /^\p{Nd}$/u;
  const space = /^[\p{Zs}\t\u200b\u2060\ufeff\u200e\u200f\u202a-\u202e\u2066-\u2069]$/u;
  for (let code = 0; code < 0x10000; code++) {
    if (code >= 0xd800 && code <= 0xdfff) {
      classes[code] = CharClass.letter;
      continue;
    }
    const char = String.fromCharCode(code);
    if (letter.test(char)) classes[code] = CharClass.letter;
    else if (mark.test(char)) classes[code] = CharClass.mark;
    else if (digit.test(char)) classes[code] = CharClass.digit;
    else if (space.test(char)) classes[code] = CharClass.space;
    else if (code === 0x0a || code === 0x0d || code === 0x0b || code === 0x0c || code === 0x2028 || code === 0x2029) {
      classes[code] = CharClass.lineEnd;
    }
  }
  // Superscript two and three belong to unit words: `km²`.
  classes[0xb2] = CharClass.letter;
  classes[0xb3] = CharClass.letter;
  return classes;
}
