/**
 * What an English name of a concept and its plural have in common: `post office` and `Post offices`, `person` and `people`.
 * No word of English, but the same for both.
 */
export function conceptKey(name: string): string {
  return name
    .normalize("NFKC")
    .toLowerCase()
    .split(SEPARATORS)
    .filter((word) => word !== "")
    .map((word) => IRREGULAR.get(word) ?? withoutPlural(word.replace(/['’]s?$/u, "")))
    .join(" ");
}

function withoutPlural(word: string): string {
  if (/(?:ss|us|is)$/u.test(word) || word.length < 4) return word;
  if (word.endsWith("ies")) return `${word.slice(0, -3)}y`;
  if (/(?:s|x|ch|sh)es$/u.test(word)) return word.slice(0, /(?:ss|x|ch|sh)es$/u.test(word) ? -2 : -1);
  return word.endsWith("s") ? word.slice(0, -1) : word;
}

const SEPARATORS = /[\s\u2010-\u2015-]+/u;
const IRREGULAR: ReadonlyMap<string, string> = new Map([
  ["people", "person"],
  ["persons", "person"],
  ["children", "child"],
  ["men", "man"],
  ["women", "woman"],
  ["feet", "foot"],
  ["wives", "wife"],
  ["lives", "life"],
  ["knives", "knife"],
  ["shelves", "shelf"],
  ["wolves", "wolf"],
  ["calves", "calf"],
  ["buses", "bus"],
  ["viruses", "virus"],
  ["crises", "crisis"],
  ["analyses", "analysis"],
]);
