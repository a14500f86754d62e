import type { Element, ParentNode } from "domhandler";
import type { PageLine } from "./page-lines.js";
import { attributeOf, walkTree } from "./walk-tree.js";
import { wordSet } from "./word-set.js";

/** What Readability goes by. */
const ATTRIBUTES = ["class", "id", "role", "itemprop", "rel"] as const;
const EMPTY = wordSet("br hr wbr");
const TRANSPARENT = wordSet("html body img picture source track param col");
/** Between texts that something parts that is left out: else they would come back as one. */
const SEAM = "<i></i>";

export interface PageSource {
  readonly source: string;
  /** Most elements inside one another. */
  readonly depth: number;
}

/** A page without its furniture, as the well-formed source that Readability gets; next to no work for its parser is left. */
export function pageSource(root: ParentNode, dropped: ReadonlySet<Element>): PageSource {
  const parts: string[] = [];
  let isAfterText = false;
  let open = 0;
  let depth = 0;
  const tag = (source: string) => {
    parts.push(source);
    isAfterText = false;
  };
  walkTree(root, {
    enter: (element) => {
      if (dropped.has(element)) return false;
      open++;
      depth = Math.max(depth, open);
      const name = plainName(element);
      if (!TRANSPARENT.has(name)) tag(EMPTY.has(name) ? `<${name}/>` : `<${name}${attributesOf(element)}>`);
      return true;
    },
    leave: (element) => {
      open--;
      const name = plainName(element);
      if (!EMPTY.has(name) && !TRANSPARENT.has(name)) tag(`</${name}>`);
    },
    text: (data) => {
      if (isAfterText) parts.push(SEAM);
      parts.push(escaped(data));
      isAfterText = true;
    },
  });
  return { source: parts.join(""), depth };
}

/** For each line whether most of its text is among the texts that were found. */
export function votesFor(lines: readonly PageLine[], texts: readonly string[]): readonly boolean[] {
  const found = new Set(texts);
  return lines.map(({ pieces }) => {
    let length = 0;
    let voted = 0;
    for (const piece of pieces) {
      const text = squeezed(piece);
      length += text.length;
      if (found.has(text)) voted += text.length;
    }
    return length > 0 && voted * 2 > length;
  });
}

/** Without white space: parsers and Readability each treat it in their own way. */
export function squeezed(text: string): string {
  return text.replace(/\s+/gu, "");
}

/** Of elements that HTML does not know, such as Word's `o:p`, nothing is known but that they hold text. */
function plainName({ name }: Element): string {
  return /^[a-z][a-z0-9-]*$/u.test(name) ? name : "span";
}

function attributesOf(element: Element): string {
  let attributes = "";
  for (const name of ATTRIBUTES) {
    const value = attributeOf(element, name).slice(0, 500);
    if (value !== "") attributes += ` ${name}="${escaped(value).replaceAll('"', "&quot;")}"`;
  }
  return element.name === "a" && "href" in element.attribs ? `${attributes} href="#"` : attributes;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
