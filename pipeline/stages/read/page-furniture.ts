import { type Element, isTag } from "domhandler";
import { type Measure, measureOf, type PageOutline, TEXTLESS } from "./page-outline.js";
import { attributeOf } from "./walk-tree.js";
import { wordSet } from "./word-set.js";

/** Elements that stand around an article, whatever they hold. */
const FURNITURE = wordSet("nav aside footer figcaption menu dialog area amp-sidebar amp-ad amp-consent");
const FURNITURE_ROLES = wordSet(
  "navigation banner contentinfo complementary search dialog alertdialog menu menubar toolbar tablist tooltip",
);

const LONGEST_LABEL = 200;
const LONGEST_CAPTION = 200;
const LONGEST_OFFER = 400;
const LONGEST_PROFILE = 1_200;
const TEASER_LINKS = 0.5;
/** A box with this share of the page's text is no furniture, whatever it is called. */
const MAIN_SHARE = 0.4;

/** Whether an element is no part of an article: `insideArticle` tells that it stands in an `article` or the main part. */
export function isPageFurniture(element: Element, outline: PageOutline, insideArticle: boolean): boolean {
  if (element.name === "html" || element.name === "body" || element.name === "main") return false;
  if (TEXTLESS.has(element.name) || FURNITURE.has(element.name)) return true;
  const measure = measureOf(outline.measures, element);
  const isMainPart = measure.text >= outline.text * MAIN_SHARE;
  // Some pages show their text only when a script has run.
  if (isHidden(element)) return !isMainPart;
  // While a cookie notice is open, all behind it is marked like this, and so it is saved.
  if (attributeOf(element, "aria-hidden").toLowerCase() === "true") return !isMainPart;
  if (element.name === "header") return !insideArticle && !isMainPart && !isOverArticle(element, outline);
  // Some content management systems wrap the whole page in one form.
  if (element.name === "form") return !isMainPart;
  if (element.name === "figure") return measure.tables === 0;
  if (element.name === "sup") return isFootnoteMark(element);
  if (FURNITURE_ROLES.has(attributeOf(element, "role").toLowerCase())) return !isMainPart;
  if (outline.landmarks.has(element)) return false;
  const design = outline.designs.of(element);
  if (design.isComment) return true;
  if (design.isFurniture) return !isMainPart;
  if (design.isProfile && measure.text <= LONGEST_PROFILE) return !isMainPart;
  if (design.isTeaser && measure.links >= measure.text * TEASER_LINKS) return !isMainPart;
  if (isPlainBox(element) && !isMainPart && (isCaption(measure) || isOffer(measure))) return true;
  return design.isLabel && measure.text <= LONGEST_LABEL;
}

/** A header with a headline that is no link to the site's first page. */
function isOverArticle(element: Element, { landmarks, measures }: PageOutline): boolean {
  const { links, text } = measureOf(measures, element);
  return landmarks.has(element) && links * 2 < text;
}

/** A picture with the words under it; a paragraph has its pictures behind or among its words. */
function isCaption({ beginsWithImage, paragraphs, text }: Measure): boolean {
  return beginsWithImage && paragraphs === 0 && text > 0 && text <= LONGEST_CAPTION;
}

/** A few words with something to press or to fill in: a newsletter, a question, a test subscription. */
function isOffer({ controls, text }: Measure): boolean {
  return controls > 0 && text <= LONGEST_OFFER;
}

function isPlainBox({ name }: Element): boolean {
  return name === "div" || name === "section" || name === "span" || name === "a";
}

function isHidden(element: Element): boolean {
  if ("hidden" in element.attribs) return true;
  return /(?:display\s*:\s*none|visibility\s*:\s*hidden)/iu.test(attributeOf(element, "style").slice(0, 500));
}

/** A raised link is a footnote's mark; raised digits alone may be an exponent. */
function isFootnoteMark(element: Element): boolean {
  return element.children.some((child) => isTag(child) && child.name === "a");
}
