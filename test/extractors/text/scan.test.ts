import fc from "fast-check";
import { scan, TokenKind } from "../../../extractors/text/scan.js";

const KIND_NAMES = new Map(Object.entries(TokenKind).map(([name, kind]) => [kind as number, name]));

function tokensOf(text: string): readonly string[] {
  const tokens = scan(text);
  return Array.from({ length: tokens.length }, (_, at) => {
    const name = KIND_NAMES.get(tokens.kind[at] ?? 0);
    return `${name} ${text.slice(tokens.start[at], tokens.end[at])}`;
  });
}

describe("scan", () => {
  test.each<[string, readonly string[], string]>([
    ["", [], "no text, no tokens"],
    [" \t\u00a0\u2009\u202f", [], "white space of every width has no token"],
    ["\u200f\u202b\u2069", [], "neither have signs of direction"],
    ["Warga desa", ["word Warga", "word desa"], "words are parted by spaces"],
    ["e-mail, l'eau", ["word e-mail", "symbol ,", "word l'eau"], "a hyphen or apostrophe between letters stays inside"],
    ["Partei- und", ["word Partei", "symbol -", "word und"], "a hyphen at the end of a word does not"],
    ["-5", ["symbol -", "number 5"], "nor one in front of digits"],
    ["1.234,5", ["number 1.234,5"], "separators between digits stay inside"],
    ["1.234.", ["number 1.234", "symbol ."], "a dot at the end does not"],
    ["28.06.2024", ["number 28.06.2024"], "a date in digits is one token"],
    ["12 500", ["number 12", "number 500"], "a space always parts; groups are joined later, where a language has them"],
    ["1’234", ["number 1’234"], "the Swiss apostrophe groups"],
    ["١٬٢٣٤٫٥", ["number ١٬٢٣٤٫٥"], "Arabic digits with their own separators"],
    ["11/21", ["number 11", "symbol /", "number 21"], "a slash is a sign of its own"],
    ["5G", ["number 5", "word G"], "digits and letters part; whether they are one name is told later"],
    ["km²", ["word km²"], "raised two and three belong to the unit"],
    ["80%", ["number 80", "symbol %"], "a percent sign is no part of its number"],
    ["a\nb", ["word a", "lineEnd \n", "word b"], "the end of a line is a token"],
    ["\r\n", ["lineEnd \r", "lineEnd \n"], "each control of it for itself"],
    ["a\u2028b\u2029c", ["word a", "lineEnd \u2028", "word b", "lineEnd \u2029", "word c"], "so are Unicode's own"],
    ["مُحَمَّد", ["word مُحَمَّد"], "vowel marks stay in the word"],
    ["الـ84", ["word الـ", "number 84"], "tatweel too"],
    ["e\u0301n", ["word e\u0301n"], "so do combining accents"],
    ["\u0301\u0301", ["word \u0301\u0301"], "marks without a letter are a word of marks"],
    ["😀5", ["word 😀", "number 5"], "a surrogate pair is never split"],
    ["\ud83d 5 \udc00", ["word \ud83d", "number 5", "word \udc00"], "half a pair is a letter nobody knows"],
    ["½", ["symbol ½"], "a vulgar fraction is a sign, no digit"],
    ["§§ 7", ["symbol §", "symbol §", "number 7"], "signs are one token each"],
  ])("%j is %j: %s", (text, expected) => {
    expect(tokensOf(text)).toEqual(expected);
  });
});

const NOT_COVERED = /^[\s\u200b\u2060\ufeff\u200e\u200f\u202a-\u202e\u2066-\u2069]*$/u;
const anyText = fc.oneof(
  fc.string({ unit: "binary", maxLength: 60 }),
  fc.string({ unit: fc.constantFrom(..."aÅ9٣.,-/'’ \n\u00a0\u0301\u200fلو٫%§\ud83d\ude00"), maxLength: 60 }),
);

test("tokens are in order, do not overlap, are not empty, and leave out white space alone", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const tokens = scan(text);
      let covered = 0;
      for (let at = 0; at < tokens.length; at++) {
        const start = tokens.start[at] ?? -1;
        const end = tokens.end[at] ?? -1;
        expect(start).toBeGreaterThanOrEqual(covered);
        expect(end).toBeGreaterThan(start);
        expect(text.slice(covered, start)).toMatch(NOT_COVERED);
        covered = end;
      }
      expect(covered).toBeLessThanOrEqual(text.length);
      expect(text.slice(covered)).toMatch(NOT_COVERED);
    }),
    { numRuns: 2000 },
  );
});

test("a text longer than the first guess of its tokens loses none", () => {
  const text = "%".repeat(1000);
  expect(scan(text).length).toBe(1000);
});
