import type { PdfLine } from "./pdf-line.js";

/** So many lines from the top or bottom of a page may be its header or footer. */
const EDGE_LINES = 3;
const PAGE_SHARE = 0.4;
const NUMBER_RUN = /\p{N}+/gu;
const PAGE_NUMBER = /^[\s\p{Pd}|·.]{0,4}([0-9]{1,4})[\s\p{Pd}|·.]{0,4}$/u;

/**
 * Lines of all pages without what recurs at their top and bottom, where only numbers may differ, and without bare page
 * numbers there. `pages` holds the lines of each page.
 */
export function withoutPdfFurniture(pages: readonly (readonly PdfLine[])[]): readonly (readonly PdfLine[])[] {
  const edges = pages.map(edgeLines);
  const counts = new Map<string, number>();
  for (const edge of edges) {
    for (const key of new Set([...edge].map(keyOf))) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const least = Math.max(2, Math.ceil(pages.length * PAGE_SHARE));
  return pages.map((lines, at) => {
    const edge = edges[at] ?? new Set();
    return lines.filter(
      (line) => !edge.has(line) || ((counts.get(keyOf(line)) ?? 0) < least && !isPageNumber(line, lines)),
    );
  });
}

function edgeLines(lines: readonly PdfLine[]): ReadonlySet<PdfLine> {
  const downward = lines.toSorted((a, b) => b.baseline - a.baseline);
  return new Set([...downward.slice(0, EDGE_LINES), ...downward.slice(-EDGE_LINES)]);
}

function keyOf({ text }: PdfLine): string {
  return text.replace(NUMBER_RUN, "#");
}

/** The page's own number, above or below all other lines. */
function isPageNumber(line: PdfLine, lines: readonly PdfLine[]): boolean {
  const number = PAGE_NUMBER.exec(line.text)?.[1];
  if (number === undefined || Number(number) !== line.page || lines.length === 1) return false;
  const others = lines.filter((other) => other !== line);
  return (
    others.every(({ baseline }) => baseline > line.baseline) || others.every(({ baseline }) => baseline < line.baseline)
  );
}
