import { isCapital } from "../elements/is-capital.js";
import type { SentenceView } from "../rules/match.js";

const YEARS = { first: 1000, last: 2100 };
const SHORTEST_PARTICIPLE = 7;

/**
 * Whether the number at an element is the year of a participle: `der 1897 errichtete Turm`, `ein 1764 erbautes Haus`. It
 * stands behind an article in four digits, and the word behind it has an ending that the language gives to participles.
 * A round hundred may as well count: `die 1200 verkauften Karten`.
 */
export function isYearOfParticiple({ text, elements, lexicon }: SentenceView, at: number): boolean {
  const { participleEndings } = lexicon.nounPhrase;
  if (participleEndings.length === 0) return false;
  const number = elements[at]?.number;
  if (number?.plain !== true || number.ordinal || number.digits?.length !== 4) return false;
  const value = Number(number.value);
  if (value < YEARS.first || value > YEARS.last || value % 100 === 0) return false;
  const before = elements[at - 1];
  // `der um 1490 entstandene Altar`; behind a word of degree it counts.
  const isTimed = before?.senses.time_preposition !== undefined && before.senses.modifier === undefined;
  const article = isTimed ? elements[at - 2] : before;
  if (article?.senses.determiner === undefined && article?.number?.weak !== true) return false;
  const participle = elements[at + 1];
  if (participle?.type !== "word" || participle.key.length < SHORTEST_PARTICIPLE || isCapital(text, participle))
    return false;
  return participleEndings.some((ending) => participle.key.endsWith(ending));
}
