import { type Element, isTag } from "domhandler";
import { lineWeight, runningSums, sumOver, unlinked } from "./line-weight.js";
import type { LineRange, PageLines } from "./page-lines.js";
import { isArticleBody, isMain, type PageOutline } from "./page-outline.js";

/** Which lines the page's build says are the article. */
export interface MainPart {
  /** For each line whether it belongs to the article. */
  readonly kept: readonly boolean[];
  /** Whether the page marks the box of the text itself, so that they are no guess from where the text is dense. */
  readonly isMarked: boolean;
  /** Outside of these lines there is nothing of the article: those of its `article` or `main` element. */
  readonly bounds: LineRange;
}

/** An inner box with this share of the text is the article's: the outer one adds what stands around it. */
const INNER_SHARE = 0.8;

const LEAST_BODY_TEXT = 200;

/** The part of a page that holds its article, among the lines that are `possible`. */
export function mainPart({ lines, ranges }: PageLines, possible: readonly boolean[], outline: PageOutline): MainPart {
  const telling = runningSums(lines.map((line, index) => (possible[index] ? lineWeight(line) : 0)));
  const any = runningSums(
    lines.map((line, index) => (possible[index] === true && line.kind !== "heading" ? unlinked(line) : 0)),
  );
  const scales: Scales = { telling: (range) => sumOver(telling, range), any: (range) => sumOver(any, range) };
  const { range, isMarked, bounds } = mainRange(lines.length, ranges, scales, outline);
  return { kept: possible.map((is, at) => is && at >= range.from && at < range.to), isMarked, bounds };
}

/** Characters in a range of lines that are no links. */
interface Scales {
  /** Of lines as only articles have them. */
  readonly telling: (range: LineRange) => number;
  /** Of all but headings. */
  readonly any: (range: LineRange) => number;
}

function mainRange(
  count: number,
  ranges: PageLines["ranges"],
  scales: Scales,
  { designs }: PageOutline,
): Omit<MainPart, "kept"> & { readonly range: LineRange } {
  const whole = { from: 0, to: count };
  const total = scales.telling(whole);
  const best = (accept: (element: Element) => boolean) => heaviest(ranges, scales, accept);
  const marked = ({ range }: Candidate) => ({ range, isMarked: true, bounds: whole });
  const body = best(isArticleBody);
  if (body !== undefined && (body.weight >= LEAST_BODY_TEXT || body.weight * 4 >= total)) return marked(body);
  const named = best((element) => designs.of(element).isBody);
  if (named !== undefined && named.weight > 0 && named.weight * 2 >= total) return marked(named);
  const article = best(({ name }) => name === "article");
  // An `article` may hold its author's profile and more of the kind: only its bounds are known.
  if (article !== undefined && article.weight > 0 && article.weight * 2 >= total) {
    return { range: article.range, isMarked: false, bounds: article.range };
  }
  const main = best(isMain);
  const isInMain = main !== undefined && main.weight * 2 >= total;
  const start = isInMain ? main : best(({ name }) => name === "body" || name === "html");
  const range = start === undefined ? whole : densest(start, ranges, scales);
  return { range, isMarked: false, bounds: isInMain ? main.range : whole };
}

interface Candidate {
  readonly element: Element;
  readonly range: LineRange;
  readonly weight: number;
}

/** The innermost of the boxes that hold most text. */
function heaviest(
  ranges: PageLines["ranges"],
  { telling }: Scales,
  accept: (element: Element) => boolean,
): Candidate | undefined {
  const candidates: Candidate[] = [];
  // Elements are in the order in which they are closed, inner before outer ones.
  for (const [element, range] of ranges)
    if (accept(element)) candidates.push({ element, range, weight: telling(range) });
  const most = candidates.reduce((weight, candidate) => Math.max(weight, candidate.weight), 0);
  return candidates.find(({ weight }) => weight >= most * INNER_SHARE);
}

/**
 * Goes down to the box that holds the article: as long as one box holds most of what is there, no other holds a telling
 * part, and next to nothing stands between the boxes.
 */
function densest(start: Candidate, ranges: PageLines["ranges"], { telling, any }: Scales): LineRange {
  let here = start;
  for (;;) {
    const children = here.element.children.filter(isTag).flatMap((element) => {
      const range = ranges.get(element);
      return range === undefined ? [] : [{ element, range, weight: telling(range) }];
    });
    const [first, second] = children.toSorted((a, b) => b.weight - a.weight);
    if (first === undefined || first.weight < here.weight * 0.6 || !isBox(first.element)) return here.range;
    if ((second?.weight ?? 0) >= here.weight * 0.2) return here.range;
    const between = children.filter(({ element }) => !isBox(element)).reduce((sum, { range }) => sum + any(range), 0);
    if (between >= here.weight * 0.05) return here.range;
    here = first;
  }
}

function isBox({ name }: Element): boolean {
  return ["article", "body", "center", "div", "form", "main", "section", "table", "tbody", "td", "tr"].includes(name);
}
