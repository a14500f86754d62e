import type { BlockKind, Document } from "../model/document.js";

/** A line of a file: read as part of the article, or cut out. */
export interface MarkedLine {
  readonly text: string;
  /** What the line is in the article; `left-out` for one that the page shows and the article has not. */
  readonly kind: BlockKind | "left-out";
  /** Index among the document's blocks, where it is one of them. */
  readonly block?: number;
}

/** Lines that begin like this are the same, whatever footnote's mark or exponent stands in them. */
const SAME_BEGINNING = 24;
/** How far ahead a line of the page is looked for among the article's. */
const LOOK_AHEAD = 50;
const SHORTEST_JUMP = 20;

/**
 * The lines of a document, of a page also those that were left out, in the order of the page. Every block is there once, in
 * its order; which of the page's lines are in none is told as well as letters and digits can tell.
 */
export function markedLines(document: Document): readonly MarkedLine[] {
  const own = document.blocks.map(
    ({ kind, span }, block): MarkedLine => ({ kind, text: document.text.slice(span.start, span.end), block }),
  );
  return document.shownText === undefined ? own : withLeftOut(own, document.shownText.split("\n"));
}

function withLeftOut(own: readonly MarkedLine[], shown: readonly string[]): readonly MarkedLine[] {
  const keys = own.map(({ text }) => keyOf(text));
  const lines: MarkedLine[] = [];
  let at = 0;
  /** How much of the key at `at` the page's lines before had: a table's row is a line of the article and several of the page. */
  let used = 0;
  for (const text of shown) {
    const key = keyOf(text);
    if (used > 0 && (keys[at] ?? "").startsWith(key, used)) {
      used += key.length;
    } else {
      if (used > 0) at++;
      used = 0;
      const found = findAhead(keys, at, key);
      if (found === undefined) {
        lines.push({ kind: "left-out", text });
        continue;
      }
      lines.push(...own.slice(at, found + 1));
      at = found;
      used = key.length;
    }
    if (used >= (keys[at] ?? "").length) {
      at++;
      used = 0;
    }
  }
  return [...lines, ...own.slice(used > 0 ? at + 1 : at)];
}

function findAhead(keys: readonly string[], from: number, key: string): number | undefined {
  if (key === "") return undefined;
  const last = key.length < SHORTEST_JUMP ? from : Math.min(keys.length - 1, from + LOOK_AHEAD);
  for (let at = from; at <= last; at++) {
    const own = keys[at] ?? "";
    if (own === "") continue;
    const beginning = key.slice(0, SAME_BEGINNING);
    if (own.startsWith(key) || (beginning.length === SAME_BEGINNING && own.startsWith(beginning))) return at;
  }
  return undefined;
}

function keyOf(text: string): string {
  return text.normalize("NFKC").replace(/[^\p{L}\p{N}]+/gu, "");
}
