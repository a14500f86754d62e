import { boilerplateLine } from "../../../extractors/boilerplate.js";
import type { BoilerplateLexicon } from "../../../extractors/boilerplate-lexicon.js";
import type { BlockKind } from "../../model/document.js";
import type { Article, ArticleLine } from "./article.js";
import { CELL_SEPARATOR } from "./cell-separator.js";
import { chooseMetadata } from "./choose-metadata.js";
import { frontMatterOf } from "./front-matter.js";
import { plainMarkdown } from "./plain-markdown.js";
import { storedText } from "./stored-text.js";
import { joinLines } from "./text-blocks.js";
import { textCandidates } from "./text-candidates.js";

const HEADING = /^ {0,3}#{1,6}(?:[ \t]+|$)/u;
const UNDERLINE = /^ {0,3}(?:=+|-{2,})[ \t]*$/u;
const RULE = /^ {0,3}(?:[*_-][ \t]*){3,80}$/u;
const FENCE = /^ {0,3}(?:```|~~~)/u;
const BULLET = /^\s{0,12}[-*+][ \t]+/u;
const NUMBERED = /^\s{0,12}[0-9]{1,9}[.)][ \t]/u;
const QUOTE = /^ {0,3}(?:> ?)+/u;
const HARD_BREAK = / {2}$/u;
const TABLE_RULE = /^[\s|:-]+$/u;
const DEFINITION = /^ {0,3}\[[^\]]{1,200}\]:\s/u;
/** What is longer than this and underlined is a paragraph above a rule. */
const LONGEST_HEADING = 200;

/**
 * An article in Markdown. Lines of a paragraph are joined and marks taken out, but for the numbers of a list: `3. Oktober`
 * begins with one too. Cells of a table row are parted as in tables of pages.
 */
export function markdownArticle(source: string, boilerplate: BoilerplateLexicon): Article {
  const text = storedText(source);
  const head = frontMatterOf(text);
  const lines = linesOf(text.slice(head.end), boilerplate);
  const { stated, ...body } = joinLines(lines, boilerplate);
  const heading = lines.find(({ kind }) => kind === "heading")?.text;
  const own = textCandidates(stated);
  return {
    ...chooseMetadata({
      ...head.stated,
      title: [...(head.stated.title ?? []), { from: "text", value: heading }],
      byline: [...(head.stated.byline ?? []), ...own.byline],
      publisher: [...(head.stated.publisher ?? []), ...own.publisher],
      url: [...(head.stated.url ?? []), ...own.url],
    }),
    ...body,
  };
}

/** A line that is still open: the next plain line goes on with it. */
interface OpenLine {
  readonly kind: BlockKind;
  readonly pieces: string[];
  readonly closed?: true;
}

function linesOf(text: string, boilerplate: BoilerplateLexicon): readonly ArticleLine[] {
  const lines: ArticleLine[] = [];
  let open: OpenLine | undefined;
  let fenced = false;
  const close = (kind?: BlockKind) => {
    if (open !== undefined) lines.push({ kind: kind ?? open.kind, text: plainMarkdown(open.pieces.join(" ")).trim() });
    open = undefined;
  };
  for (const raw of text.split("\n")) {
    if (FENCE.test(raw)) {
      close();
      fenced = !fenced;
      continue;
    }
    const line = fenced ? raw : raw.replace(QUOTE, "").replace(/\\$/u, "  ");
    if (line.trim() === "" || DEFINITION.test(line)) {
      close();
      continue;
    }
    if (open !== undefined && UNDERLINE.test(line)) {
      close(isShort(open) ? "heading" : undefined);
      continue;
    }
    if (RULE.test(line)) {
      close();
      continue;
    }
    const begun = fenced ? aloneLine(line) : beginning(line, boilerplate);
    if (begun !== undefined) close();
    open = begun ?? continued(open, line);
    if (open.closed || HARD_BREAK.test(line)) close();
  }
  close();
  return lines;
}

function isShort({ kind, pieces }: OpenLine): boolean {
  return kind === "paragraph" && pieces.join(" ").length <= LONGEST_HEADING;
}

function aloneLine(line: string): OpenLine {
  return { kind: "paragraph", pieces: [line.trim()], closed: true };
}

function continued(open: OpenLine | undefined, line: string): OpenLine {
  if (open === undefined) return { kind: "paragraph", pieces: [line.trim()] };
  open.pieces.push(line.trim());
  return open;
}

/** What a line begins, when it does not just go on with the one before. */
function beginning(line: string, boilerplate: BoilerplateLexicon): OpenLine | undefined {
  if (HEADING.test(line)) {
    const heading = line.replace(HEADING, "").replace(/[ \t]#{1,40}[ \t]{0,9}$/u, "");
    return { kind: "heading", pieces: [heading.trim()], closed: true };
  }
  if (BULLET.test(line)) return { kind: "list-item", pieces: [line.replace(BULLET, "").trim()] };
  if (NUMBERED.test(line)) return { kind: "list-item", pieces: [line.trim()] };
  if (line.trimStart().startsWith("|")) return { kind: "table-row", pieces: [tableRow(line.trim())], closed: true };
  return boilerplateLine(line, boilerplate) === undefined ? undefined : aloneLine(line);
}

function tableRow(line: string): string {
  if (TABLE_RULE.test(line)) return "";
  const inner = line.slice(1, line.endsWith("|") && line.length > 1 ? -1 : undefined);
  return inner
    .split("|")
    .map((cell) => cell.trim())
    .join(CELL_SEPARATOR);
}
