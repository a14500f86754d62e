import { boilerplateLine } from "../../../extractors/boilerplate.js";
import type { BoilerplateLexicon } from "../../../extractors/boilerplate-lexicon.js";
import type { PageLabelKind } from "../../../extractors/boilerplate-schema.js";
import { lineWeight } from "./line-weight.js";
import type { LineRange, PageLine } from "./page-lines.js";

/** The lines among which the article is: from its headline, where the page's title tells it, to the readers' discussion. */
export interface ArticleWindow extends LineRange {
  /** The headline's line; `undefined` when it is not known. */
  readonly headline: number | undefined;
}

const SHORTEST = 8;
const LONGEST = 300;
/** A heading may be so much longer than the title that it holds: `Kommentare zu ...` is another. */
const LONGER = 1.25;
/** A headline with less of the page's text behind it is not that of the article. */
const LEAST_TEXT_BEHIND = 0.25;
const LEAST_ARTICLE = 40;

/** `labels` are what `pageLabel` says of each line. */
export function articleWindow(
  lines: readonly PageLine[],
  labels: readonly (PageLabelKind | undefined)[],
  titles: readonly string[],
  boilerplate: BoilerplateLexicon,
): ArticleWindow {
  const headline = headlineAt(lines, titles);
  const from = headline ?? 0;
  return { headline, from, to: discussionAt(lines, labels, from, boilerplate) ?? lines.length };
}

/**
 * Of the headings that are like a title of the page the likest, the first of several. Where one is like the beginning of
 * the title and another like its end, one of them is the site's name, and that stands above the headline.
 */
function headlineAt(lines: readonly PageLine[], titles: readonly string[]): number | undefined {
  const known = titles.map(letters).filter((title) => title.length >= SHORTEST);
  let best: Likeness | undefined;
  for (const [at, { kind, text }] of lines.entries()) {
    if (kind !== "heading" || text.length > LONGEST) continue;
    const heading = letters(text);
    for (const title of known) {
      const likeness = likenessOf(heading, title, at);
      if (likeness === undefined) continue;
      if (best === undefined || likeness.length > best.length || isApart(best, likeness)) best = likeness;
    }
  }
  if (best === undefined) return undefined;
  const { at } = best;
  const behind = lines.reduce((sum, line, index) => sum + (index > at ? lineWeight(line) : 0), 0);
  const whole = lines.reduce((sum, line) => sum + lineWeight(line), 0);
  return behind >= whole * LEAST_TEXT_BEHIND ? at : undefined;
}

/** A heading's line, and where in a title it stands. */
interface Likeness {
  readonly at: number;
  readonly title: string;
  readonly start: number;
  readonly length: number;
}

/** `undefined` when neither of heading and title holds the other. */
function likenessOf(heading: string, title: string, at: number): Likeness | undefined {
  if (heading.length < SHORTEST) return undefined;
  const start = title.indexOf(heading);
  if (start >= 0) return { at, title, start, length: heading.length };
  const isLonger = heading.length <= title.length * LONGER && heading.includes(title);
  return isLonger ? { at, title, start: 0, length: 2 * title.length - heading.length } : undefined;
}

function isApart(one: Likeness, other: Likeness): boolean {
  return (
    one.title === other.title && (one.start + one.length <= other.start || other.start + other.length <= one.start)
  );
}

/** Letters and digits alone, lower case: titles differ from headlines in dashes, quotes and spaces. */
function letters(text: string): string {
  return text
    .slice(0, 2 * LONGEST)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "");
}

/** Where the discussion begins: at its heading, or at a line like it that has more of the text before than behind it. */
function discussionAt(
  lines: readonly PageLine[],
  labels: readonly (PageLabelKind | undefined)[],
  from: number,
  boilerplate: BoilerplateLexicon,
): number | undefined {
  const whole = lines.reduce((sum, line, at) => sum + (at >= from ? lineWeight(line) : 0), 0);
  let before = 0;
  for (const [at, line] of lines.entries()) {
    if (at <= from) continue;
    before += lineWeight(line);
    if (line.text.length > LONGEST || before < LEAST_ARTICLE) continue;
    if (line.kind !== "heading" && before * 2 < whole) continue;
    // Early in a page the bare word may stand over a button.
    if (before * 3 < whole && !/\s/u.test(line.text.trim())) continue;
    const isHeading = line.kind === "heading";
    if (labels[at] !== "discussion" && !isHeading) continue;
    const isCounter = boilerplateLine(line.text, boilerplate)?.what === "comments";
    if (isCounter ? isHeading : labels[at] === "discussion") return at;
  }
  return undefined;
}
