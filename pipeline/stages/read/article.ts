import type { Diagnostic } from "../../model/diagnostic.js";
import type { Block, BlockKind } from "../../model/document.js";
import type { Metadata } from "../../model/metadata.js";

/** What a format's reader finds in a file. Offsets of `blocks` refer to `text`. */
export interface Article extends Metadata {
  readonly text: string;
  readonly blocks: readonly Block[];
  /** Problems in the file that did not keep it from being read. */
  readonly diagnostics?: readonly Diagnostic[];
  /** Of a page: all its text, a line a box. */
  readonly shownText?: string;
}

/** One line of an article before the stored text is put together. */
export interface ArticleLine {
  readonly kind: BlockKind;
  readonly text: string;
  /** 1-based page that it begins on, in formats that have pages. */
  readonly page?: number;
  /** Of a table row: its cells in the order of the line. */
  readonly cells?: readonly CellLine[];
}

/** A cell of a table row with its place, from 1, and headers. */
export interface CellLine {
  readonly text: string;
  readonly row: number;
  readonly column: number;
  readonly rowHeader: string | undefined;
  /** The top one first. */
  readonly columnHeaders: readonly string[];
}
