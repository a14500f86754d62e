import type { Span } from "../../pipeline/model/span.js";
import type { Lexicon } from "../lexicon/lexicon.js";
import { lookUp } from "../lexicon/look-up.js";
import { CharClass, charClasses } from "./char-class.js";
import { TokenKind, type Tokens } from "./scan.js";

/** A sentence: its span in the text and its tokens, `to` exclusive. */
export interface SentenceTokens {
  readonly span: Span;
  readonly from: number;
  readonly to: number;
}

const ENDING = ".!?؟…۔";
const CLOSING = "\"'”’»›)]“";

/**
 * Splits the tokens `from` to `to` of one paragraph into sentences. A dot ends none behind an abbreviation, an initial,
 * or, where a dot makes ordinals, behind a number, nor in front of a small letter.
 */
export function splitSentences(
  text: string,
  tokens: Tokens,
  from: number,
  to: number,
  lexicon: Lexicon,
): readonly SentenceTokens[] {
  const sentences: SentenceTokens[] = [];
  let first = from;
  for (let at = from; at < to; at++) {
    if (tokens.kind[at] !== TokenKind.symbol || !ENDING.includes(text.charAt(tokens.start[at] ?? 0))) continue;
    if (!endsSentence(text, tokens, first, at, to, lexicon)) continue;
    let next = at + 1;
    while (next < to && isClosing(text, tokens, next)) next++;
    sentences.push(sentenceOf(tokens, first, next));
    first = next;
    at = next - 1;
  }
  if (first < to) sentences.push(sentenceOf(tokens, first, to));
  return sentences;
}

function sentenceOf(tokens: Tokens, from: number, to: number): SentenceTokens {
  return { span: { start: tokens.start[from] ?? 0, end: tokens.end[to - 1] ?? 0 }, from, to };
}

/** A closing sign glued to the sentence's end, or a further full stop. */
function isClosing(text: string, tokens: Tokens, at: number): boolean {
  if (tokens.kind[at] !== TokenKind.symbol || tokens.start[at] !== tokens.end[at - 1]) return false;
  const sign = text.charAt(tokens.start[at] ?? 0);
  return CLOSING.includes(sign) || ENDING.includes(sign);
}

function endsSentence(text: string, tokens: Tokens, first: number, at: number, to: number, lexicon: Lexicon): boolean {
  let next = at + 1;
  while (next < to && isClosing(text, tokens, next)) next++;
  if (next >= to) return true;
  const gap = text.charCodeAt(tokens.end[next - 1] ?? 0);
  if (charClasses()[gap] !== CharClass.space) return false;
  if (text.charAt(tokens.start[at] ?? 0) !== ".") return !startsSmall(text, tokens, next);
  if (at > first && tokens.end[at - 1] === tokens.start[at] && keepsDot(text, tokens, at - 1, next, lexicon))
    return false;
  return !startsSmall(text, tokens, next);
}

/** Whether the dot belongs to the token in front of it. */
function keepsDot(text: string, tokens: Tokens, before: number, next: number, lexicon: Lexicon): boolean {
  const word = text.slice(tokens.start[before], tokens.end[before]);
  if (tokens.kind[before] === TokenKind.word) {
    const isInitial = word.length === 1 && word !== word.toLowerCase();
    return isInitial || lexicon.abbreviations.has(lookUp(word, lexicon).key);
  }
  if (tokens.kind[before] !== TokenKind.number) return false;
  const wordBehind = tokens.kind[next] === TokenKind.word ? text.slice(tokens.start[next], tokens.end[next]) : "";
  if (word.length <= 2 && lookUp(wordBehind, lexicon).entry?.senses?.month !== undefined) return true;
  if (!lexicon.numbers.ordinalDot) return false;
  // `31. 12. 1996`
  if (word.length <= 2 && tokens.kind[next] === TokenKind.number) return true;
  if (isDashBeforeNumber(text, tokens, next)) return true;
  if (word.length > 3) return false;
  if (tokens.kind[next] !== TokenKind.word) return false;
  if (!lexicon.nounPhrase.capitalNouns) return false;
  // `am 3. Oktober` goes on; `… waren es 12. Der …` does not.
  const senses = lookUp(text.slice(tokens.start[next], tokens.end[next]), lexicon).entry?.senses;
  return senses?.stop === undefined && senses?.determiner === undefined && senses?.clause === undefined;
}

/** `14. - 15.10.2013`: the span goes on. */
function isDashBeforeNumber(text: string, tokens: Tokens, at: number): boolean {
  return "-–".includes(text.charAt(tokens.start[at] ?? text.length) || " ") && tokens.kind[at + 1] === TokenKind.number;
}

function startsSmall(text: string, tokens: Tokens, at: number): boolean {
  if (tokens.kind[at] !== TokenKind.word) return false;
  const letter = text.charAt(tokens.start[at] ?? 0);
  return letter === letter.toLowerCase() && letter !== letter.toUpperCase();
}
