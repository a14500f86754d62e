import { type ChildNode, DomHandler, type Document as HtmlDocument } from "domhandler";
import { Parser } from "htmlparser2";
import { ReadError } from "./read-error.js";

interface ParseOptions {
  /** For the error's message. */
  readonly path: string;
  /** XHTML: `<script src="..." />` is closed, CDATA is text. */
  readonly xhtml: boolean;
}

/** The parser's time grows with the depth; browsers stop at 512. */
const DEEPEST = 5_000;
/** About 150 MB of memory. The longest articles have some ten thousand elements and texts. */
const MOST_NODES = 500_000;

/** The tree of a page. Throws a ReadError for a page that only wants to use up time or memory. */
export function parseHtml(html: string, { path, xhtml }: ParseOptions): HtmlDocument {
  const handler = new BoundedHandler(path);
  new Parser(handler, { recognizeSelfClosing: xhtml, recognizeCDATA: xhtml }).end(html);
  return handler.root;
}

class BoundedHandler extends DomHandler {
  readonly #path: string;
  #nodes = 0;

  constructor(path: string) {
    super();
    this.#path = path;
  }

  protected override addNode(node: ChildNode): void {
    this.#nodes++;
    if (this.#nodes > MOST_NODES) {
      throw new ReadError("read.too-large", this.#path, `more than ${MOST_NODES} elements; save its text as .txt`);
    }
    if (this.tagStack.length > DEEPEST) {
      throw new ReadError(
        "read.too-deep",
        this.#path,
        `more than ${DEEPEST} elements inside one another, which no browser shows; save its text as .txt`,
      );
    }
    super.addNode(node);
  }
}
