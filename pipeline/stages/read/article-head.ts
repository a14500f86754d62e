import { isLink, lineWeight } from "./line-weight.js";
import type { PageLine } from "./page-lines.js";

const MOST_LEAD_LINES = 4;
const SENTENCE_END = /[.!?؟۔…]["'»”“)\]]*$/u;

/**
 * The chosen lines with the headline, and the lead between it and the text: both often stand above the box of the text.
 * Where the headline is not known, the last one before the text is the article's; one that is a link is the site's name.
 */
export function articleHead(
  lines: readonly PageLine[],
  chosen: readonly boolean[],
  headline: number | undefined,
): readonly boolean[] {
  const first = chosen.findIndex((keep, at) => keep && at > (headline ?? -1));
  if (headline === undefined) {
    const has = lines.some((line, at) => chosen[at] === true && line.isHeadline);
    const above = lines.findLastIndex(({ isHeadline, links }, at) => at < first && isHeadline && links === 0);
    return has ? chosen : chosen.map((keep, at) => keep || at === above);
  }
  const between = lines.slice(headline + 1, Math.max(first, 0)).filter((line) => lineWeight(line) > 0);
  const hasLead = between.length <= MOST_LEAD_LINES;
  return chosen.map(
    (keep, at) => keep || at === headline || (hasLead && at > headline && at < first && isLead(lines[at])),
  );
}

function isLead(line: PageLine | undefined): boolean {
  return line !== undefined && lineWeight(line) > 0 && !isLink(line) && SENTENCE_END.test(line.text);
}
