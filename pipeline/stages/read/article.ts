import type { Diagnostic } from "../../model/diagnostic.js";
import type { Block, BlockKind } from "../../model/document.js";

/** What a format's reader finds in a file. Offsets of `blocks` refer to `text`. */
export interface Article {
  readonly title?: string | undefined;
  readonly byline?: string | undefined;
  readonly publisher?: string | undefined;
  readonly url?: string | undefined;
  readonly publishedAt?: string | undefined;
  readonly text: string;
  readonly blocks: readonly Block[];
  /** What was wrong with the file and did not keep it from being read. */
  readonly diagnostics?: readonly Diagnostic[];
}

/** One line of an article before the stored text is put together. */
export interface ArticleLine {
  readonly kind: BlockKind;
  readonly text: string;
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
