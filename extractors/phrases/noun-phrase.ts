import type { Element } from "../elements/element.js";
import { isCapital } from "../elements/is-capital.js";
import { isComma } from "../elements/is-comma.js";
import type { NounPhrase, SentenceView } from "../rules/match.js";
import { cliticOf, endsPhrase, endsWithOwner, isAdjective, isJoin, startsCoordinate } from "./ends-phrase.js";

/**
 * The noun phrase that begins at an element: what a number in front of it counts. Classifiers and determiners at its
 * start are left out. Undefined where no noun stands.
 */
export function readNounPhrase(view: SentenceView, at: number): NounPhrase | undefined {
  const { nounPhrases } = view;
  let phrase = nounPhrases.get(at);
  if (phrase === undefined && !nounPhrases.has(at)) {
    phrase = nounPhraseFrom(view, at);
    nounPhrases.set(at, phrase);
  }
  return phrase;
}

function nounPhraseFrom(view: SentenceView, at: number): NounPhrase | undefined {
  if (isOtherPhrase(view, at)) return undefined;
  // `مقتل 12 وإصابة 20`: what a conjunction joins to a number is not what the number counts.
  const before = view.elements[at - 1];
  const isCounted = before?.number !== undefined || before?.senses.percent !== undefined;
  if (isCounted && startsCoordinate(view, at)) return undefined;
  const from = skipOpeners(view, at);
  const { nounPhrase } = view.lexicon;
  const core = nounPhrase.modifiers === "after" ? headFirst(view, from) : headLast(view, from);
  if (core === undefined) return classifierAlone(view, at, from);
  return coordinated(view, core);
}

/** The noun phrase that ends right in front of an element, head first. Undefined where no noun stands. */
export function nounPhraseBefore(view: SentenceView, at: number): NounPhrase | undefined {
  let from = at;
  while (at - from < view.lexicon.nounPhrase.maxWords && !endsPhrase(view, from - 1) && !isJoin(view, from - 1)) from--;
  return from < at ? phrase(view, from, at, from) : undefined;
}

/**
 * Whether the word right in front of an element is definite, so that a number with the article behind it counts that: by
 * the article (`القارات السبع`), or for a number up to ten in words by its owner (`أبنائه الثلاثة`).
 */
export function followsDefiniteNoun(view: SentenceView, at: number): boolean {
  const noun = view.elements[at - 1];
  if (noun?.type !== "word") return false;
  const number = view.elements[at]?.number;
  const isSmall = number?.spelled === true && Number(number.value) > 2 && Number(number.value) <= MOST_OWNED;
  return hasArticle(view, at - 1) || (isSmall && endsWithOwner(view, noun));
}

/** A larger number behind a noun with its owner may be an ordinal: `ميلاده الستين`. */
const MOST_OWNED = 19;

/** Whether a word has the article. As written, since folding gives `ألف` the letters of the article. */
export function hasArticle({ text, elements, lexicon }: SentenceView, at: number): boolean {
  const start = elements[at]?.start;
  return start !== undefined && lexicon.clitics.inside.some((article) => text.startsWith(article, start));
}

/** `dua unit tanker` counts tankers; `lima orang` counts people. */
function classifierAlone(view: SentenceView, at: number, from: number): NounPhrase | undefined {
  for (let index = from - 1; index >= at; index--) {
    if (view.elements[index]?.senses.classifier !== undefined) return phrase(view, index, index + 1, index);
  }
  return undefined;
}

/** `gewann 1974 die Meisterschaft`: an article right behind a number begins another phrase, unless it says `of`. */
function isOtherPhrase(view: SentenceView, at: number): boolean {
  const { elements, lexicon } = view;
  const senses = elements[at]?.senses;
  const before = elements[at - 1];
  const isCounted = before?.number !== undefined && before.number.denominator === undefined;
  if (isCounted || before?.senses.percent !== undefined) {
    // A numeral never counts a noun with the article behind it: `50% المتبقية`.
    if (hasArticle(view, at)) return true;
  }
  if (lexicon.nounPhrase.modifiers === "after" || senses?.determiner === undefined || senses.of !== undefined)
    return false;
  return elements[at - 1]?.type === "number";
}

