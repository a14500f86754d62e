import { Readability } from "@mozilla/readability";
import TreeParser from "@mozilla/readability/JSDOMParser.js";
import { squeezed } from "./page-source.js";
import type { Readable } from "./readable-finder.js";

/** What is read of the tree that Readability works on. */
interface TreeNode {
  readonly nodeType: number;
  readonly textContent: string;
  readonly childNodes: readonly TreeNode[];
}

/**
 * Shorter results are tried again with laxer rules, up to four times. A page comes without its furniture, so that less
 * text than Readability's own 500 characters may be the whole article.
 */
const CHAR_THRESHOLD = 250;
const TEXT_NODE = 3;

/** What Readability finds, in this thread and without a limit: for threads that someone else watches. */
export async function findReadable(source: string): Promise<Readable> {
  try {
    return { texts: readableTexts(source) };
  } catch {
    // Readability throws errors of many kinds on odd trees; for the page they all mean the same.
    return { missing: "failed" };
  }
}

/**
 * The texts between the tags of what Readability takes for the article, without white space; empty when it finds none.
 * Throws for a source that is not well-formed, as `pageSource` makes it.
 */
export function readableTexts(source: string): readonly string[] {
  const parser = new TreeParser();
  parser.error = refuse;
  const tree = parser.parse(`<html><body>${source}</body></html>`);
  const options = { charThreshold: CHAR_THRESHOLD, disableJSONLD: true, serializer: (node: TreeNode) => node };
  const article = new Readability(tree, options).parse()?.content;
  return article ? textsOf(article) : [];
}

/** The parser itself would only print what is wrong, where a command's output goes. */
function refuse(message: string): never {
  throw new Error(`Readability's source is not well-formed (${message}); give it what pageSource makes`);
}

function textsOf(article: TreeNode): readonly string[] {
  const texts: string[] = [];
  const open: TreeNode[] = [article];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node.nodeType === TEXT_NODE) {
      const text = squeezed(node.textContent);
      if (text !== "") texts.push(text);
    }
    for (const child of node.childNodes) open.push(child);
  }
  return texts;
}
