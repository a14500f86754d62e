import { type Element, isTag } from "domhandler";
import type { BufferedLine } from "./line-buffer.js";
import type { LineRange, PageLine, PageLines } from "./page-lines.js";
import { isArticleBody, isMain } from "./page-outline.js";

/** Shorter lines tell nothing about where the article is: menus have them too. */
const TELLING_LENGTH = 40;
const LEAST_BODY_TEXT = 200;
const LINK_SHARE = 0.8;

/** The lines of a page that make its article, in order. Lists of links and lines that only tell the time are left out. */
export function mainPart({ lines, ranges }: PageLines): readonly PageLine[] {
  const kept = lines.map((line) => !(line.time * 2 > line.text.length && line.text.length < 80));
  dropLinkLists(lines, ranges, kept);
  const telling = sums(lines.map((line, index) => (kept[index] ? weightOf(line) : 0)));
  const any = sums(lines.map((line, index) => (kept[index] && line.kind !== "heading" ? unlinked(line) : 0)));
  const scales: Scales = { telling: (range) => share(telling, range), any: (range) => share(any, range) };
  const { from, to } = mainRange(lines.length, ranges, scales);
  const chosen = lines.slice(from, to).filter((_line, index) => kept[from + index]);
  return chosen.length > 0 ? withHeadline(chosen, lines, from) : lines;
}

function weightOf(line: PageLine): number {
  const { kind, text } = line;
  if (kind === "heading" || (text.length < TELLING_LENGTH && kind !== "table-row")) return 0;
  return unlinked(line);
}

function unlinked({ text, links }: BufferedLine): number {
  return Math.max(0, text.length - 2 * links);
}

/** Characters in a range of lines that are no links. */
interface Scales {
  /** Of lines as only articles have them. */
  readonly telling: (range: LineRange) => number;
  /** Of all but headings. */
  readonly any: (range: LineRange) => number;
}

function mainRange(count: number, ranges: PageLines["ranges"], scales: Scales): LineRange {
  const whole = { from: 0, to: count };
  const total = scales.telling(whole);
  const best = (accept: (element: Element) => boolean) => heaviest(ranges, scales, accept);
  const body = best(isArticleBody);
  if (body !== undefined && (body.weight >= LEAST_BODY_TEXT || body.weight * 4 >= total)) return body.range;
  const article = best(({ name }) => name === "article");
  if (article !== undefined && article.weight > 0 && article.weight * 2 >= total) return article.range;
  const main = best(isMain);
  const start =
    main !== undefined && main.weight * 2 >= total ? main : best(({ name }) => name === "body" || name === "html");
  return start === undefined ? whole : densest(start, ranges, scales);
}

interface Candidate {
  readonly element: Element;
  readonly range: LineRange;
  readonly weight: number;
}

function heaviest(
  ranges: PageLines["ranges"],
  { telling }: Scales,
  accept: (element: Element) => boolean,
): Candidate | undefined {
  let best: Candidate | undefined;
  for (const [element, range] of ranges) {
    if (!accept(element)) continue;
    const weight = telling(range);
    if (best === undefined || weight > best.weight) best = { element, range, weight };
  }
  return best;
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

/** Lists, and boxes of three lines or more, that hold next to nothing but links. */
function dropLinkLists(lines: readonly PageLine[], ranges: PageLines["ranges"], kept: boolean[]): void {
  const lengths = sums(lines.map(({ text }) => text.length));
  const links = sums(lines.map((line) => line.links));
  let dropped: LineRange = { from: 0, to: 0 };
  for (const [{ name }, range] of ranges) {
    const { from, to } = range;
    if (to - from < (name === "ul" || name === "ol" ? 2 : 3) || (from === dropped.from && to === dropped.to)) continue;
    if (share(links, range) < share(lengths, range) * LINK_SHARE) continue;
    kept.fill(false, from, to);
    dropped = range;
  }
}

/** Running sums: the sum of a range is `sums[to] - sums[from]`. */
function sums(values: readonly number[]): Float64Array {
  const running = new Float64Array(values.length + 1);
  for (const [index, value] of values.entries()) running[index + 1] = (running[index] ?? 0) + value;
  return running;
}

function share(running: Float64Array, { from, to }: LineRange): number {
  return (running[to] ?? 0) - (running[from] ?? 0);
}

/** The headline often stands above the box of the text; the last one before it is the article's, a link is the site's name. */
function withHeadline(chosen: readonly PageLine[], lines: readonly PageLine[], from: number): readonly PageLine[] {
  if (chosen.some(({ isHeadline }) => isHeadline)) return chosen;
  const headline = lines.slice(0, from).findLast(({ isHeadline, links }) => isHeadline && links === 0);
  if (headline === undefined || chosen.some(({ text }) => text === headline.text)) return chosen;
  return [headline, ...chosen];
}