function skipOpeners(view: SentenceView, at: number): number {
  let from = at;
  for (;;) {
    const element = view.elements[from];
    const isOpener = element?.senses.classifier !== undefined || element?.senses.determiner !== undefined;
    const before = view.elements[from - 1]?.senses;
    const mayBeGiven = before?.of !== undefined || (from > at && before?.classifier === undefined);
    // `zehn Prozent seiner weltweit 12.000 Mitarbeiter`
    const isDegree = element?.senses.filler !== undefined || element?.senses.modifier !== undefined;
    const leadsToGiven = isDegree && isGivenNumber(view.elements[from + 1]);
    if (!isOpener && !(mayBeGiven && (isGivenNumber(element) || leadsToGiven))) return from;
    from++;
  }
}

/** `مهام للتنمية`: a complement by its prefix, which belongs to the noun. */
function isComplement({ text, elements, lexicon }: SentenceView, at: number): boolean {
  const start = elements[at]?.start ?? text.length;
  return lexicon.nounPhrase.complementPrefixes.some((prefix) => text.startsWith(prefix, start));
}

function isCardinal(element: Element | undefined): boolean {
  return element?.number !== undefined && !element.number.ordinal && element.number.denominator === undefined;
}

/** `halvparten av de 230 ansatte`: a number behind an article says how many there are, not what. */
function isGivenNumber(element: Element | undefined): boolean {
  return element?.number !== undefined && !element.number.ordinal && !element.number.weak;
}

/** Head, then its attributes, as in Indonesian and Arabic. */
function headFirst(view: SentenceView, from: number): NounPhrase | undefined {
  let to = from;
  while (to - from < view.lexicon.nounPhrase.maxWords && (!endsPhrase(view, to) || isSlashOfTwo(view, from, to))) {
    if (to > from && (isJoin(view, to) || startsCoordinate(view, to))) break;
    // A numeral counts a noun without the article, and what has one belongs to another phrase: `20 مليون شخص الشهادة`.
    if (to === from + 1 && isCardinal(view.elements[from - 1]) && hasArticle(view, to) && !isComplement(view, to))
      break;
    to++;
  }
  return to > from && !isJoin(view, from) ? phrase(view, from, to, from) : undefined;
}

/** `kabupaten/kota`: a slash written to the nouns on both sides names one thing of two kinds. */
function isSlashOfTwo(view: SentenceView, from: number, at: number): boolean {
  const slash = view.elements[at];
  const behind = view.elements[at + 1];
  if (at <= from || slash?.key !== "/" || behind?.type !== "word" || behind.senses.unit !== undefined) return false;
  return view.elements[at - 1]?.end === slash.start && slash.end === behind.start && !endsPhrase(view, at + 1);
}

/** Adjectives, then the head, as in German and Norwegian. */
function headLast(view: SentenceView, from: number): NounPhrase | undefined {
  const { nounPhrase } = view.lexicon;
  let at = from;
  if (isParticipleBehindArticle(view, at)) at++;
  while (at - from < nounPhrase.maxWords && !endsPhrase(view, at) && !isJoin(view, at)) {
    const element = view.elements[at];
    if (element === undefined) return undefined;
    if (nounPhrase.capitalNouns) {
      if (isCapital(view.text, element))
        return phrase(view, from, capitalRunEnd(view, at), capitalRunEnd(view, at) - 1);
      if (!isAdjective(view, element)) return undefined;
    } else if (!isAdjective(view, element) || endsPhrase(view, at + 1) || isJoin(view, at + 1)) {
      const isCompared = view.elements[at + 1]?.senses.compare !== undefined && isAdjective(view, element);
      return isCompared ? undefined : phrase(view, from, at + 1, at);
    }
    at++;
  }
  return undefined;
}

/** `fem av de tapte sauene`: behind an article and in front of a noun a verb's form with an adjective's ending is one. */
function isParticipleBehindArticle(view: SentenceView, at: number): boolean {
  const element = view.elements[at];
  if (element?.senses.verb === undefined || !endsPhrase(view, at) || !isAdjective(view, element)) return false;
  const before = view.elements[at - 1]?.senses;
  if (before?.determiner === undefined && before?.of === undefined) return false;
  return !endsPhrase(view, at + 1) && !isJoin(view, at + 1);
}

function capitalRunEnd(view: SentenceView, at: number): number {
  let to = at + 1;
  for (;;) {
    const element = view.elements[to];
    if (element === undefined || element.type !== "word" || endsPhrase(view, to) || !isCapital(view.text, element))
      return to;
    to++;
  }
}

