import type { Element } from "../elements/element.js";
import { isCapital } from "../elements/is-capital.js";
import { hasAny, senseSet } from "../lexicon/sense-set.js";
import type { SentenceView } from "../rules/match.js";

/** Senses that no word inside an item has. */
const ENDS = senseSet([
  "stop",
  "plain",
  "verb",
  "link_verb",
  "clause",
  "between",
  "modifier",
  "modifier_after",
  "percent",
  "every",
  "month",
  "weekday",
  "year_cue",
  "filler",
  "clock",
  "change",
  "auxiliary",
  "relative",
]);

/** Whether a noun phrase cannot go on with this element: signs, numbers, function words, verbs, the sentence's end. */
export function endsPhrase(view: SentenceView, at: number): boolean {
  const element = view.elements[at];
  if (element === undefined || element.type === "symbol") return true;
  if (element.clitic !== undefined && isPrepositional(view, element)) return true;
  if (element.senses.noun !== undefined || element.senses.measure !== undefined) return false;
  if (isCapitalNoun(view, at)) return hasAny(element.senses, UNLIKE_NOUN);
  if (element.type === "number" || hasAny(element.senses, ENDS)) return true;
  if (element.type === "code") return false;
  return isPrepositional(view, element) || isVerbByShape(view, element);
}

/** What a word stays even when it is written like a noun. */
const UNLIKE_NOUN = senseSet(["stop", "clause", "month", "weekday", "percent"]);

/** Where nouns are capitalised, a capital inside a sentence makes a noun of a verb's form: `2000 Stellen`. */
export function isCapitalNoun(view: SentenceView, at: number): boolean {
  const element = view.elements[at];
  if (!view.lexicon.nounPhrase.capitalNouns || at === 0 || element?.type !== "word") return false;
  return isCapital(view.text, element);
}

/** `dan`, `und`, `og`: a word that joins nouns. */
export function isJoin(view: SentenceView, at: number): boolean {
  return view.elements[at]?.senses.join !== undefined;
}

/** `والفروع`: a noun with the conjunction written to it. */
export function startsCoordinate(view: SentenceView, at: number): boolean {
  const element = view.elements[at];
  const clitic = element === undefined ? undefined : cliticOf(view, element);
  return clitic !== undefined && isJoinWord(view, clitic);
}

/** `وبغرامة`: the same, perhaps with a preposition between the conjunction and the noun. */
export function startsJoined(view: SentenceView, at: number): boolean {
  const element = view.elements[at];
  const clitic = element === undefined ? undefined : cliticOf(view, element);
  if (clitic === undefined) return false;
  return view.lexicon.clitics.outside.some((outside) => clitic.startsWith(outside) && isJoinWord(view, outside));
}

/** Adjectives and participles by their ending, or by name. */
export function isAdjective(view: SentenceView, element: Element): boolean {
  if (element.senses.adjective !== undefined) return true;
  if (element.senses.noun !== undefined || element.type !== "word") return false;
  return view.lexicon.nounPhrase.adjectiveEndings.some(
    (ending) => element.key.endsWith(ending) && element.key.length > ending.length + 2,
  );
}

/** The outside clitic of a word: known from its lexicon entry, or seen in front of the article. */
export function cliticOf(view: SentenceView, element: Element): string | undefined {
  if (element.clitic !== undefined) return element.clitic;
  const { outside, inside } = view.lexicon.clitics;
  return outside.find((clitic) => inside.some((article) => element.key.startsWith(clitic + article)));
}

function isPrepositional(view: SentenceView, element: Element): boolean {
  const clitic = cliticOf(view, element);
  return (
    clitic !== undefined && !isJoinWord(view, clitic) && !view.lexicon.nounPhrase.complementPrefixes.includes(clitic)
  );
}

function isJoinWord(view: SentenceView, word: string): boolean {
  return view.lexicon.entries.get(word)?.entry?.senses?.join !== undefined;
}

/** `وشاشته`: length of the conjunction written to a word that ends with the pronoun of its owner; 0 for any other word. */
export function joinedOwner(view: SentenceView, element: Element): number {
  if (element.clitic !== undefined || !isVerbByShape(view, element) || !endsWithOwner(view, element)) return 0;
  const joined = view.lexicon.clitics.outside.find(
    (clitic) => element.key.startsWith(clitic) && isJoinWord(view, clitic),
  );
  return joined?.length ?? 0;
}

/** Shortest noun that an ending may say the owner of, in letters. */
const SHORTEST_OWNED = 2;

/** `أبنائه`: whether a word ends with the pronoun of its owner, by its shape. */
export function endsWithOwner({ lexicon }: SentenceView, { key }: Element): boolean {
  return lexicon.nounPhrase.ownerEndings.some(
    (ending) => key.endsWith(ending) && key.length > ending.length + SHORTEST_OWNED,
  );
}

/** Whether a word has the shape of a verb, where shape tells. */
export function isVerbByShape(view: SentenceView, element: Element): boolean {
  if (element.type !== "word" || element.senses.noun !== undefined || element.senses.measure !== undefined)
    return false;
  return view.lexicon.nounPhrase.verbPrefixes.some(
    (prefix) => element.key.startsWith(prefix) && element.key.length > prefix.length + 3,
  );
}
