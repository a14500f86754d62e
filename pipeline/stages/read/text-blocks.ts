import { boilerplateLine } from "../../../extractors/boilerplate.js";
import type { BoilerplateLexicon } from "../../../extractors/boilerplate-lexicon.js";
import { bylineOf } from "../../../extractors/byline.js";
import type { Block, BlockKind, TableCell } from "../../model/document.js";
import type { ArticleLine, CellLine } from "./article.js";
import { storedText } from "./stored-text.js";

/** What the lines of an article say about it. */
export interface TextMetadata {
  /** The address in its last source line. */
  readonly sourceUrl?: string | undefined;
  /** The name in its last source line that has one. */
  readonly source?: string | undefined;
  /** The name in its first line that says who wrote it. */
  readonly byline?: string | undefined;
}

/** A text with its lines that are not blank. */
export interface TextBlocks {
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly stated: TextMetadata;
}

/** White space, and marks that nobody sees: a line of them is blank. */
const BLANK = /^[\s\p{Cf}]*$/u;
const LINE_END = /[\n\f\r\u2028\u2029]/g;

/** Blocks of a text as it stands, of whatever line ends; a block covers its line without the space around it. */
export function blocksOfText(
  text: string,
  kindOf: (line: string) => BlockKind,
  boilerplate: BoilerplateLexicon,
): TextBlocks {
  const collector = new BlockCollector(boilerplate);
  for (let start = 0; start < text.length; ) {
    const end = lineEnd(text, start);
    const line = text.slice(start, end);
    if (!BLANK.test(line)) collector.add(line, start, kindOf(line));
    start = end + 1;
  }
  return collector.finish(text);
}

/** The stored text of lines, each on its own, and its blocks. Lines must hold no line end. */
export function joinLines(lines: readonly ArticleLine[], boilerplate: BoilerplateLexicon): TextBlocks {
  const collector = new BlockCollector(boilerplate);
  const texts: string[] = [];
  let start = 0;
  for (const { kind, text, page, cells } of lines) {
    const line = storedText(text);
    if (BLANK.test(line)) continue;
    collector.add(line, start, kind, {
      ...(page === undefined ? {} : { page }),
      ...(cells && { cells: tableCells(cells, line, start) }),
    });
    texts.push(line);
    start += line.length + 1;
  }
  return collector.finish(texts.join("\n"));
}

/** The cells of a row that is `line`, which starts there in the stored text; empty ones have no place in it. */
function tableCells(cells: readonly CellLine[], line: string, start: number): readonly TableCell[] {
  const found: TableCell[] = [];
  let at = 0;
  for (const { text, row, column, rowHeader, columnHeaders } of cells) {
    const cell = storedText(text);
    const from = line.indexOf(cell, at);
    if (cell === "" || from < 0) continue;
    at = from + cell.length;
    found.push({
      span: { start: start + from, end: start + at },
      row,
      column,
      ...(rowHeader !== undefined && { rowHeader: storedText(rowHeader) }),
      ...(columnHeaders.length > 0 && { columnHeaders: columnHeaders.map(storedText) }),
    });
  }
  return found;
}

/** `end` of the line that starts there: its line end, or the text's. */
function lineEnd(text: string, start: number): number {
  LINE_END.lastIndex = start;
  return LINE_END.exec(text)?.index ?? text.length;
}

/** Who wrote an article stands above it. */
const LAST_BYLINE = 6;

class BlockCollector {
  readonly #boilerplate: BoilerplateLexicon;
  readonly #blocks: Block[] = [];
  #sourceUrl: string | undefined;
  #source: string | undefined;
  #byline: string | undefined;
  /** The line before was `Quelle` alone: an address after it is the source. */
  #awaitsSource = false;

  constructor(boilerplate: BoilerplateLexicon) {
    this.#boilerplate = boilerplate;
  }

  add(line: string, start: number, kind: BlockKind, place: Pick<Block, "page" | "cells"> = {}): void {
    const found = boilerplateLine(line, this.#boilerplate);
    const leading = line.length - line.trimStart().length;
    const span = { start: start + leading, end: start + line.trimEnd().length };
    this.#blocks.push({ kind: found === undefined ? kind : "boilerplate", span, ...place });
    if (found?.what === "source" || (found?.what === "address" && this.#awaitsSource)) {
      this.#sourceUrl = found.url ?? this.#sourceUrl;
      this.#source = found.name ?? this.#source;
    }
    this.#awaitsSource = found?.what === "source" && found.url === undefined;
    if (this.#byline === undefined && found === undefined && kind === "paragraph" && this.#blocks.length <= LAST_BYLINE)
      this.#byline = bylineOf(line, this.#boilerplate);
  }

  finish(text: string): TextBlocks {
    return {
      text,
      blocks: this.#blocks,
      stated: { sourceUrl: this.#sourceUrl, source: this.#source, byline: this.#byline },
    };
  }
}
