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
}
