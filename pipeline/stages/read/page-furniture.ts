import { type Element, isTag } from "domhandler";
import { designWords, isCommentBox } from "./design-words.js";
import { measureOf, type PageOutline, TEXTLESS } from "./page-outline.js";
import { attributeOf } from "./walk-tree.js";
import { wordSet } from "./word-set.js";

/** Elements that stand around an article, whatever they hold. */
const FURNITURE = wordSet("nav aside footer figcaption menu dialog area");
const FURNITURE_ROLES = wordSet(
  "navigation banner contentinfo complementary search dialog alertdialog menu menubar toolbar tablist tooltip",
);

const FURNITURE_WORDS = wordSet(
  "ad ads advert advertisement advertising adsbygoogle sponsor sponsored promo promotion " +
    "cookie cookies consent gdpr onetrust paywall popup modal lightbox share sharing sharebar social " +
    "socials addthis sharethis follow related recommended recommendation recommendations recirculation " +
    "outbrain taboola trending popular newsletter subscribe subscription signup login donate nav navbar " +
    "navigation menu breadcrumb breadcrumbs pagination pager sidebar masthead footer skip tagcloud taglist " +
    "toc infobar noprint",
);
/** Words of short lines about the article: who wrote it and when, what a picture shows. */
const LABEL_WORDS = wordSet(
  "byline author authors meta metadata timestamp pubdate published credit credits caption copyright " +
    "readtime tags kicker eyebrow",
);

const LONGEST_LABEL = 200;
/** A box with this share of the page's text is no furniture, whatever it is called. */
const MAIN_SHARE = 0.4;

/** Whether an element is no part of an article: `insideArticle` tells that it stands in an `article` or the main part. */
export function isPageFurniture(element: Element, outline: PageOutline, insideArticle: boolean): boolean {
  if (element.name === "html" || element.name === "body" || element.name === "main") return false;
  if (TEXTLESS.has(element.name) || FURNITURE.has(element.name) || isHidden(element)) return true;
  const measure = measureOf(outline.measures, element);
  const isMainPart = measure.text >= outline.text * MAIN_SHARE;
  // While a cookie notice is open, all behind it is marked like this, and so it is saved.
  if (attributeOf(element, "aria-hidden").toLowerCase() === "true") return !isMainPart;
  if (element.name === "header") return !insideArticle && !isMainPart;
  // Some content management systems wrap the whole page in one form.
  if (element.name === "form") return !isMainPart;
  if (element.name === "figure") return measure.tables === 0;
  if (element.name === "sup") return isFootnoteMark(element);
  if (FURNITURE_ROLES.has(attributeOf(element, "role").toLowerCase())) return !isMainPart;
  if (outline.landmarks.has(element)) return false;
  if (isCommentBox(element)) return true;
  const words = designWords(element);
  if (words.some((word) => FURNITURE_WORDS.has(word))) return !isMainPart;
  return measure.text <= LONGEST_LABEL && words.some((word) => LABEL_WORDS.has(word));
}

function isHidden(element: Element): boolean {
  if ("hidden" in element.attribs) return true;
  return /(?:display\s*:\s*none|visibility\s*:\s*hidden)/iu.test(attributeOf(element, "style").slice(0, 500));
}

/** A raised link is a footnote's mark; raised digits alone may be an exponent. */
function isFootnoteMark(element: Element): boolean {
  return element.children.some((child) => isTag(child) && child.name === "a");
}