/** Takes in `dan Z`, `, Y, dan Z`, `und Z`, `- und Z` behind the first noun. */
function coordinated(view: SentenceView, first: NounPhrase): NounPhrase {
  let to = first.to;
  for (;;) {
    const joined = coordinateEnd(view, first, to) ?? listEnd(view, to);
    if (joined === undefined) break;
    to = joined;
  }
  return to === first.to ? first : phrase(view, first.from, to, first.head);
}

function coordinateEnd(view: SentenceView, first: NounPhrase, at: number): number | undefined {
  let next = at;
  // The hyphen of a cut compound: `Partei- und Staatsbehörden`.
  const hyphen = view.elements[next];
  if (hyphen?.key === "-" && hyphen.start === view.elements[next - 1]?.end) next++;
  if (startsCoordinate(view, next)) {
    // A noun in the dual is counted for itself: `6 ميداليات ذهبية وميداليتين فضيتين`; a measure has a value of its own.
    const { noun_dual, count_measure } = view.elements[next]?.senses ?? {};
    if (noun_dual !== undefined || count_measure !== undefined || isOtherThing(view, first, next)) return undefined;
    const second = headFirst(view, next);
    return second?.to;
  }
  if (!isJoin(view, next)) return undefined;
  const second = view.lexicon.nounPhrase.modifiers === "after" ? headFirst(view, next + 1) : headLast(view, next + 1);
  if (second === undefined) return undefined;
  const isHeadFirst = view.lexicon.nounPhrase.modifiers === "after";
  if (isHeadFirst && isOtherName(view, first, second)) return undefined;
  return isHeadFirst || isAlike(view, first, second) ? second.to : undefined;
}

/** `2,9 juta pemirsa dan CNN 2,5 juta`: a name is not joined to a common noun. */
function isOtherName({ text, elements }: SentenceView, first: NounPhrase, second: NounPhrase): boolean {
  const name = elements[second.head];
  if (name === undefined || !isCapital(text, name)) return false;
  return elements.slice(first.from, first.to).every((element) => !isCapital(text, element));
}

/** `4 كرات والمجموعة`: what has the article is not joined to a counted noun without it. */
function isOtherThing(view: SentenceView, first: NounPhrase, joined: number): boolean {
  const second = view.elements[joined];
  if (!isCardinal(view.elements[first.from - 1]) || second === undefined) return false;
  for (let at = first.from; at < first.to; at++) if (hasArticle(view, at)) return false;
  const unsplit = second.clitic === undefined ? (cliticOf(view, second)?.length ?? 0) : 0;
  return view.lexicon.clitics.inside.some((article) => view.text.startsWith(article, second.start + unsplit));
}

/** Without capitals to go by, two nouns are joined only when they end alike: `provinser og byer`. */
function isAlike(view: SentenceView, first: NounPhrase, second: NounPhrase): boolean {
  if (view.lexicon.nounPhrase.capitalNouns) return true;
  const [a, b] = [view.elements[first.head], view.elements[second.head]];
  return b?.senses.noun !== undefined || (a !== undefined && b !== undefined && a.key.slice(-2) === b.key.slice(-2));
}

const LONGEST_LIST = 24;

/** `, cabang, dan daerah`: a comma belongs only where a joined noun closes the list. */
function listEnd(view: SentenceView, at: number): number | undefined {
  if (view.lexicon.nounPhrase.modifiers !== "after") return undefined;
  let next = at;
  let parts = 0;
  while (isComma(view.elements[next]) && next - at < LONGEST_LIST) {
    next++;
    // One comma in front of the join begins a clause: `…, dan sinyal menjangkau`.
    if (parts > 0 && isJoin(view, next)) return headFirst(view, next + 1)?.to;
    parts++;
    const part = headFirst(view, next);
    if (part === undefined) return undefined;
    next = part.to;
    if (isJoin(view, next)) return headFirst(view, next + 1)?.to;
  }
  return undefined;
}

function phrase(view: SentenceView, from: number, to: number, head: number): NounPhrase {
  const start = view.elements[from]?.start ?? 0;
  const end = view.elements[to - 1]?.end ?? start;
  return { from, to, head, span: { start, end } };
}
