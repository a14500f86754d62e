import type { Element, Document as HtmlDocument } from "domhandler";
import type { BoilerplateLexicon } from "../../../extractors/boilerplate-lexicon.js";
import { pageLabel } from "../../../extractors/page-label.js";
import type { Diagnostic } from "../../model/diagnostic.js";
import { agreedLines } from "./agreed-lines.js";
import type { ArticleLine } from "./article.js";
import { articleHead } from "./article-head.js";
import { articleWindow } from "./article-window.js";
import { finishedLines } from "./finished-lines.js";
import { lineWeight } from "./line-weight.js";
import { inLinkBoxes } from "./link-boxes.js";
import { mainPart } from "./main-part.js";
import { type LineRange, linesOfPage, type PageLine, type PageLines } from "./page-lines.js";
import { outlineOf } from "./page-outline.js";
import { type PageSource, pageSource, votesFor } from "./page-source.js";
import type { Readable, ReadableFinder } from "./readable-finder.js";
import { settledVotes } from "./settled-votes.js";
import { statedBody } from "./stated-body.js";

export interface PageArticle {
  readonly lines: readonly ArticleLine[];
  readonly diagnostics: readonly Diagnostic[];
}

export interface PageArticleOptions {
  /** For the diagnostics' messages. */
  readonly path: string;
  readonly findReadable: ReadableFinder;
}

/** Readability's time can grow with the square of these. The longest articles have some hundred kilobytes. */
const LONGEST_SOURCE = 300_000;
const DEEPEST_SOURCE = 200;
/** It reads the text below an element anew for each element around it. A second's work; pages on the web are 10 to 40 deep. */
const MOST_REREAD = 12_000_000;
/** A page with less text than this may hold its article in a script only. */
const LITTLE_TEXT = 200;

/**
 * The lines of a page's article. Where the page's build leaves it open, what it says and what Readability finds are brought
 * together; where Readability gives no answer, the build alone decides, and a diagnostic says so.
 */
export async function pageArticle(
  document: HtmlDocument,
  boilerplate: BoilerplateLexicon,
  { path, findReadable }: PageArticleOptions,
): Promise<PageArticle> {
  const outline = outlineOf(document, boilerplate);
  const page = linesOfPage(document, outline);
  const { lines } = page;
  const labels = lines.map(({ text }) => pageLabel(text, boilerplate));
  const window = articleWindow(lines, labels, outline.titles, boilerplate);
  const { headline } = window;
  const inBox = inLinkBoxes(page, labels, headline);
  const possible = lines.map((line, at) => isIn(window, at) && inBox[at] !== true && !isTime(line));
  const own = mainPart(page, possible, outline);
  const settled = settledVotes(page, possible, own);
  const { votes, missing } =
    settled === undefined
      ? await readableVotes(lines, possible, pageSource(document, outside(page, window)), findReadable)
      : { votes: settled };
  const chosen = agreedLines(lines, own, votes);
  const finished = finishedLines(lines, labels, articleHead(lines, chosen, headline), headline, boilerplate);
  return {
    lines: withStatedBody(finished.length > 0 ? finished : lines, () => statedBody(document, boilerplate, path)),
    diagnostics: missing === undefined ? [] : [missingDiagnostic(missing, path)],
  };
}

function isIn({ from, to }: LineRange, at: number): boolean {
  return at >= from && at < to;
}

/** A line that only tells when something was published. */
function isTime({ time, text }: PageLine): boolean {
  return time * 2 > text.length && text.length < 80;
}

/** Elements that Readability need not see: furniture, and what stands before the headline or behind the article. */
function outside({ ranges, dropped }: PageLines, { from, to }: LineRange): ReadonlySet<Element> {
  const all = new Set(dropped);
  for (const [element, range] of ranges) {
    if (range.from < range.to && (range.to <= from || range.from >= to)) all.add(element);
  }
  return all;
}

interface Votes {
  readonly votes: readonly boolean[];
  readonly missing?: Missing;
}

type Missing = Extract<Readable, { missing: unknown }>["missing"];

/** For each line whether Readability says that it is the article's; none where it gives no answer. */
async function readableVotes(
  lines: readonly PageLine[],
  possible: readonly boolean[],
  source: PageSource,
  findReadable: ReadableFinder,
): Promise<Votes> {
  const readable = await askReadability(source, findReadable);
  if ("missing" in readable) return { votes: [], missing: readable.missing };
  const found = votesFor(lines, readable.texts);
  return { votes: possible.map((is, at) => is && found[at] === true) };
}

async function askReadability({ source, depth }: PageSource, findReadable: ReadableFinder): Promise<Readable> {
  const isLarge = source.length > LONGEST_SOURCE || depth > DEEPEST_SOURCE || source.length * depth > MOST_REREAD;
  if (isLarge) return { missing: "too-large" };
  return findReadable(source);
}

function withStatedBody(found: readonly PageLine[], stated: () => readonly ArticleLine[]): readonly ArticleLine[] {
  const weight = found.reduce((sum, line) => sum + lineWeight(line), 0);
  if (weight >= LITTLE_TEXT) return found;
  const body = stated();
  const length = body.reduce((sum, { text }) => sum + text.length, 0);
  return length > weight ? [...found.filter(({ isHeadline }) => isHeadline), ...body] : found;
}

function missingDiagnostic(missing: Missing, path: string): Diagnostic {
  const why = {
    timeout: "took longer than it may",
    "too-large": "was left out on a page so long or deep",
    failed: "failed on the page",
  }[missing];
  return {
    code: `read.page-${missing}`,
    severity: missing === "too-large" ? "info" : "warning",
    stage: "read",
    message: `${path}: Readability ${why}, so that faktum's own rules alone chose its lines; check the text, or save it as .txt`,
  };
}
