import { isCapital } from "../elements/is-capital.js";
import { hasAny, senseSet } from "../lexicon/sense-set.js";
import type { SentenceView } from "../rules/match.js";
import { readNounPhrase } from "./noun-phrase.js";

const YEARS = { first: 1000, last: 2100 };
const SHORTEST_VERB = 6;

/** What may stand between the sentence's beginning and its first year: `Bereits vor 1189 …`. */
const OPENERS = senseSet(["filler", "time_preposition"]);
const VERBS = senseSet(["verb", "link_verb", "change", "auxiliary"]);
/** Behind a number these say that it counts, or that there are two of it. */
const COUNTS = senseSet([
  "of",
  "of_them",
  "to",
  "times",
  "modifier_after",
  "join",
  "and",
  "unit",
  "currency",
  "percent",
]);
/** What goes on behind a verb and its subject, and not behind a noun that a number counts. */
const GOES_ON = senseSet(["determiner", "stop", "filler", "modifier"]);

/**
 * Whether the number at an element is a year because its sentence begins with it and the verb stands in the second place:
 * `1246 verlieh der König …`. A word that may as well be a participle in front of a noun (`1812 marschierte Napoleon in …`)
 * is a verb when an article, a preposition or an adverb follows that noun.
 */
export function isYearOfVerb(view: SentenceView, at: number): boolean {
  const { text, elements, lexicon } = view;
  const { capitalNouns, pastEndings } = lexicon.nounPhrase;
  if (!capitalNouns || pastEndings.length === 0 || !isFourDigitYear(view, at) || !beginsSentence(view, at))
    return false;
  const verb = elements[at + 1];
  if (verb?.type !== "word" || isCapital(text, verb) || hasAny(verb.senses, COUNTS)) return false;
  if (hasAny(verb.senses, VERBS)) return true;
  if (verb.senses.adjective !== undefined || verb.senses.stop !== undefined) return false;
  const counted = readNounPhrase(view, at + 1);
  if (counted === undefined) return verb.key.length >= SHORTEST_VERB;
  const isPast = verb.key.length >= SHORTEST_VERB && pastEndings.some((ending) => verb.key.endsWith(ending));
  const behind = elements[counted.to];
  return isPast && behind !== undefined && hasAny(behind.senses, GOES_ON) && !hasAny(behind.senses, VERBS);
}

function isFourDigitYear({ elements }: SentenceView, at: number): boolean {
  const number = elements[at]?.number;
  if (number?.plain !== true || number.ordinal || number.digits?.length !== 4) return false;
  const value = Number(number.value);
  return value >= YEARS.first && value <= YEARS.last && value % 1000 !== 0;
}

function beginsSentence({ elements }: SentenceView, at: number): boolean {
  let from = at - 1;
  while (from >= 0 && hasAny(elements[from]?.senses ?? NOTHING, OPENERS)) from--;
  return from < 0 || elements[from]?.key === ";";
}

const NOTHING = { bits0: 0, bits1: 0, bits2: 0 };
