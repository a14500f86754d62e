import { scan, TokenKind } from "../text/scan.js";

/**
 * The words of a phrase as written, and its commas; other signs and numbers are left out. So is the cut first part of a
 * compound: `Partei-` in `Partei- und Staatsstellen`.
 */
export function wordsOfPhrase(phrase: string): readonly string[] {
  const tokens = scan(phrase);
  const written = (at: number) => phrase.slice(tokens.start[at], tokens.end[at]);
  const words: string[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const isWord = tokens.kind[at] === TokenKind.word;
    const isCut = isWord && tokens.start[at + 1] === tokens.end[at] && isHyphen(written(at + 1));
    if ((isWord && !isCut) || isComma(written(at))) words.push(written(at));
  }
  return words;
}

export function isComma(sign: string): boolean {
  return sign === "," || sign === "،" || sign === ";";
}

function isHyphen(sign: string): boolean {
  return sign === "-" || sign === "\u2010" || sign === "\u2011";
}
