import type { BoilerplateLexicon } from "../../../extractors/boilerplate-lexicon.js";
import type { Article } from "./article.js";
import { pageArticle } from "./page-article.js";
import { pageMetadata } from "./page-metadata.js";
import { parseHtml } from "./parse-html.js";
import type { ReadableFinder } from "./readable-finder.js";
import { storedText } from "./stored-text.js";
import { joinLines } from "./text-blocks.js";

interface HtmlOptions {
  readonly path: string;
  readonly xhtml: boolean;
  readonly findReadable: ReadableFinder;
}

/** The article of a page: one line of the text for each heading, paragraph, list item and table row. */
export async function htmlArticle(
  html: string,
  boilerplate: BoilerplateLexicon,
  options: HtmlOptions,
): Promise<Article> {
  const document = parseHtml(html, options);
  const { lines, diagnostics } = await pageArticle(document, boilerplate, options);
  const { sourceUrl, ...body } = joinLines(lines, boilerplate);
  const { title, byline, publisher, url, publishedAt } = pageMetadata(document, html);
  return {
    title: title && storedText(title),
    byline: byline && storedText(byline),
    publisher: publisher && storedText(publisher),
    url: url ?? sourceUrl,
    publishedAt,
    ...body,
    diagnostics,
  };
}
