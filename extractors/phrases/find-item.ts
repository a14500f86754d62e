import type { Senses } from "../lexicon/sense.js";
import type { FoundMention } from "../rules/found-mention.js";
import type { NounPhrase, SentenceView } from "../rules/match.js";
import type { SentenceMentions } from "../sentence-mentions.js";
import { endsPhrase } from "./ends-phrase.js";
import { nounPhraseBefore, readNounPhrase } from "./noun-phrase.js";

/** Furthest that a percentage may stand behind the one that names its item, in UTF-16 units. */
const LONGEST_ELLIPSIS = 120;

/**
 * The thing that a mention counts or shares out: the noun phrase that its rule bound, or for a percentage the one
 * behind it. Undefined for kinds that count nothing and where no noun is written.
 */
export function findItem(view: SentenceView, { mention, match }: FoundMention): NounPhrase | undefined {
  switch (mention.kind) {
    case "count":
      return match.bindings.has("definite") ? nounPhraseBefore(view, match.from) : boundItem(view, match.bindings);
    case "ratio":
    case "rank":
      return boundItem(view, match.bindings) ?? itemInFront(view, match.from);
    case "percentage":
      return boundItem(view, match.bindings) ?? itemOfPercentage(view, match.to);
    default:
      return undefined;
  }
}

/** `80 % der Haushalte …, 79 % nutzen …`: a percentage that names nothing is of what the one before it is of. */
export function elidedItem({ view, mentions }: SentenceMentions, index: number): NounPhrase | undefined {
  const own = mentions[index];
  const before = mentions[index - 1];
  if (own?.mention.kind !== "percentage" || before?.mention.kind !== "percentage") return undefined;
  const between = view.text.slice(before.mention.span.end, own.mention.span.start);
  return between.length <= LONGEST_ELLIPSIS && /[,،]/.test(between) ? findItem(view, before) : undefined;
}

function boundItem(view: SentenceView, bindings: FoundMention["match"]["bindings"]): NounPhrase | undefined {
  const item = bindings.get("item");
  if (item !== undefined) return readNounPhrase(view, item.from);
  const dual = bindings.get("noun_dual");
  if (dual !== undefined) return dualPhrase(view, dual.from);
  const own = bindings.get("times");
  return own === undefined ? undefined : { from: own.from, to: own.to, head: own.from, span: own.span };
}

/** A noun in the dual with the adjectives that agree with it: `قارتين منفصلتين`. */
function dualPhrase(view: SentenceView, from: number): NounPhrase | undefined {
  const noun = view.elements[from];
  if (noun === undefined) return undefined;
  const ending = noun.key.slice(-2);
  let to = from + 1;
  while (!endsPhrase(view, to) && view.elements[to]?.key.endsWith(ending) === true) to++;
  return { from, to, head: from, span: { start: noun.start, end: view.elements[to - 1]?.end ?? noun.end } };
}

/** `grup perbankan terbesar kedua`, `مجموعات المهام 11/11`: where attributes follow the noun, so may a rank or ratio. */
function itemInFront(view: SentenceView, at: number): NounPhrase | undefined {
  return view.lexicon.nounPhrase.modifiers === "after" ? nounPhraseBefore(view, at) : undefined;
}

/** `6% dari anak`, `45 Prozent der Aufwendungen`; without `of` only where a noun shows by its shape or place. */
function itemOfPercentage(view: SentenceView, at: number): NounPhrase | undefined {
  const { nounPhrase } = view.lexicon;
  let of = at;
  while (isPassed(view.elements[of]?.senses)) of++;
  if (view.elements[of]?.senses.of !== undefined) return readNounPhrase(view, of + 1);
  return nounPhrase.capitalNouns || nounPhrase.modifiers === "after" ? readNounPhrase(view, at) : undefined;
}

/** `11 بالمئة فقط من الأصوات`: words of degree between a percentage and what it is of. */
function isPassed(senses: Senses | undefined): boolean {
  return senses?.filler !== undefined || senses?.modifier_after !== undefined;
}
