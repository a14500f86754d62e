import type { Element } from "domhandler";
import type { PageLabelKind } from "../../../extractors/boilerplate-schema.js";
import { isLink, lineWeight, runningSums, sumOver } from "./line-weight.js";
import type { LineRange, PageLine, PageLines } from "./page-lines.js";

const LINK_SHARE = 0.8;
const MOST_TEASER_LINES = 6;
/** A box with this share of the text is no box beside an article, whatever stands over it. */
const MAIN_SHARE = 0.4;

/**
 * For each line whether it stands in a box that leads to other articles: a list, or a box of three lines or more, of
 * next to nothing but links; a teaser, which begins with a heading that is a link; a box with a heading like
 * `Ähnliche Beiträge`. `headline` is the line of the article's own,
 * `labels` are what `pageLabel` says of each line.
 */
export function inLinkBoxes(
  { lines, ranges }: PageLines,
  labels: readonly (PageLabelKind | undefined)[],
  headline: number | undefined,
): readonly boolean[] {
  const inBox = lines.map(() => false);
  const teasers: LineRange[] = [];
  const lengths = runningSums(lines.map(({ text }) => text.length));
  const links = runningSums(lines.map((line) => line.links));
  const weights = runningSums(lines.map(lineWeight));
  const whole = sumOver(weights, { from: 0, to: lines.length });
  let last: LineRange = { from: 0, to: 0 };
  for (const [element, range] of ranges) {
    const { from, to } = range;
    if (from === to || (from === last.from && to === last.to) || element.name === "body") continue;
    last = range;
    const isLinks = to - from >= leastLines(element) && sumOver(links, range) >= sumOver(lengths, range) * LINK_SHARE;
    const isBox = to - from > 1 && from !== headline && sumOver(weights, range) < whole * MAIN_SHARE;
    if (isLinks || (isBox && labels[from] === "related")) inBox.fill(true, from, to);
    else if (isBox && to - from <= MOST_TEASER_LINES && isLinkedHeading(lines[from])) teasers.push(range);
  }
  // On a blog's first page the posts themselves begin like teasers.
  const isBeside = teasers.reduce((sum, range) => sum + sumOver(weights, range), 0) < whole * MAIN_SHARE;
  if (isBeside) for (const { from, to } of teasers) inBox.fill(true, from, to);
  return inBox;
}

function isLinkedHeading(line: PageLine | undefined): boolean {
  return line?.kind === "heading" && isLink(line);
}

function leastLines({ name }: Element): number {
  return name === "ul" || name === "ol" ? 2 : 3;
}
