import type { ParentNode } from "domhandler";
import { isSettled, NEAR } from "./agreed-lines.js";
import { lineWeight, runningSums, sumOver } from "./line-weight.js";
import type { MainPart } from "./main-part.js";
import type { LineRange, PageLines } from "./page-lines.js";

/** With this share of the text that may be the article's, a box leaves nothing to add from elsewhere. */
const WHOLE_SHARE = 0.95;
/** Paragraphs side by side with this share of their box's text are the article; the rest must stand beside them. */
const RUN_SHARE = 0.9;
const SHORTEST_RUN = 500;
const LEAST_PARAGRAPHS = 3;

/**
 * The votes with which a page's lines are chosen without Readability; `undefined` where it must be asked. It need not be
 * where its answer could change nothing, and where it would only confirm: nearly all text of the page stands in
 * paragraphs side by side in one box, which Readability takes or leaves together.
 */
export function settledVotes(
  { lines, ranges }: PageLines,
  possible: readonly boolean[],
  own: MainPart,
): readonly boolean[] | undefined {
  const kept = runningSums(lines.map((line, at) => (own.kept[at] === true ? lineWeight(line) : 0)));
  const inOwn = sumOver(kept, { from: 0, to: lines.length });
  const all = lines.reduce((sum, line, at) => sum + (possible[at] === true ? lineWeight(line) : 0), 0);
  if (isSettled(own, inOwn, all - inOwn)) return own.kept;
  if (inOwn < SHORTEST_RUN || inOwn < all * WHOLE_SHARE) return undefined;
  const run = heaviestRun(ranges, kept);
  if (run === undefined || run.paragraphs < LEAST_PARAGRAPHS || run.weight < inOwn * RUN_SHARE) return undefined;
  const around = { from: Math.max(0, run.from - NEAR), to: Math.min(lines.length, run.to + NEAR) };
  if (sumOver(kept, around) < inOwn) return undefined;
  return own.kept.map((is, at) => is && at >= run.from && at < run.to);
}

/** The paragraphs of a box that are its own children, with text between them. */
interface Run extends LineRange {
  readonly weight: number;
  readonly paragraphs: number;
}

function heaviestRun(ranges: PageLines["ranges"], kept: Float64Array): Run | undefined {
  const runs = new Map<ParentNode, Run>();
  let heaviest: Run | undefined;
  for (const [{ name, parent }, range] of ranges) {
    const weight = name === "p" ? sumOver(kept, range) : 0;
    if (weight === 0 || parent === null) continue;
    const before = runs.get(parent) ?? { from: range.from, weight: 0, paragraphs: 0 };
    const run = {
      from: before.from,
      to: range.to,
      weight: before.weight + weight,
      paragraphs: before.paragraphs + 1,
    };
    runs.set(parent, run);
    if (heaviest === undefined || run.weight > heaviest.weight) heaviest = run;
  }
  return heaviest;
}
