import type { Element, Document as HtmlDocument } from "domhandler";
import type { BoilerplateLexicon } from "../../../extractors/boilerplate-lexicon.js";
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
const LONGEST_SOURCE = 500_000;
const DEEPEST_SOURCE = 400;
/** A page with less text than this may hold its article in a script only. */
const LITTLE_TEXT = 200;

/**
 * The lines of a page's article. What the page's build says and what Readability finds are brought together; where
 * Readability gives no answer, the build alone decides, and a diagnostic says so.
 */
export async function pageArticle(
  document: HtmlDocument,
  boilerplate: BoilerplateLexicon,
  { path, findReadable }: PageArticleOptions,
): Promise<PageArticle> {
  const outline = outlineOf(document, boilerplate);
  const page = linesOfPage(document, outline);
  const { lines } = page;
  const window = articleWindow(lines, outline.titles, boilerplate);
  const { headline } = window;
  const inBox = inLinkBoxes(page, headline, boilerplate);
  const possible = lines.map((line, at) => isIn(window, at) && inBox[at] !== true && !isTime(line));
  const own = mainPart(page, possible, outline);
  const readable = await askReadability(pageSource(document, outside(page, window)), findReadable);
  const votes = "texts" in readable ? votesFor(lines, readable.texts) : [];
  const chosen = agreedLines(
    lines,
    own,
    possible.map((is, at) => is && votes[at] === true),
  );
  const finished = finishedLines(lines, articleHead(lines, chosen, headline), headline, boilerplate);
  return {
    lines: withStatedBody(finished.length > 0 ? finished : lines, () => statedBody(document, boilerplate, path)),
    diagnostics: "missing" in readable ? [missingDiagnostic(readable.missing, path)] : [],
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

async function askReadability({ source, depth }: PageSource, findReadable: ReadableFinder): Promise<Readable> {
  if (source.length > LONGEST_SOURCE || depth > DEEPEST_SOURCE) return { missing: "too-large" };
  return findReadable(source);
}

function withStatedBody(found: readonly PageLine[], stated: () => readonly ArticleLine[]): readonly ArticleLine[] {
  const weight = found.reduce((sum, line) => sum + lineWeight(line), 0);
  if (weight >= LITTLE_TEXT) return found;
  const body = stated();
  const length = body.reduce((sum, { text }) => sum + text.length, 0);
  return length > weight ? [...found.filter(({ isHeadline }) => isHeadline), ...body] : found;
}

function missingDiagnostic(missing: Extract<Readable, { missing: unknown }>["missing"], path: string): Diagnostic {
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
