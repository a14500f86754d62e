import type { Span } from "../../pipeline/model/span.js";
import type { Lexicon } from "../lexicon/lexicon.js";
import type { Lookup } from "../lexicon/look-up.js";
import { hasAny, senseSet } from "../lexicon/sense-set.js";
import { CharClass, charClasses } from "./char-class.js";
import { TokenKind, type Tokens } from "./scan.js";

/** A sentence: its span in the text and its tokens, `to` exclusive. */
export interface SentenceTokens {
  readonly span: Span;
  readonly from: number;
  readonly to: number;
}

/** A text in one language, its words looked up. */
export interface LookedUpText {
  readonly text: string;
  readonly tokens: Tokens;
  readonly lookups: readonly (Lookup | undefined)[];
  /** Bits of `Opening` by token. */
  readonly openings: Uint8Array;
  readonly lexicon: Lexicon;
}

const ENDING = ".!?؟…۔";
const CLOSING = "\"'”’»›)]“";

/**
 * Splits the tokens `from` to `to` of one paragraph into sentences. A dot ends none behind an abbreviation, an initial,
 * or, where a dot makes ordinals, behind a number, nor in front of a small letter.
 */
export function splitSentences(words: LookedUpText, from: number, to: number): readonly SentenceTokens[] {
  const { text, tokens } = words;
  const sentences: SentenceTokens[] = [];
  let first = from;
  for (let at = from; at < to; at++) {
    if (tokens.kind[at] !== TokenKind.symbol || !ENDING.includes(text.charAt(tokens.start[at] ?? 0))) continue;
    let next = at + 1;
    while (next < to && isClosing(text, tokens, next)) next++;
    if (!endsSentence(words, first, at, next, to)) continue;
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

/** Whether the sign at `at` ends the sentence that begins at `first`; `next` is the token behind it and what closes it. */
function endsSentence(words: LookedUpText, first: number, at: number, next: number, to: number): boolean {
  const { text, tokens } = words;
  if (next >= to) return true;
  const gap = text.charCodeAt(tokens.end[next - 1] ?? 0);
  if (charClasses()[gap] !== CharClass.space) return false;
  if (text.charAt(tokens.start[at] ?? 0) !== ".") return !startsSmall(text, tokens, next);
  if (at > first && tokens.end[at - 1] === tokens.start[at] && keepsDot(words, at - 1, next)) return false;
  return !startsSmall(text, tokens, next);
}

/** Whether the dot belongs to the token in front of it. */
function keepsDot({ text, tokens, lookups, lexicon }: LookedUpText, before: number, next: number): boolean {
  const start = tokens.start[before] ?? 0;
  const length = (tokens.end[before] ?? 0) - start;
  if (tokens.kind[before] === TokenKind.word) {
    if (lookups[before]?.dotted === true) return true;
    // `16. نوفمبر. 2016`
    if (lookups[before]?.entry?.senses?.month !== undefined && isDottedDate({ text, tokens, lexicon }, before))
      return true;
    // `t.o.m.` goes on to its last letter.
    return length === 1 && (isCapitalAt(text, start) || isSign(text, tokens, before - 1, "."));
  }
  if (tokens.kind[before] !== TokenKind.number) return false;
  const word = tokens.kind[next] === TokenKind.word ? lookups[next]?.entry : undefined;
  const behind = word?.senses;
  if (length <= 2 && behind?.month !== undefined) return true;
  if (!lexicon.numbers.ordinalDot) return false;
  // `31. 12. 1996`
  if (length <= 2 && tokens.kind[next] === TokenKind.number) return true;
  if (isDashBeforeNumber(text, tokens, next)) return true;
  if (length > 3) return false;
  if (tokens.kind[next] !== TokenKind.word) return false;
  if (!lexicon.nounPhrase.capitalNouns) return false;
  // `auf Platz 6. Fünf Schulen …`: no ordinal stands in front of a cardinal.
  if (word?.number?.composition === "add" && !word.number.ordinal) return false;
  // `am 3. Oktober` goes on; `… waren es 12. Der …` does not.
  return behind === undefined || !hasAny(behind, OPENERS);
}

/** Whether a month stands between a day and a year, each with a dot, where a dot makes no ordinals. */
export function isDottedDate(
  { text, tokens, lexicon }: Pick<LookedUpText, "text" | "tokens" | "lexicon">,
  month: number,
): boolean {
  const { kind, start, end } = tokens;
  if (lexicon.numbers.ordinalDot || kind[month - 2] !== TokenKind.number || !isSignAt(text, tokens, month - 1, "."))
    return false;
  const year = month + 2;
  return (
    isSignAt(text, tokens, month + 1, ".") &&
    kind[year] === TokenKind.number &&
    (end[year] ?? 0) - (start[year] ?? 0) === 4
  );
}

/** Whether a token is a sign, written together with the one in front of it. */
function isSignAt(text: string, tokens: Tokens, at: number, sign: string): boolean {
  const start = tokens.start[at] ?? text.length;
  return text.charAt(start) === sign && start === tokens.end[at - 1];
}

/** Whether a token is a sign, written together with the next one. */
function isSign(text: string, tokens: Tokens, at: number, sign: string): boolean {
  const start = tokens.start[at] ?? text.length;
  return text.charAt(start) === sign && tokens.end[at] === tokens.start[at + 1];
}

const OPENERS = senseSet(["stop", "determiner", "clause"]);

function isCapitalAt(text: string, at: number): boolean {
  const letter = text.charAt(at);
  return letter !== letter.toLowerCase();
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
