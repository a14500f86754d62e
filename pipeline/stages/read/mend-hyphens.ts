/** How often each word stands in a text; a word with hyphens inside counts whole. */
export type WordCounts = ReadonlyMap<string, number>;

const WORD = /[\p{L}\p{M}\p{N}‐-]+/gu;
const LAST_WORD = /[\p{L}\p{M}\p{N}‐-]{1,80}$/u;
const FIRST_WORD = /^[\p{L}\p{M}\p{N}‐-]{1,80}/u;
const LONGEST_WORD = 80;
const HYPHEN_AT_END = /[\p{L}\p{N}][-‐]$/u;
/** What joins two words of which the first is cut short, as in `Strom- und Gasnetz`, is short and frequent. */
const LONGEST_JOINER = 5;
const LEAST_JOINERS = 2;

export function countWords(lines: readonly string[]): WordCounts {
  const counts = new Map<string, number>();
  for (const line of lines) {
    for (const [word] of line.matchAll(WORD)) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}

/**
 * A line as it stands before the next one of its paragraph, with a space at its end or without. A word that was parted
 * at the line end is whole again; a hyphen that belongs to the word stays: before a capital letter or a number, in a
 * doubled word, where the text has the word with its hyphen elsewhere, and at a word that another one completes after a
 * joining word.
 */
export function mendHyphens(line: string, next: string, counts: WordCounts): string {
  if (line.endsWith("\u00ad")) return line.slice(0, -1);
  const tail = line.slice(-LONGEST_WORD);
  if (!HYPHEN_AT_END.test(tail)) return line === "" ? "" : `${line} `;
  const first = LAST_WORD.exec(tail)?.[0] ?? "";
  const second = FIRST_WORD.exec(next)?.[0] ?? "";
  if (second === "" || isJoiner(second, counts)) return `${line} `;
  if (!/^\p{Ll}/u.test(second) || isDoubled(first.slice(0, -1), second) || counts.has(first + second)) {
    return line;
  }
  return line.slice(0, -1);
}

function isJoiner(word: string, counts: WordCounts): boolean {
  return /^\p{Ll}{2,}$/u.test(word) && word.length <= LONGEST_JOINER && (counts.get(word) ?? 0) > LEAST_JOINERS;
}

/** `anak-anak`, `undang-undangan`: the second part begins as the first, or as it does behind its prefix. */
function isDoubled(first: string, second: string): boolean {
  const stem = second.slice(0, 4).toLowerCase();
  const at = first.toLowerCase().lastIndexOf(stem);
  return stem.length > 2 && at >= 0 && second.toLowerCase().startsWith(first.slice(at).toLowerCase());
}
