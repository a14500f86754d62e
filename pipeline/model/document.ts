import type { Diagnostic } from "./diagnostic.js";
import type { Metadata } from "./metadata.js";
import type { Span } from "./span.js";

/** Where a document's bytes came from. */
export interface Source {
  /**
   * Path as the user would write it, relative to the folder the run was started in, `/` as separator; for an article in a
   * container `#` and the member follow.
   */
  readonly path: string;
  /** SHA-256 of the bytes, lower-case hex; where a container states something of an article, of both. */
  readonly sha256: string;
  readonly bytes: number;
}

/** `boilerplate` blocks (ad markers, comment counters, credits, source lines) carry no facts. */
export type BlockKind = "heading" | "paragraph" | "list-item" | "table-row" | "boilerplate";

/** One line of the stored text. Blocks are in order, do not overlap and never cross a line end. */
export interface Block {
  readonly kind: BlockKind;
  readonly span: Span;
  /** 1-based page that it begins on, where the file has pages. */
  readonly page?: number;
  /** Of a table row: its cells that are not empty. */
  readonly cells?: readonly TableCell[];
}

/** A cell of a table with its place in it, from 1, header rows counted, and the headers that say what it holds. */
export interface TableCell {
  readonly span: Span;
  readonly row: number;
  readonly column: number;
  readonly rowHeader?: string;
  /** The top one first. */
  readonly columnHeaders?: readonly string[];
}

/** An article as read: stored text and what its file says about it. */
export interface Document extends Metadata {
  /** 32 hex digits derived from the source's path and bytes. */
  readonly id: string;
  readonly source: Source;
  /** IANA media type, e.g. `text/plain`, `text/html`. */
  readonly mediaType: string;
  /** WHATWG encoding label that the bytes were decoded with. */
  readonly encoding: string;
  /** ISO 8601: when a web archive took it from `url`. */
  readonly retrievedAt?: string;
  /** Stored text: NFC, `\n` line ends, no byte order mark. Every offset of faktum refers to it. */
  readonly text: string;
  readonly blocks: readonly Block[];
  /** Of a page: all its text, a line a box, to link to sentences and to show what was left out; not stored. */
  readonly shownText?: string;
  readonly diagnostics: readonly Diagnostic[];
}
