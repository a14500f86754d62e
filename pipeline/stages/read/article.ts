import type { Block, BlockKind } from "../../model/document.js";
import type { Metadata } from "../../model/metadata.js";

/** What a format's reader finds in a file. Offsets of `blocks` refer to `text`. */
export interface Article extends Metadata {
  readonly text: string;
  readonly blocks: readonly Block[];
  /** Of a page: all its text, a line a box. */
  readonly shownText?: string;
}

/** One line of an article before the stored text is put together. */
export interface ArticleLine {
  readonly kind: BlockKind;
  readonly text: string;
}
