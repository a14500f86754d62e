import type { BoilerplateLexicon } from "../../../extractors/boilerplate-lexicon.js";
import type { Article } from "./article.js";
import { mainPart } from "./main-part.js";
import { linesOfPage } from "./page-lines.js";
import { pageMetadata } from "./page-metadata.js";
import { outlineOf } from "./page-outline.js";
import { parseHtml } from "./parse-html.js";
import { storedText } from "./stored-text.js";
import { joinLines } from "./text-blocks.js";

interface HtmlOptions {
  readonly path: string;
  readonly xhtml: boolean;
}

/** The article of a page: one line of the text for each heading, paragraph, list item and table row. */
export function htmlArticle(html: string, boilerplate: BoilerplateLexicon, options: HtmlOptions): Article {
  const document = parseHtml(html, options);
  const lines = mainPart(linesOfPage(document, outlineOf(document)));
  const { sourceUrl, ...body } = joinLines(lines, boilerplate);
  const { title, byline, publisher, url, publishedAt } = pageMetadata(document, html);
  return {
    title: title && storedText(title),
    byline: byline && storedText(byline),
    publisher: publisher && storedText(publisher),
    url: url ?? sourceUrl,
    publishedAt,
    ...body,
  };
}
