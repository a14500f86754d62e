import { type Element, isTag, type ParentNode } from "domhandler";
import type { BlockKind } from "../../model/document.js";
import type { CellLine } from "./article.js";
import { CELL_SEPARATOR } from "./cell-separator.js";
import { type BufferedLine, LineBuffer } from "./line-buffer.js";
import { isPageFurniture } from "./page-furniture.js";
import { measureOf, type PageOutline } from "./page-outline.js";
import { type SourceCell, spanOf, TableGrid } from "./table-grid.js";
import { attributeOf, walkTree } from "./walk-tree.js";
import { wordSet } from "./word-set.js";

/** A line of a page as a browser would set it. */
export interface PageLine extends BufferedLine {
  readonly kind: BlockKind;
  /** Whether it is a headline of the first level. */
  readonly isHeadline: boolean;
  /** Of a table row. */
  readonly cells?: readonly CellLine[];
}

/** Which lines an element holds: from the first to before the second number. */
export interface LineRange {
  readonly from: number;
  readonly to: number;
}

export interface PageLines {
  readonly lines: readonly PageLine[];
  /** Ranges of the elements that begin lines. */
  readonly ranges: ReadonlyMap<Element, LineRange>;
  /** Furniture: elements whose text is in no line. */
  readonly dropped: ReadonlySet<Element>;
}

/** Elements that begin a line and end one. */
export const BLOCKS = wordSet(
  "address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer form h1 " +
    "h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre section summary table tbody td tfoot th thead tr ul",
);
const HEADINGS = wordSet("h1 h2 h3 h4 h5 h6");
const ITEMS = wordSet("li dd dt");
const CELLS = wordSet("td th");
const LONGEST_CELL = 300;
const MOST_CELL_BOXES = 2;
const LEVEL = "0123456789+-−";
const RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻";

/** The lines of a page without its furniture. */
export function linesOfPage(root: ParentNode, outline: PageOutline): PageLines {
  const writer = new LineWriter(outline);
  walkTree(root, writer);
  return writer.finish();
}

class LineWriter {
  readonly #outline: PageOutline;
  readonly #lines: PageLine[] = [];
  readonly #ranges = new Map<Element, LineRange>();
  readonly #dropped = new Set<Element>();
  /** Where the blocks that are open began. */
  readonly #starts: number[] = [];
  /** How many elements are open of those that change what their text is. */
  readonly #open = { article: 0, heading: 0, headline: 0, item: 0, link: 0, time: 0, raised: 0, kept: 0 };
  readonly #buffer = new LineBuffer();
  /** The cells of the table row that is open. */
  #cells: SourceCell[] | undefined;
  /** The tables that are open; rows outside of any have the first. */
  readonly #grids = [new TableGrid()];

  constructor(outline: PageOutline) {
    this.#outline = outline;
  }

