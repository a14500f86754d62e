import type { Span } from "../../pipeline/model/span.js";
import { hasAny, senseSet } from "../lexicon/sense-set.js";
import { isCapitalNoun } from "./ends-phrase.js";
import type { SubjectContext } from "./subject-context.js";
import { subjectExtent } from "./subject-extent.js";

/** How far from a rank, in elements, what it is a place in may stand, and how long it may be. */
const REACH = 16;
const LONGEST = 8;

/** What ends the name of a ranking. */
const ENDS = senseSet(["clause", "link_verb", "change", "verb", "auxiliary", "year_cue", "time_preposition"]);

/**
 * What a rank is a place in: the index or ranking among the elements in front that may be its subject, behind it, or
 * elsewhere in front of it in its clause. Undefined for other kinds and where none is named.
 */
export function rankingOf(
  context: SubjectContext,
  inFront: { readonly from: number; readonly to: number } | undefined,
): { readonly span: Span } | undefined {
  const { view, mentions, index } = context;
  const found = mentions[index];
  if (found?.mention.kind !== "rank") return undefined;
  if (inFront !== undefined) {
    for (let at = inFront.from; at < inFront.to; at++) {
      if (view.elements[at]?.senses.measure === "ranking") return spanned(context, at, inFront.to);
    }
  }
  const at = rankingNear(context, found.match.to, 1) ?? rankingNear(context, found.match.from - 1, -1);
  return at === undefined ? undefined : spanned(context, at, endOfName(context, at));
}

function spanned(context: SubjectContext, from: number, to: number): { readonly span: Span } | undefined {
  const span = subjectExtent(context, from, to);
  return span === undefined ? undefined : { span };
}

function rankingNear({ view }: SubjectContext, from: number, step: 1 | -1): number | undefined {
  for (let at = from; at !== from + step * REACH; at += step) {
    const element = view.elements[at];
    if (element === undefined || element.senses.clause !== undefined) return undefined;
    // `Dalam penilaian itu, Dinas Kesehatan menempati …`
    if (element.type === "symbol" && (step === 1 || !",،()".includes(element.key))) return undefined;
    if (element.senses.measure === "ranking") return at;
  }
  return undefined;
}

/** `Index der Lebensqualität (ILQ)`: index behind the words that name a ranking. */
function endOfName({ view }: SubjectContext, from: number): number {
  let to = from + 1;
  for (; to - from < LONGEST; to++) {
    const element = view.elements[to];
    if (element === undefined || element.type === "number") break;
    if (
      element.type === "symbol" ? !"()".includes(element.key) : !isCapitalNoun(view, to) && hasAny(element.senses, ENDS)
    )
      break;
  }
  return to;
}
