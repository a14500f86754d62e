import type { BoilerplateLexicon } from "../../../extractors/boilerplate-lexicon.js";
import type { Article } from "./article.js";
import { pageArticle } from "./page-article.js";
import { pageMetadata } from "./page-metadata.js";
import { parseHtml } from "./parse-html.js";
import type { ReadableFinder } from "./readable-finder.js";
import { shownText } from "./shown-text.js";
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
  const { stated, ...body } = joinLines(lines, boilerplate);
  return { ...pageMetadata(document, html, stated), ...body, shownText: shownText(document), diagnostics };
}
