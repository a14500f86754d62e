import { html } from "hono/html";
import type { Block, TableCell } from "../../model/document.js";
import type { Span } from "../../model/span.js";
import type { ArticleFact, ReadArticle } from "../../store/read-article.js";
import { factAnchor, factPath } from "../fact-paths.js";
import type { Markup } from "../web-context.js";

/** How a mark says what a reviewer found: a class name, by the fact's id. */
export type Verdicts = ReadonlyMap<string, string>;

/** The article's text by its blocks, every fact in it a link to its evidence. */
export function articleText(article: ReadArticle, verdicts: Verdicts): readonly Markup[] {
  const marked = (span: Span): readonly (Markup | string)[] => markedText(article, span, verdicts);
  const { blocks, text, title } = article;
  const parts: Markup[] = [];
  for (let at = 0; at < blocks.length; ) {
    const block = blocks[at] as Block;
    const together = isGrouped(block) ? runOf(blocks, at) : [block];
    if (block.kind !== "heading" || text.slice(block.span.start, block.span.end).trim() !== title?.trim()) {
      parts.push(blockMarkup(together, marked));
    } else parts.push(html`<p class="headline">${marked(block.span)}</p>`);
    at += together.length;
  }
  return parts;
}

type Marked = (span: Span) => readonly (Markup | string)[];

function isGrouped({ kind }: Block): boolean {
  return kind === "list-item" || kind === "table-row";
}

/** The blocks of one list or table. */
function runOf(blocks: readonly Block[], from: number): readonly Block[] {
  const kind = blocks[from]?.kind;
  let end = from + 1;
  while (blocks[end]?.kind === kind && !beginsTable(blocks[end], blocks[end - 1])) end++;
  return blocks.slice(from, end);
}

/** Two tables may follow each other: then the rows begin anew. */
function beginsTable(block: Block | undefined, before: Block | undefined): boolean {
  const row = block?.cells?.[0]?.row;
  const rowBefore = before?.cells?.[0]?.row;
  return row !== undefined && rowBefore !== undefined && row <= rowBefore;
}

function blockMarkup(blocks: readonly Block[], marked: Marked): Markup {
  const [first] = blocks;
  switch (first?.kind) {
    case "heading":
      return html`<h2>${marked(first.span)}</h2>`;
    case "list-item":
      return html`<ul>${blocks.map(({ span }) => html`<li>${marked(span)}</li>`)}</ul>`;
    case "table-row":
      return html`<div class="table-frame"><table>${blocks.map((row) => rowMarkup(row, marked))}</table></div>`;
    case "boilerplate":
      return html`<p class="boilerplate">${marked(first.span)}</p>`;
    default:
      return first === undefined ? html`` : html`<p>${marked(first.span)}</p>`;
  }
}

function rowMarkup({ cells, span }: Block, marked: Marked): Markup {
  if (cells === undefined || cells.length === 0) return html`<tr><td>${marked(span)}</td></tr>`;
  const byColumn = new Map<number, TableCell>(cells.map((cell) => [cell.column, cell]));
  const width = Math.min(Math.max(...byColumn.keys()), WIDEST_TABLE);
  const columns = Array.from({ length: width }, (_, column) => byColumn.get(column + 1));
  return html`<tr>${columns.map((cell) => html`<td>${cell === undefined ? "" : marked(cell.span)}</td>`)}</tr>`;
}

const WIDEST_TABLE = 200;

function markedText({ id, text, facts }: ReadArticle, span: Span, verdicts: Verdicts): readonly (Markup | string)[] {
  const parts: (Markup | string)[] = [];
  let at = span.start;
  for (let next = firstFrom(facts, span.start); next < facts.length; next++) {
    const fact = facts[next] as ArticleFact;
    if (fact.span_start >= span.end) break;
    const end = Math.min(fact.span_end, span.end);
    const verdict = verdicts.get(fact.id);
    parts.push(
      text.slice(at, fact.span_start),
      html`<a class="fact ${fact.kind}${verdict === undefined ? "" : ` ${verdict}`}" id="${factAnchor(fact.id)}" href="${factPath({ document_id: id, fact_id: fact.id })}"><mark>${text.slice(fact.span_start, end)}</mark></a>`,
    );
    at = end;
  }
  parts.push(text.slice(at, span.end));
  return parts;
}

/** Index of the first fact that begins there or later. */
function firstFrom(facts: readonly ArticleFact[], start: number): number {
  let low = 0;
  let high = facts.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((facts[middle]?.span_start ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  return low;
}
