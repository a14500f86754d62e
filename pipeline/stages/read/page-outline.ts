import { type Element, isTag, type ParentNode } from "domhandler";
import type { BoilerplateLexicon } from "../../../extractors/boilerplate-lexicon.js";
import { DesignReader } from "./design-reader.js";
import { attributeOf, textBelow, walkTree } from "./walk-tree.js";
import { wordSet } from "./word-set.js";

/** What is known of an element before it is decided what belongs to the article. */
export interface Measure {
  /** Characters of text in it, spaces at the ends of each piece not counted. */
  readonly text: number;
  /** Elements in it that begin a line: paragraphs, list items, headings, boxes. */
  readonly boxes: number;
  readonly tables: number;
  /** Whether a picture stands in it before any text. */
  readonly beginsWithImage: boolean;
  /** Elements in it that hold sentences: paragraphs, list items, headings, cells. */
  readonly paragraphs: number;
  /** Characters of text in it that are links. */
  readonly links: number;
  /** Buttons and fields in it. */
  readonly controls: number;
}

/** The measures of all elements of a page, and which of them hold its headline or main part. */
export interface PageOutline {
  /** Characters of text on the page. */
  readonly text: number;
  readonly measures: ReadonlyMap<Element, Measure>;
  /** Headlines, main part, the largest article and box of text but for comments, and all around them: never dropped for their class. */
  readonly landmarks: ReadonlySet<Element>;
  readonly designs: DesignReader;
  /** What the page calls itself: its `title` element, and the title that social networks are to show. */
  readonly titles: readonly string[];
}

/** Elements whose content is never text of the page. */
export const TEXTLESS = wordSet(
  "script style noscript template svg math canvas audio video object embed iframe button select textarea " +
    "input datalist map head title link meta base",
);
const CONTROLS = wordSet("button input select textarea");
const LONGEST_TITLE = 500;
/** Pictures have titles too; the page's own are the first ones. */
const MOST_TITLES = 3;
const IMAGES = wordSet("img amp-img picture");
const BOXES = wordSet("p div li h1 h2 h3 h4 h5 h6 blockquote pre dd section");
const PARAGRAPHS = wordSet("p li h1 h2 h3 h4 h5 h6 blockquote pre dd dt td th");
const NO_MEASURE: Measure = {
  text: 0,
  boxes: 0,
  tables: 0,
  beginsWithImage: false,
  paragraphs: 0,
  links: 0,
  controls: 0,
};

type GrowingMeasure = { -readonly [Field in keyof Measure]: Measure[Field] };

interface Largest {
  readonly element?: Element;
  readonly text: number;
}

export function outlineOf(root: ParentNode, boilerplate: BoilerplateLexicon): PageOutline {
  const designs = new DesignReader(boilerplate);
  const measures = new Map<Element, Measure>();
  const marked: Element[] = [];
  const total: GrowingMeasure = { ...NO_MEASURE };
  const open: GrowingMeasure[] = [total];
  let comments = 0;
  const titles: string[] = [];
  let largest: Largest = { text: 0 };
  let largestBody: Largest = { text: 0 };
  walkTree(root, {
    enter: (element) => {
      if (TEXTLESS.has(element.name) && element.name !== "head") {
        const around = open.at(-1) ?? total;
        if (CONTROLS.has(element.name) && attributeOf(element, "type") !== "hidden") around.controls++;
        const title = titleOf(element);
        if (title !== "" && titles.length < MOST_TITLES) titles.push(title);
        return false;
      }
      open.push({ ...NO_MEASURE });
      if (isLandmark(element)) marked.push(element);
      if (designs.of(element).isComment) comments++;
      return true;
    },
    leave: (element) => {
      const measure = open.pop() ?? total;
      measures.set(element, measure);
      const around = open.at(-1) ?? total;
      const isImage = IMAGES.has(element.name);
      if (around.text === 0 && (isImage || measure.beginsWithImage)) around.beginsWithImage = true;
      around.text += measure.text;
      around.boxes += measure.boxes + (BOXES.has(element.name) ? 1 : 0);
      around.tables += measure.tables + (element.name === "table" ? 1 : 0);
      around.paragraphs += measure.paragraphs + (PARAGRAPHS.has(element.name) ? 1 : 0);
      around.links += element.name === "a" && "href" in element.attribs ? measure.text : measure.links;
      around.controls += measure.controls;
      const { text } = measure;
      if (designs.of(element).isComment) comments--;
      if (comments > 0) return;
      if (element.name === "article" && text > largest.text) largest = { element, text };
      if (designs.of(element).isBody && text > largestBody.text) largestBody = { element, text };
    },
    text: (data) => {
      const around = open.at(-1) ?? total;
      around.text += data.trim().length;
    },
  });
  marked.push(...[largest, largestBody].flatMap(({ element }) => element ?? []));
  return { text: total.text, measures, landmarks: withAncestors(marked), designs, titles };
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

function titleOf(element: Element): string {
  if (element.name === "title") return textBelow(element, LONGEST_TITLE);
  const isTitle = element.name === "meta" && attributeOf(element, "property").toLowerCase() === "og:title";
  return isTitle ? attributeOf(element, "content").slice(0, LONGEST_TITLE) : "";
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
