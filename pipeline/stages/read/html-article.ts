import type { BoilerplateLexicon } from "../../../extractors/boilerplate-lexicon.js";
import type { Article } from "./article.js";
import { mainPart } from "./main-part.js";
import { linesOfPage } from "./page-lines.js";
import { pageMetadata } from "./page-metadata.js";
import { outlineOf } from "./page-outline.js";
import { parseHtml } from "./parse-html.js";
import { shownText } from "./shown-text.js";
import { joinLines } from "./text-blocks.js";

interface HtmlOptions {
  readonly path: string;
  readonly xhtml: boolean;
}

/** The article of a page: one line of the text for each heading, paragraph, list item and table row. */
export function htmlArticle(html: string, boilerplate: BoilerplateLexicon, options: HtmlOptions): Article {
  const document = parseHtml(html, options);
  const lines = mainPart(linesOfPage(document, outlineOf(document)));
  const { stated, ...body } = joinLines(lines, boilerplate);
  return { ...pageMetadata(document, html, stated), ...body, shownText: shownText(document) };
}
