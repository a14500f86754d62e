import type { Span } from "../../pipeline/model/span.js";
import { readNounPhrase } from "./noun-phrase.js";
import type { SubjectContext } from "./subject-context.js";
import { subjectExtent } from "./subject-extent.js";

/** How far from a rank, in elements, what it is a place in may stand. */
const REACH = 16;

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
      if (view.elements[at]?.senses.measure !== "ranking") continue;
      const span = subjectExtent(context, at, inFront.to);
      return span === undefined ? undefined : { span };
    }
  }
  const at = rankingNear(context, found.match.to, 1) ?? rankingNear(context, found.match.from - 1, -1);
  const named = at === undefined ? undefined : readNounPhrase(view, at);
  return named === undefined ? undefined : { span: named.span };
}

function rankingNear({ view }: SubjectContext, from: number, step: 1 | -1): number | undefined {
  for (let at = from; at !== from + step * REACH; at += step) {
    const element = view.elements[at];
    if (element === undefined || element.type === "symbol" || element.senses.clause !== undefined) return undefined;
    if (element.senses.measure === "ranking") return at;
  }
  return undefined;
}
