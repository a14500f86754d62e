import { type BoilerplateLexicon, boilerplateKey } from "./boilerplate-lexicon.js";

const LONGEST_LINE = 120;
const MOST_LABEL_WORDS = 3;
const MOST_NAME_WORDS = 6;
/** Small words inside names: `von`, `de`, `bin`, `og`. */
const LONGEST_SMALL_WORD = 3;
const COLON = /[:：]$/u;
const NAME = /^[\p{Lu}\p{Lo}][\p{L}\p{M}.'’-]*,?$/u;
const SMALL_WORD = /^[\p{Ll}\p{Lo}]+$/u;
/** What stands behind a name in its line: a place, an office, a date. */
const BEHIND_NAME = /\s[|/–—-]\s|[,،(|/]/u;
const SENTENCE_END = /[.!?؟۔…]$/u;

/**
 * The name in a line that says who wrote the article: `Von Jana Petzold`, `Oleh: Budi Santoso`, `بقلم: أحمد سالم`.
 * `undefined` for any other line; without a colon the name must be two words that begin with capitals.
 */
export function bylineOf(line: string, { bylineLabels }: Pick<BoilerplateLexicon, "bylineLabels">): string | undefined {
  const trimmed = line.trim();
  if (trimmed.length > LONGEST_LINE) return undefined;
  const words = trimmed.split(/\s+/u);
  for (let count = Math.min(MOST_LABEL_WORDS, words.length - 1); count > 0; count--) {
    const label = words.slice(0, count).join(" ");
    const hasColon = COLON.test(label);
    if (!bylineLabels.has(boilerplateKey(label.replace(COLON, "")))) continue;
    return nameIn(words.slice(count).join(" "), hasColon);
  }
  return undefined;
}

function nameIn(rest: string, hasColon: boolean): string | undefined {
  const name = rest.split(BEHIND_NAME, 1)[0]?.trim() ?? "";
  if (name === "" || (!hasColon && SENTENCE_END.test(rest))) return undefined;
  const words = name.split(" ");
  if (words.length > MOST_NAME_WORDS || words.length < (hasColon ? 1 : 2)) return undefined;
  const first = words[0] ?? "";
  const last = words.at(-1) ?? "";
  if (!NAME.test(first) || !NAME.test(last)) return undefined;
  // Scripts without capitals tell no name from a sentence.
  if (!hasColon && /^\p{Lo}/u.test(first)) return undefined;
  const fits = words.every((word) => NAME.test(word) || (word.length <= LONGEST_SMALL_WORD && SMALL_WORD.test(word)));
  return fits ? name : undefined;
}
