import type { Kind, Mention } from "../../pipeline/model/mention.js";
import type { Span } from "../../pipeline/model/span.js";
import type { FoundMention } from "./found-mention.js";
import type { Match } from "./match.js";

/**
 * Who owns a span that several rules claim: the lower number wins, then the longer span, then the rule that saw more,
 * then the surer one.
 */
const PRIORITY: Readonly<Record<Kind, number>> = {
  reference: 0,
  date: 1,
  percentage: 2,
  money: 2,
  measurement: 2,
  rank: 2,
  ratio: 3,
  count: 4,
};

/** The mentions that stand when every span has one owner, in order of place. O(n log n) in the mentions of a sentence. */
export function resolveOverlaps(found: readonly FoundMention[]): readonly FoundMention[] {
  const ranked = [...found].sort(
    ({ mention: a, match: seenByA }, { mention: b, match: seenByB }) =>
      priorityOf(a, seenByA) - priorityOf(b, seenByB) ||
      lengthOf(b.span) - lengthOf(a.span) ||
      seenByB.to - seenByB.from - (seenByA.to - seenByA.from) ||
      seenByB.rule.confidence - seenByA.rule.confidence ||
      a.span.start - b.span.start,
  );
  // Kept in order of place, so that only two neighbours can collide with a newcomer.
  const standing: FoundMention[] = [];
  for (const candidate of ranked) {
    const { span } = candidate.mention;
    const at = firstBehind(standing, span.start);
    const before = standing[at - 1];
    const behind = standing[at];
    if (before !== undefined && before.mention.span.end > span.start) continue;
    if (behind !== undefined && behind.mention.span.start < span.end) continue;
    standing.splice(at, 0, candidate);
  }
  return standing;
}

/** `four of every five years` is a ratio, though the second number measures; `twice and a half` is a count with its part. */
function priorityOf({ kind }: Mention, { bindings }: Match): number {
  const isAboveKind = (kind === "ratio" && bindings.has("of")) || (kind === "count" && bindings.has("plus"));
  return isAboveKind ? PRIORITY.measurement : PRIORITY[kind];
}

function lengthOf({ start, end }: Span): number {
  return end - start;
}

/** Index of the first mention that starts at or behind an offset. */
function firstBehind(standing: readonly FoundMention[], offset: number): number {
  let low = 0;
  let high = standing.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((standing[middle]?.mention.span.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
