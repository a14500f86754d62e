import { CELL_SEPARATOR } from "./cell-separator.js";
import { plainLetters } from "./plain-letters.js";

/** A line as it stands on a page. Coordinates are in points from the lower left corner; `right` is exclusive. */
export interface PdfLine {
  readonly text: string;
  /** 1-based. */
  readonly page: number;
  readonly left: number;
  readonly right: number;
  /** Of the line that the letters stand on. */
  readonly baseline: number;
  /** Font size of most of its characters. */
  readonly size: number;
  readonly isRightToLeft: boolean;
  /** Whether wide gaps part it into cells. */
  readonly isRow: boolean;
}

/** A piece of text as the library hands it out, in the order of its drawing. */
export interface PdfItem {
  readonly str: string;
  readonly dir: string;
  readonly width: number;
  readonly height: number;
  /** Scale, slant and place; the last two are x and y of its beginning on the baseline. */
  readonly transform: readonly number[];
}

interface Piece {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly baseline: number;
  readonly size: number;
  readonly isRightToLeft: boolean;
}

/** Shares of the font size. A narrower gap is only letter spacing; a wider one than the second parts cells. */
const SPACE_GAP = 0.15;
const CELL_GAP = 2;
const BASELINE_SHIFT = 0.5;

/** The lines of a page, in the order of their drawing, which is that of reading in all but freak files. */
export function linesOfPdfPage(items: readonly PdfItem[], page: number): readonly PdfLine[] {
  const lines: PdfLine[] = [];
  let pieces: Piece[] = [];
  const end = () => {
    if (pieces.length > 0) lines.push(lineOf(pieces, page));
    pieces = [];
  };
  for (const item of items) {
    const piece = pieceOf(item);
    if (piece === undefined) continue;
    const last = pieces.at(-1);
    if (last !== undefined && !isSameLine(last, piece)) end();
    pieces.push(piece);
  }
  end();
  return lines;
}

/** Nothing for space alone, and for text that runs up or down the page: margin notes and watermarks. */
function pieceOf({ str, dir, width, height, transform }: PdfItem): Piece | undefined {
  const [scale = 0, slant = 0, , , x = 0, y = 0] = transform;
  if (str.trim() === "" || Math.abs(slant) > Math.abs(scale)) return undefined;
  if (![x, y, width, height].every(Number.isFinite)) return undefined;
  const size = height || Math.abs(scale) || 1;
  return { text: str, left: x, right: x + width, baseline: y, size, isRightToLeft: dir === "rtl" };
}

function isSameLine(last: Piece, next: Piece): boolean {
  return Math.abs(last.baseline - next.baseline) < Math.max(last.size, next.size) * BASELINE_SHIFT;
}

function lineOf(pieces: readonly Piece[], page: number): PdfLine {
  const longest = pieces.reduce((best, piece) => (piece.text.length > best.text.length ? piece : best));
  const isRightToLeft = isMostlyRightToLeft(pieces);
  const ordered = inReadingOrder(pieces, isRightToLeft);
  let text = "";
  let before: Piece | undefined;
  let isRow = false;
  for (const piece of ordered) {
    const gap = before === undefined ? 0 : gapBetween(before, piece);
    if (gap > piece.size * CELL_GAP) {
      text = `${text.trimEnd()}${CELL_SEPARATOR}`;
      isRow = true;
    } else if (gap > piece.size * SPACE_GAP) text += " ";
    text += plainLetters(piece.text);
    before = piece;
  }
  return {
    text: text.replace(/[\p{Cc}\p{Zs}]+/gu, (space) => (space.includes("\u00a0") ? "\u00a0" : " ")).trim(),
    page,
    left: Math.min(...pieces.map(({ left }) => left)),
    right: Math.max(...pieces.map(({ right }) => right)),
    baseline: longest.baseline,
    size: longest.size,
    isRightToLeft,
    isRow,
  };
}

function isMostlyRightToLeft(pieces: readonly Piece[]): boolean {
  let balance = 0;
  for (const { text, isRightToLeft } of pieces) balance += isRightToLeft ? text.length : -lettersOf(text);
  return balance > 0;
}

/** Digits and signs have no direction of their own. */
function lettersOf(text: string): number {
  return text.match(/\p{L}/gu)?.length ?? 0;
}

/**
 * Pieces of a line from its beginning on. In a line from right to left, neighbours that run from left to right
 * (numbers, foreign names) keep their order among themselves.
 */
function inReadingOrder(pieces: readonly Piece[], isRightToLeft: boolean): readonly Piece[] {
  const rightward = pieces.toSorted((a, b) => a.left - b.left);
  if (!isRightToLeft) return rightward;
  const ordered: Piece[] = [];
  let run: Piece[] = [];
  for (const piece of rightward.toReversed()) {
    if (piece.isRightToLeft) {
      ordered.push(...run, piece);
      run = [];
    } else run.unshift(piece);
  }
  return [...ordered, ...run];
}

function gapBetween(one: Piece, other: Piece): number {
  return Math.max(one.left, other.left) - Math.min(one.right, other.right);
}
