import type { Element } from "domhandler";
import { attributeOf } from "./walk-tree.js";
import { wordSet } from "./word-set.js";

/** Technical words that designers give to classes and ids; no words of a language. */
const COMMENT_WORDS = wordSet("comment comments disqus respond commentlist");
/** A class that holds one of these tells a state of the page: `comments-open`, `has-sidebar`, `ad-free`. */
const STATE_WORDS = wordSet("has no with without is open closed on off enabled disabled free count");

/** `class="ArticleMeta share-bar has-sidebar" id="top_nav"`: article, meta, share, bar, top, nav. */
export function designWords(element: Element): readonly string[] {
  const names = `${attributeOf(element, "class").slice(0, 500)} ${attributeOf(element, "id").slice(0, 100)}`;
  if (names === " ") return [];
  return names.split(/\s+/u).flatMap((name) => {
    const words = name
      .replace(/([a-z])([A-Z])/gu, "$1 $2")
      .toLowerCase()
      .split(/[^a-z]+/u);
    return words.some((word) => STATE_WORDS.has(word)) ? [] : words;
  });
}

/** Whether an element is named as one that holds readers' comments. */
export function isCommentBox(element: Element): boolean {
  return designWords(element).some((word) => COMMENT_WORDS.has(word));
}
