import type { Span } from "../../pipeline/model/span.js";
import { isCapital } from "../elements/is-capital.js";
import { hasAny, senseSet } from "../lexicon/sense-set.js";
import type { SentenceView } from "../rules/match.js";
import { isCapitalNoun } from "./ends-phrase.js";
import { isTime, isVerbal, type SubjectContext } from "./subject-context.js";

/** Longest subject behind its value, and furthest that the verb may stand behind that, in elements. */
const LONGEST = 8;
const CLAUSE_END = 20;

/** What ends a subject behind its verb. */
const ENDS = senseSet(["stop", "clause", "link_verb", "change", "verb", "auxiliary", "filler", "modifier"]);

/**
 * `Auf 61 Prozent sank die Quote`, `20 Euro hat das Teil gekostet`: where the verb has the second place, the noun phrase
 * behind it is the subject of a value in front. Undefined where no such verb stands right behind the value.
 */
export function subjectBehind({ view, mentions, index }: SubjectContext): { readonly span: Span } | undefined {
  const found = mentions[index];
  if (found === undefined || view.lexicon.nounPhrase.modifiers === "after") return undefined;
  if (found.mention.kind === "count" || found.mention.kind === "rank" || isTime(found.mention)) return undefined;
  const verb = found.match.to;
  const isAuxiliary = view.elements[verb]?.senses.auxiliary !== undefined;
  if (!isAuxiliary && !isVerbal(view, verb)) return undefined;
  const next = view.elements[verb + 1]?.senses;
  const from = next?.per === undefined || next.determiner !== undefined ? verb + 1 : verb + 2;
  let to = from;
  while (to - from < LONGEST && !isEnd(view, to, from)) to++;
  if (to === from || !mayBegin(view, from) || (isAuxiliary && !isVerbNear(view, to))) return undefined;
  const start = view.elements[from]?.start;
  const end = view.elements[to - 1]?.end;
  return start === undefined || end === undefined ? undefined : { span: { start, end } };
}

/** Where nouns do not show by a capital, a participle (`ble eksportert`) may stand where a subject would. */
function mayBegin(view: SentenceView, at: number): boolean {
  const element = view.elements[at];
  if (element === undefined || view.lexicon.nounPhrase.capitalNouns) return element !== undefined;
  const { determiner, measure } = element.senses;
  return (
    determiner !== undefined || measure !== undefined || element.type === "number" || isCapital(view.text, element)
  );
}

function isEnd(view: SentenceView, at: number, from: number): boolean {
  const element = view.elements[at];
  if (element === undefined || element.type === "symbol") return true;
  if (element.type === "number") return at > from || element.number?.weak !== true;
  if (isCapitalNoun(view, at) || element.senses.measure !== undefined) return false;
  const { determiner, of } = element.senses;
  if (determiner !== undefined) return at > from && determiner === "-" && of === undefined;
  return hasAny(element.senses, ENDS);
}

function isVerbNear(view: SentenceView, from: number): boolean {
  for (let at = from; at < from + CLAUSE_END; at++) {
    const element = view.elements[at];
    if (element === undefined || element.type === "symbol" || element.senses.clause !== undefined) return false;
    if (isVerbal(view, at)) return true;
  }
  return false;
}
