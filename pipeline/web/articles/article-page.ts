import { html } from "hono/html";
import { type ArticleFact, type ReadArticle, readArticle } from "../../store/read-article.js";
import { articlePath, factAnchor } from "../fact-paths.js";
import { shownValue } from "../facts/stated-value.js";
import { RequestProblem } from "../request-problem.js";
import { showPage } from "../show-page.js";
import { textDirection } from "../text-direction.js";
import type { Markup, WebApp, WebContext } from "../web-context.js";
import { webLink } from "../web-link.js";
import { articleText, type Verdicts } from "./article-text.js";

const ID = /^[0-9]{1,15}$/u;

/** An article with every fact marked in its text. */
export function addArticlePages(app: WebApp, { store }: WebContext): void {
  app.get("/articles/:documentId", (request) => {
    const id = readDocumentId(request.req.param("documentId"));
    const article = readArticle(store, id);
    if (article === undefined) throw new RequestProblem(404, `${id}: the database holds no such article`);
    const title = article.title ?? article.path;
    const verdicts: Verdicts = new Map();
    return showPage(request, { title, section: "/facts", body: articleMarkup(article, verdicts) });
  });
}

/** The id of a document out of an address. */
export function readDocumentId(text: string): number {
  if (!ID.test(text)) throw new RequestProblem(404, "this is no article's number; open one from the table of facts");
  return Number(text);
}

function articleMarkup(article: ReadArticle, verdicts: Verdicts): Markup {
  const { language, title, path, facts } = article;
  const lang = language ?? "und";
  const direction = textDirection(language);
  return html`<div class="article-page">
<article lang="${lang}" dir="${direction}">
<h1 dir="${direction}">${title ?? path}</h1>
${byline(article)}
<div class="article-text">${articleText(article, verdicts)}</div>
</article>
<aside aria-label="About this article" lang="en" dir="ltr">
${notices(article)}
<h2>Facts</h2>
${facts.length === 0 ? html`<p class="soft">None were found.</p>` : html`<ol class="facts-of-article">${facts.map((fact) => factLine(fact, lang))}</ol>`}
<h2>Source</h2>
${sourceList(article)}
</aside>
</div>`;
}

function byline({ byline: author, publisher, publishedAt }: ReadArticle): Markup | string {
  const parts = [author, publisher, publishedAt?.slice(0, 10)].filter((part) => part != null && part !== "");
  return parts.length === 0
    ? ""
    : html`<p class="soft">${parts.map((part, at) => html`${at === 0 ? "" : " · "}<bdi>${part}</bdi>`)}</p>`;
}

function notices({ status, removedAt, copies, language }: ReadArticle): Markup {
  const original = copies.find(({ isOriginal }) => isOriginal === 1);
  return html`${status === "refused" ? html`<p class="notice">No lexicon covers its language (${language}), so no facts were looked for.</p>` : ""}
${status === "failed" ? html`<p class="notice">It could not be read; <code>faktum errors</code> says why.</p>` : ""}
${removedAt === null ? "" : html`<p class="notice">Its file is gone since ${removedAt.slice(0, 10)}: its facts no longer count.</p>`}
${original === undefined ? "" : html`<p class="notice">A copy of <a href="${articlePath(original.id)}">${original.path}</a>, whose facts count instead of these.</p>`}`;
}

function factLine(fact: ArticleFact, language: string): Markup {
  const { modifier, value, unit } = shownValue(fact);
  const of = fact.item ?? fact.subject;
  return html`<li><a href="#${factAnchor(fact.id)}"><span class="value">${[modifier, value, unit].filter(Boolean).join(" ")}</span></a> <span class="soft">${of === null ? fact.kind : html`<bdi lang="${language}">${of}</bdi>`}${fact.holds_for === null ? "" : html` · ${fact.holds_for}`}</span></li>`;
}

function sourceList(article: ReadArticle): Markup {
  const link = webLink(article.url);
  const rows: (readonly [string, Markup | string | null])[] = [
    ["File", article.path],
    ["Address", link === undefined ? article.url : html`<a href="${link}" rel="noreferrer">${article.url}</a>`],
    ["Published", article.publishedAt],
    ["Changed", article.modifiedAt],
    ["Retrieved", article.retrievedAt],
    ["Section", article.section],
    ["Language", article.language],
    ["Format", article.mediaType],
    ...article.copies
      .filter(({ isOriginal }) => isOriginal === 0)
      .map(({ id, path }) => ["Copy", html`<a href="${articlePath(id)}">${path}</a>`] as const),
  ];
  return html`<dl class="pairs">${rows.map(([name, value]) => (value === null ? "" : html`<div><dt>${name}</dt><dd><bdi>${value}</bdi></dd></div>`))}</dl>`;
}
