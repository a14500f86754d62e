import type { Document as HtmlDocument, ParentNode } from "domhandler";
import type { BoilerplateLexicon } from "../../../extractors/boilerplate-lexicon.js";
import type { ArticleLine } from "./article.js";
import { linesOfPage } from "./page-lines.js";
import { outlineOf } from "./page-outline.js";
import { parseHtml } from "./parse-html.js";
import { attributeOf, walkTree } from "./walk-tree.js";

const LONGEST_SCRIPT = 1_000_000;
const MOST_NODES = 20_000;

/**
 * The text of the article that a page states in structured data (`articleBody`), for pages that are put together by a
 * script and hold it nowhere else. Empty when there is none.
 */
export function statedBody(
  document: HtmlDocument,
  boilerplate: BoilerplateLexicon,
  path: string,
): readonly ArticleLine[] {
  for (const script of scriptsOf(document)) {
    const body = bodyIn(parsed(script));
    if (body !== undefined) return linesOf(body, boilerplate, path);
  }
  return [];
}

function scriptsOf(root: ParentNode): readonly string[] {
  const scripts: string[] = [];
  let isOpen = false;
  walkTree(root, {
    enter: (element) => {
      isOpen = element.name === "script" && attributeOf(element, "type").toLowerCase() === "application/ld+json";
      return element.name !== "script" || isOpen;
    },
    leave: () => {
      isOpen = false;
    },
    text: (data) => {
      if (isOpen && data.includes("articleBody") && data.length <= LONGEST_SCRIPT) scripts.push(data);
    },
  });
  return scripts;
}

function parsed(script: string): unknown {
  try {
    return JSON.parse(script);
  } catch {
    return undefined;
  }
}

/** Breadth first, so that the page's own article comes before those it cites. */
function bodyIn(root: unknown): string | undefined {
  const queue: unknown[] = [root];
  for (let at = 0; at < queue.length && at < MOST_NODES; at++) {
    const node = queue[at];
    if (typeof node !== "object" || node === null) continue;
    const body: unknown = "articleBody" in node ? node.articleBody : undefined;
    if (typeof body === "string" && body.trim() !== "") return body;
    queue.push(...Object.values(node).slice(0, MOST_NODES));
  }
  return undefined;
}

/** Some write it as text, some as markup. */
function linesOf(body: string, boilerplate: BoilerplateLexicon, path: string): readonly ArticleLine[] {
  if (/[<&]/u.test(body)) {
    const document = parseHtml(body.replaceAll("\n", "<br>"), { path, xhtml: false });
    return linesOfPage(document, outlineOf(document, boilerplate)).lines;
  }
  return body
    .split(/\r\n?|\n/u)
    .map((line): ArticleLine => ({ kind: "paragraph", text: line.trim() }))
    .filter(({ text }) => text !== "");
}
