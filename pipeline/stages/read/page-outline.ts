import { type Element, isTag, type ParentNode } from "domhandler";
import { isCommentBox } from "./design-words.js";
import { attributeOf, walkTree } from "./walk-tree.js";
import { wordSet } from "./word-set.js";

/** What is known of an element before it is decided what belongs to the article. */
export interface Measure {
  /** Characters of text in it, spaces at the ends of each piece not counted. */
  readonly text: number;
  /** Elements in it that begin a line: paragraphs, list items, headings, boxes. */
  readonly boxes: number;
  readonly tables: number;
}

/** The measures of all elements of a page, and which of them hold its headline or main part. */
export interface PageOutline {
  /** Characters of text on the page. */
  readonly text: number;
  readonly measures: ReadonlyMap<Element, Measure>;
  /** Headlines, main part and the largest article but for comments, and all around them: never dropped for their class. */
  readonly landmarks: ReadonlySet<Element>;
}

/** Elements whose content is never text of the page. */
export const TEXTLESS = wordSet(
  "script style noscript template svg math canvas audio video object embed iframe button select textarea " +
    "input datalist map head title link meta base",
);
const BOXES = wordSet("p div li h1 h2 h3 h4 h5 h6 blockquote pre dd section");
const NO_MEASURE: Measure = { text: 0, boxes: 0, tables: 0 };

interface GrowingMeasure {
  text: number;
  boxes: number;
  tables: number;
}

export function outlineOf(root: ParentNode): PageOutline {
  const measures = new Map<Element, Measure>();
  const marked: Element[] = [];
  const total: GrowingMeasure = { ...NO_MEASURE };
  const open: GrowingMeasure[] = [total];
  let comments = 0;
  let largest: { readonly element?: Element; readonly text: number } = { text: 0 };
  walkTree(root, {
    enter: (element) => {
      if (TEXTLESS.has(element.name)) return false;
      open.push({ ...NO_MEASURE });
      if (isLandmark(element)) marked.push(element);
      if (isCommentBox(element)) comments++;
      return true;
    },
    leave: (element) => {
      const measure = open.pop() ?? total;
      measures.set(element, measure);
      const around = open.at(-1) ?? total;
      around.text += measure.text;
      around.boxes += measure.boxes + (BOXES.has(element.name) ? 1 : 0);
      around.tables += measure.tables + (element.name === "table" ? 1 : 0);
      if (isCommentBox(element)) comments--;
      else if (element.name === "article" && comments === 0 && measure.text > largest.text)
        largest = { element, text: measure.text };
    },
    text: (data) => {
      const around = open.at(-1) ?? total;
      around.text += data.trim().length;
    },
  });
  if (largest.element !== undefined) marked.push(largest.element);
  return { text: total.text, measures, landmarks: withAncestors(marked) };
}

export function measureOf(measures: ReadonlyMap<Element, Measure>, element: Element): Measure {
  return measures.get(element) ?? NO_MEASURE;
}

/** Whether an element is marked as the text of the article: `itemprop="articleBody"`. */
export function isArticleBody(element: Element): boolean {
  return attributeOf(element, "itemprop").toLowerCase().split(/\s+/u).includes("articlebody");
}

/** Whether an element is the page's main part. */
export function isMain(element: Element): boolean {
  return element.name === "main" || attributeOf(element, "role").toLowerCase() === "main";
}

function isLandmark(element: Element): boolean {
  return element.name === "h1" || isMain(element) || isArticleBody(element);
}

function withAncestors(elements: readonly Element[]): ReadonlySet<Element> {
  const all = new Set<Element>();
  for (const element of elements) {
    let at: ParentNode | null = element;
    while (at !== null && isTag(at) && !all.has(at)) {
      all.add(at);
      at = at.parent;
    }
  }
  return all;
}
