import type { Kind, Mention } from "../pipeline/model/mention.js";
import { readCount } from "./kinds/count.js";
import { readDate } from "./kinds/date.js";
import { readMeasurement } from "./kinds/measurement.js";
import { readMoney } from "./kinds/money.js";
import { readPercentage } from "./kinds/percentage.js";
import { readRank } from "./kinds/rank.js";
import { readRatio } from "./kinds/ratio.js";
import { readReference } from "./kinds/reference.js";
import type { FoundMention } from "./rules/found-mention.js";
import type { Match, SentenceView } from "./rules/match.js";
import { matchRules } from "./rules/match-rules.js";
import { resolveOverlaps } from "./rules/resolve-overlaps.js";

const READERS: Readonly<Record<Kind, (match: Match) => readonly Mention[]>> = {
  percentage: readPercentage,
  count: readCount,
  ratio: readRatio,
  rank: readRank,
  money: readMoney,
  measurement: readMeasurement,
  reference: readReference,
  date: readDate,
};

/** The mentions of a sentence, each number owned by one of them, in order of place. */
export function findMentions(view: SentenceView): readonly FoundMention[] {
  const found: FoundMention[] = [];
  for (const match of matchRules(view)) {
    for (const mention of READERS[match.rule.kind](match)) found.push({ mention, match });
  }
  return resolveOverlaps(found);
}
