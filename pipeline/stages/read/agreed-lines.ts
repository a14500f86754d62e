import { lineWeight } from "./line-weight.js";
import type { MainPart } from "./main-part.js";
import type { PageLine } from "./page-lines.js";

/** Under these shares of the other's text one of the two has missed the article. */
const LEAST_SHARE = 0.25;
const LEAST_AGREEMENT = 0.3;
const COVERED = 0.6;
/** Readability has missed parts of an article of which the build has so many times its text. */
const MISSED = 1.5;
/** A line that only one of the two has may be so many lines away from those that both have. */
export const NEAR = 3;

/**
 * The lines of the article, from what the page's build says (`own`) and what Readability says (`votes`). What both have
 * is the article. Between such lines the build is right: Readability leaves out lists, headings and short paragraphs.
 * Before and behind them a marked article is right; else what stands near and reads like text is taken.
 */
export function agreedLines(lines: readonly PageLine[], own: MainPart, votes: readonly boolean[]): readonly boolean[] {
  const weigh = (accept: (at: number) => boolean) =>
    lines.reduce((sum, line, at) => sum + (accept(at) ? lineWeight(line) : 0), 0);
  const isOwn = (at: number) => own.kept[at] === true;
  const isVoted = (at: number) => votes[at] === true;
  const ownWeight = weigh(isOwn);
  const votedWeight = weigh(isVoted);
  const bothWeight = weigh((at) => isOwn(at) && isVoted(at));
  if (votedWeight < ownWeight * LEAST_SHARE || votedWeight === 0) return own.kept;
  if (bothWeight < Math.min(ownWeight, votedWeight) * LEAST_AGREEMENT) {
    return own.isMarked && ownWeight >= votedWeight * LEAST_SHARE ? own.kept : votes;
  }
  const first = lines.findIndex((_line, at) => isOwn(at) && isVoted(at));
  const last = lines.findLastIndex((_line, at) => isOwn(at) && isVoted(at));
  const isCovered = bothWeight >= votedWeight * COVERED;
  const trustsOwn = (own.isMarked && isCovered) || ownWeight >= votedWeight * MISSED;
  const { from, to } = isCovered ? own.bounds : { from: 0, to: lines.length };
  return lines.map((line, at) => {
    const isInside = at > first && at < last;
    if (isOwn(at)) return isVoted(at) || isInside || trustsOwn || isNear(at, first, last, line);
    return isVoted(at) && lineWeight(line) > 0 && (isInside || (!trustsOwn && at >= from && at < to));
  });
}

/**
 * Whether `agreedLines` gives the lines of `own` back whatever the votes are, where so much of the text that votes can be
 * for stands in them and elsewhere. All they could bring about is that `own` is not covered. Then the votes' text is less
 * than `elsewhere / (1 - COVERED)`, and Readability has missed parts of an article of which `own` has so much more.
 */
export function isSettled({ isMarked }: MainPart, inOwn: number, elsewhere: number): boolean {
  return inOwn + elsewhere === 0 || (isMarked && inOwn * (1 - COVERED) >= elsewhere * MISSED);
}

function isNear(at: number, first: number, last: number, line: PageLine): boolean {
  const distance = at < first ? first - at : at - last;
  return distance <= NEAR && (lineWeight(line) > 0 || line.kind === "list-item" || line.kind === "table-row");
}
