/** Letters that stand at a word's end only: teh marbuta and alef maksura. */
const LAST_ONLY = "\u0629\u0649";
const ARABIC_WORD = /[\u0621-\u0652\u0670]{3,40}/gu;
/** The article, which begins every third word of a text, and the same read from behind. */
const ARTICLE = "\u0627\u0644";
const REVERSED_ARTICLE = "\u0644\u0627";
const LEAST_EVIDENCE = 3;

/**
 * Whether Arabic text has its letters in the order from left to right, as some programs write it into PDF files: words
 * begin with letters that only end words, and end with the article read backwards.
 */
export function isReversedArabic(text: string): boolean {
  let forward = 0;
  let backward = 0;
  for (const [word] of text.matchAll(ARABIC_WORD)) {
    if (LAST_ONLY.includes(word.charAt(0))) backward++;
    if (LAST_ONLY.includes(word.charAt(word.length - 1))) forward++;
    if (word.startsWith(ARTICLE)) forward++;
    if (word.endsWith(REVERSED_ARTICLE)) backward++;
  }
  return backward >= LEAST_EVIDENCE && backward > 2 * forward;
}

/** Numbers and words of scripts from left to right, which stand the right way round in a text that does not. */
const RIGHTWARD_RUN = /[\p{N}\p{Script=Latin}](?:[\p{N}\p{Script=Latin}.,:/%٪٫٬+-]{0,80}[\p{N}\p{Script=Latin}%٪])?/gu;

/** A line of reversed Arabic in the order of reading; numbers and Latin words keep theirs. */
export function turnedLine(line: string): string {
  let turned = "";
  let end = line.length;
  for (const { 0: run, index } of [...line.matchAll(RIGHTWARD_RUN)].reverse()) {
    turned += backwards(line.slice(index + run.length, end)) + run;
    end = index;
  }
  return turned + backwards(line.slice(0, end));
}

/** By code point: vowel signs stood before their letters. */
function backwards(text: string): string {
  return mirrored([...text].reverse().join(""));
}

const BRACKET = /[()[\]{}«»‹›]/u;
const BRACKETS = /[()[\]{}«»‹›]/gu;
const OPENING = "([{«‹";
const CLOSING = ")]}»›";

/** The text with its brackets and angled quotes turned round. */
export function mirrored(text: string): string {
  return text.replace(BRACKETS, (sign) => {
    const opens = OPENING.indexOf(sign);
    return opens < 0 ? OPENING.charAt(CLOSING.indexOf(sign)) : CLOSING.charAt(opens);
  });
}

/** Whether brackets of lines from right to left were kept as they look rather than as they read: closed, then opened. */
export function hasMirroredBrackets(lines: readonly string[]): boolean {
  let balance = 0;
  for (const line of lines) {
    const first = BRACKET.exec(line)?.[0];
    if (first !== undefined) balance += CLOSING.includes(first) ? 1 : -1;
  }
  return balance > 0;
}