  enter(element: Element): boolean {
    const { name } = element;
    // The text so far is closed before anything is counted: it must not take the kind of what begins here.
    if (BLOCKS.has(name)) this.#flush();
    else if (name === "br") this.#break();
    if (isPageFurniture(element, this.#outline, this.#open.article > 0)) {
      this.#dropped.add(element);
      return false;
    }
    this.#count(element, 1);
    if (name === "table") this.#grids.push(new TableGrid());
    if (name === "tr" && this.#isDataRow(element)) this.#cells = [];
    if (BLOCKS.has(name)) this.#starts.push(this.#lines.length);
    return true;
  }

  leave(element: Element): void {
    const { name } = element;
    if (BLOCKS.has(name)) {
      if (this.#cells !== undefined && name === "tr") this.#flushRow(this.#cells);
      else if (this.#cells !== undefined && CELLS.has(name)) this.#cells.push(this.#takeCell(element));
      else this.#flush();
      this.#ranges.set(element, { from: this.#starts.pop() ?? 0, to: this.#lines.length });
    }
    if (name === "table") this.#grids.pop();
    this.#count(element, -1);
  }

  text(data: string): void {
    const { raised: raisedOpen, kept, link, time } = this.#open;
    const lines = kept > 0 ? data.split(/\r\n?|\n/u) : [raisedOpen > 0 ? raised(data) : data];
    for (const [index, line] of lines.entries()) {
      if (index > 0) this.#break();
      this.#buffer.add(line, link > 0, time > 0);
    }
  }

  finish(): PageLines {
    this.#flush();
    return { lines: this.#lines, ranges: this.#ranges, dropped: this.#dropped };
  }

  #count(element: Element, by: 1 | -1): void {
    const { name } = element;
    const open = this.#open;
    if (name === "article" || name === "main") open.article += by;
    if (HEADINGS.has(name)) open.heading += by;
    if (name === "h1") open.headline += by;
    if (ITEMS.has(name)) open.item += by;
    if (name === "a" && this.#leadsAway(attributeOf(element, "href"))) open.link += by;
    if (name === "time") open.time += by;
    if (name === "sup") open.raised += by;
    if (name === "pre") open.kept += by;
  }

  /** A heading may be a link to its own place. */
  #leadsAway(href: string): boolean {
    return href !== "" && !(this.#open.heading > 0 && /^#./u.test(href));
  }

  /** A `br` ends a line, but not a heading or a table's row. */
  #break(): void {
    if (this.#cells === undefined && this.#open.heading === 0) this.#buffer.break();
    else this.#buffer.add(" ", false, false);
  }

  #flush(): void {
    if (this.#cells !== undefined) this.#buffer.add(" ", false, false);
    else this.#push(this.#buffer.takeLines(), this.#kind());
  }

  #takeCell({ name, attribs }: Element): SourceCell {
    return {
      text: this.#buffer.takeText(),
      isHeader: name === "th",
      columns: spanOf(attribs["colspan"] ?? "", false),
      rows: spanOf(attribs["rowspan"] ?? "", true),
    };
  }

  #flushRow(row: readonly SourceCell[]): void {
    this.#cells = undefined;
    const cells = this.#grids.at(-1)?.addRow(row) ?? [];
    this.#buffer.add(
      row.some(({ text }) => text !== "") ? row.map(({ text }) => text).join(CELL_SEPARATOR) : "",
      false,
      false,
    );
    this.#push(this.#buffer.takeLines(), "table-row", cells);
  }

  #kind(): BlockKind {
    if (this.#open.heading > 0) return "heading";
    return this.#open.item > 0 ? "list-item" : "paragraph";
  }

  #push(lines: readonly BufferedLine[], kind: BlockKind, cells?: readonly CellLine[]): void {
    const isHeadline = this.#open.headline > 0;
    // Spelled out, as there are so many of them: spreading a line costs as much as collecting its text.
    for (const { text, links, time, pieces } of lines) {
      const line = { text, links, time, pieces, kind, isHeadline };
      this.#lines.push(cells === undefined ? line : { ...line, cells });
    }
  }

  /** A row of short cells; where cells hold paragraphs or tables, the table only lays out the page. */
  #isDataRow(row: Element): boolean {
    if (this.#cells !== undefined) return false;
    let cells = 0;
    for (const child of row.children) {
      if (!isTag(child) || !CELLS.has(child.name)) continue;
      const { text, boxes, tables } = measureOf(this.#outline.measures, child);
      if (tables > 0 || boxes > MOST_CELL_BOXES || text > LONGEST_CELL) return false;
      cells++;
    }
    return cells > 1;
  }
}

/** `km<sup>2</sup>` is km², so that an exponent or a footnote's number never joins the number before it. */
function raised(text: string): string {
  const places = [...text.trim()].map((char) => LEVEL.indexOf(char));
  const isExponent = places.length > 0 && places.length <= 3 && !places.includes(-1);
  return isExponent ? places.map((place) => RAISED.charAt(place)).join("") : text;
}
