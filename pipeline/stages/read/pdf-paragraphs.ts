import type { BlockKind } from "../../model/document.js";
import type { ArticleLine } from "./article.js";
import { countWords, mendHyphens } from "./mend-hyphens.js";
import type { PdfLine } from "./pdf-line.js";

/** Larger by this than most of the text is a heading; more than the second apart in size is another paragraph. */
const HEADING_SCALE = 1.15;
const SAME_SIZE = 1.08;
const LONGEST_HEADING = 200;
/** Shares: of the line pitch, of the font size, and of the column's width. */
const PARAGRAPH_GAP = 1.3;
const INDENT = 0.8;
const SHORT_LINE = 0.85;
const STUB_LINE = 0.6;
const BULLET = /^[-–—*•▪◦‣·]\s+\S/u;
const NUMBERED = /^[\p{N}]{1,2}[.)]\s/u;
const PARTED = /\p{L}[-‐\u00ad]$/u;
const ENDS_SENTENCE = /[.!?؟۔…:]["'»”’“)\]]{0,4}$/u;

interface Column {
  readonly left: number;
  readonly right: number;
}

/** Paragraphs, headings, list items and table rows of the lines of all pages. */
export function pdfParagraphs(pages: readonly (readonly PdfLine[])[]): readonly ArticleLine[] {
  const lines = pages.flat();
  const counts = countWords(lines.map(({ text }) => text));
  const bodySize = usualSize(lines);
  const layout: Layout = { pitch: usualPitch(lines), columns: new Map(pages.flatMap((page) => [...columnsOf(page)])) };
  const paragraphs: ArticleLine[] = [];
  let open: readonly PdfLine[] = [];
  let pieces: string[] = [];
  const close = () => {
    const [first] = open;
    const text = pieces.join("");
    if (first !== undefined) paragraphs.push({ kind: kindOf(first, text, bodySize), text, page: first.page });
  };
  for (const line of lines) {
    const [first, last] = [open[0], open.at(-1)];
    if (first !== undefined && last !== undefined && goesOn(first, last, line, layout)) {
      pieces[pieces.length - 1] = mendHyphens(last.text, line.text, counts);
      pieces.push(line.text);
      open = [first, line];
    } else {
      close();
      open = [line];
      pieces = [line.text];
    }
  }
  close();
  return paragraphs;
}

interface Layout {
  /** Usual distance of baselines, in font sizes. */
  readonly pitch: number;
  /** Of each line, how far those reach that begin where it does. */
  readonly columns: ReadonlyMap<PdfLine, Column>;
}

function kindOf(first: PdfLine, text: string, bodySize: number): BlockKind {
  if (first.isRow) return "table-row";
  if (first.size > bodySize * HEADING_SCALE && text.length <= LONGEST_HEADING) return "heading";
  return BULLET.test(text) ? "list-item" : "paragraph";
}

function goesOn(first: PdfLine, last: PdfLine, next: PdfLine, { pitch, columns }: Layout): boolean {
  if (last.isRow || next.isRow) return false;
  if (Math.max(last.size, next.size) > Math.min(last.size, next.size) * SAME_SIZE) return false;
  if (BULLET.test(next.text)) return false;
  const ended = ENDS_SENTENCE.test(last.text);
  if (NUMBERED.test(next.text) && ended) return false;
  const drop = last.baseline - next.baseline;
  const fill = fillOf(last, columns.get(last));
  if (last.page !== next.page || drop < 0) return !ended && (fill > STUB_LINE || PARTED.test(last.text));
  if (drop > pitch * last.size * PARAGRAPH_GAP) return false;
  if (PARTED.test(last.text)) return true;
  if (fill < (ended ? SHORT_LINE : STUB_LINE) && !isCentred(last, next)) return false;
  const hangs = BULLET.test(first.text) || NUMBERED.test(first.text);
  return hangs || indentOf(last, next) <= last.size * INDENT || isCentred(last, next);
}

/** How much of its column a line fills. */
function fillOf(line: PdfLine, column: Column | undefined): number {
  const width = column === undefined ? 0 : column.right - column.left;
  return width <= 0 ? 1 : (line.right - line.left) / width;
}

function indentOf(last: PdfLine, next: PdfLine): number {
  return next.isRightToLeft ? last.right - next.right : next.left - last.left;
}

/** Both edges differ, and the middle does not: lines of a centred headline. */
function isCentred(last: PdfLine, next: PdfLine): boolean {
  const shift = (last.left + last.right) / 2 - (next.left + next.right) / 2;
  return Math.abs(shift) < last.size / 2 && Math.abs(last.left - next.left) > last.size;
}

function usualSize(lines: readonly PdfLine[]): number {
  return mostCommon(lines.map(({ size, text }) => [Math.round(size * 2) / 2, text.length]));
}

function usualPitch(lines: readonly PdfLine[]): number {
  const ratios = lines.flatMap((line, at): (readonly [number, number])[] => {
    const next = lines[at + 1];
    if (next === undefined || next.page !== line.page || next.isRow || line.isRow) return [];
    const ratio = (line.baseline - next.baseline) / line.size;
    return ratio > 0.8 && ratio < 2.5 ? [[Math.round(ratio * 20) / 20, line.text.length]] : [];
  });
  return ratios.length === 0 ? 1.3 : mostCommon(ratios);
}

/** The value with the greatest weight of all; 0 without any. */
function mostCommon(weighted: readonly (readonly [number, number])[]): number {
  const weights = new Map<number, number>();
  for (const [value, weight] of weighted) weights.set(value, (weights.get(value) ?? 0) + weight);
  return [...weights].reduce((best, each) => (each[1] > best[1] ? each : best), [0, 0])[0];
}

/** Lines of a page that begin within some letters of each other make a column. */
function columnsOf(lines: readonly PdfLine[]): ReadonlyMap<PdfLine, Column> {
  const reach = new Map<number, Column>();
  const bucket = (line: PdfLine) => Math.round((line.isRightToLeft ? line.right : line.left) / 24);
  for (const line of lines) {
    const key = bucket(line);
    for (const near of [key - 1, key, key + 1]) {
      const known = reach.get(near);
      const { left, right } = line;
      reach.set(near, {
        left: Math.min(left, known?.left ?? left),
        right: Math.max(right, known?.right ?? right),
      });
    }
  }
  return new Map(lines.map((line) => [line, reach.get(bucket(line)) ?? line]));
}
