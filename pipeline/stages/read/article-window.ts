import { boilerplateLine } from "../../../extractors/boilerplate.js";
import type { BoilerplateLexicon } from "../../../extractors/boilerplate-lexicon.js";
import { pageLabel } from "../../../extractors/page-label.js";
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

export function articleWindow(
  lines: readonly PageLine[],
  titles: readonly string[],
  boilerplate: BoilerplateLexicon,
): ArticleWindow {
  const headline = headlineAt(lines, titles);
  const from = headline ?? 0;
  return { headline, from, to: discussionAt(lines, from, boilerplate) ?? lines.length };
}

/** Of the headings that are like a title of the page the likest; of several the first. */
function headlineAt(lines: readonly PageLine[], titles: readonly string[]): number | undefined {
  const known = titles.map(letters).filter((title) => title.length >= SHORTEST);
  let best: { readonly at: number; readonly likeness: number } | undefined;
  for (const [at, { kind, text }] of lines.entries()) {
    if (kind !== "heading" || text.length > LONGEST) continue;
    const likeness = Math.max(0, ...known.map((title) => likenessOf(letters(text), title)));
    if (likeness > (best?.likeness ?? 0)) best = { at, likeness };
  }
  if (best === undefined) return undefined;
  const { at } = best;
  const behind = lines.reduce((sum, line, index) => sum + (index > at ? lineWeight(line) : 0), 0);
  const whole = lines.reduce((sum, line) => sum + lineWeight(line), 0);
  return behind >= whole * LEAST_TEXT_BEHIND ? at : undefined;
}

/** How many letters two titles share when one holds the other; 0 when neither does. */
function likenessOf(heading: string, title: string): number {
  if (heading.length < SHORTEST) return 0;
  if (title.includes(heading)) return heading.length;
  const isLonger = heading.length <= title.length * LONGER && heading.includes(title);
  return isLonger ? title.length - (heading.length - title.length) : 0;
}

/** Letters and digits alone, lower case: titles differ from headlines in dashes, quotes and spaces. */
function letters(text: string): string {
  return text
    .slice(0, 2 * LONGEST)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "");
}

/** Where the discussion begins: at its heading, or at a line like it that has more of the text before than behind it. */
function discussionAt(lines: readonly PageLine[], from: number, boilerplate: BoilerplateLexicon): number | undefined {
  const whole = lines.reduce((sum, line, at) => sum + (at >= from ? lineWeight(line) : 0), 0);
  let before = 0;
  for (const [at, line] of lines.entries()) {
    if (at <= from) continue;
    before += lineWeight(line);
    if (line.text.length > LONGEST || before < LEAST_ARTICLE) continue;
    if (line.kind !== "heading" && before * 2 < whole) continue;
    const isCounter = boilerplateLine(line.text, boilerplate)?.what === "comments";
    const isDiscussion = isCounter ? line.kind === "heading" : pageLabel(line.text, boilerplate) === "discussion";
    if (isDiscussion) return at;
  }
  return undefined;
}
