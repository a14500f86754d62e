import { boilerplateLine } from "../../../extractors/boilerplate.js";
import type { BoilerplateLexicon } from "../../../extractors/boilerplate-lexicon.js";
import type { PageLabelKind } from "../../../extractors/boilerplate-schema.js";
import { isLink, lineWeight } from "./line-weight.js";
import type { PageLine } from "./page-lines.js";

const LONGEST_TEASER = 300;
const MOST_TEASERS = 12;
const LEAST_SECTION = 200;

/**
 * The chosen lines without what is no article for its words or its place: controls and notes, links to other articles
 * with what they announce, code, headings over nothing. `headline` is the line of the article's own,
 * `labels` are what `pageLabel` says of each line.
 */
export function finishedLines(
  lines: readonly PageLine[],
  labels: readonly (PageLabelKind | undefined)[],
  chosen: readonly boolean[],
  headline: number | undefined,
  boilerplate: BoilerplateLexicon,
): readonly PageLine[] {
  const kept = [...chosen];
  let announcements = 0;
  for (const [at, line] of lines.entries()) {
    if (kept[at] !== true || at === headline) continue;
    const label = labels[at];
    const what = boilerplateLine(line.text, boilerplate)?.what;
    if (label === "related" || what === "link") announcements = MOST_TEASERS;
    else announcements = isAnnouncement(line) ? announcements - 1 : 0;
    // Lines of boilerplate stay as such: they carry no facts, and an address among them may be the article's source.
    if (what !== undefined) continue;
    kept[at] = !(isLabel(label, line) || announcements > 0 || isStrayLink(lines, kept, at) || isCode(line.text));
  }
  dropEmptyHeadings(lines, kept, headline);
  return lines.filter((_line, at) => kept[at]);
}

/** An item of a list that is no link may be a word of the article: `Facebook` among several networks. */
function isLabel(label: PageLabelKind | undefined, line: PageLine): boolean {
  return label !== undefined && (line.kind !== "list-item" || label !== "control" || line.links > 0);
}

/** `(adsbygoogle = window.adsbygoogle || []).push({});`: a script that was pasted in as text. */
function isCode(text: string): boolean {
  return /[;}]$/u.test(text) && /\(.{0,200}\)/u.test(text) && /[{}=]/u.test(text);
}

/** What stands under `Lesen Sie auch`: links, and headings or captions in them. */
function isAnnouncement(line: PageLine): boolean {
  return line.text.length <= LONGEST_TEASER && (isLink(line) || (line.kind === "list-item" && line.links > 0));
}

/**
 * A paragraph or heading that is a link as a whole announces another article; a list item may be a term, and over so much
 * text stands the heading of a post or a section.
 */
function isStrayLink(lines: readonly PageLine[], kept: readonly boolean[], at: number): boolean {
  const line = lines[at];
  if (line === undefined || !isLink(line)) return false;
  if (line.kind !== "heading") return line.kind === "paragraph";
  let weight = 0;
  for (let under = at + 1; under < lines.length && weight < LEAST_SECTION; under++) {
    const next = lines[under];
    if (next === undefined || next.kind === "heading") break;
    if (kept[under] === true) weight += lineWeight(next);
  }
  return weight < LEAST_SECTION;
}

/** Headings with nothing behind them up to the next one, where something was left out, or up to the end. */
function dropEmptyHeadings(lines: readonly PageLine[], kept: boolean[], headline: number | undefined): void {
  let isOverText = false;
  let hasGap = false;
  let next: number | undefined;
  for (let at = lines.length - 1; at >= 0; at--) {
    const line = lines[at];
    if (line === undefined) continue;
    if (kept[at] !== true) {
      hasGap = true;
    } else if (line.kind !== "heading") {
      isOverText = true;
      hasGap = false;
      next = undefined;
    } else {
      if (at !== headline && !line.isHeadline && !isOverText && (hasGap || next === undefined)) kept[at] = false;
      else next = at;
      if (kept[at]) {
        isOverText = false;
        hasGap = false;
      }
    }
  }
}
