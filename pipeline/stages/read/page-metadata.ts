import { load } from "cheerio/slim";
import { type Element, type Document as HtmlDocument, isTag, type ParentNode } from "domhandler";
import type { Metadata, MetadataOrigin } from "../../model/metadata.js";
import { chooseMetadata, type MetadataCandidate } from "./choose-metadata.js";
import { jsonLdArticle } from "./json-ld.js";
import { META_NAMES } from "./meta-names.js";
import type { TextMetadata } from "./text-blocks.js";
import { attributeOf, textBelow } from "./walk-tree.js";

const LONGEST_TEXT = 500;
const LONGEST_TIME = 64;
/** All elements that may say something of the article, so that the page is searched once. */
const TELLING = "html, title, meta, link, script, h1, time, [itemprop], [rel=author]";
/** What the browsers, and SingleFile, write into a page that they save. */
const SAVED_FROM = /<!-- saved from url=\([0-9]{1,6}\)(\S{1,4096}) -->|^\s{0,9}url: (https?:\S{1,4096})\s*$/mu;

/**
 * Metadata of a page: structured data first, then what is meant for social networks, then the page itself, last what the
 * article's own lines say.
 */
export function pageMetadata(document: HtmlDocument, html: string, text: TextMetadata = {}): Metadata {
  const telling = load(document)(TELLING).toArray().filter(isTag);
  const article = jsonLdArticle(scriptsOf(telling));
  const meta = metaFields(telling);
  const field = (names: readonly string[]) => namedFields(meta, names);
  const linked = (value: string | undefined) => candidate("json-ld", value);
  const found = chooseMetadata({
    title: [
      linked(article.headline),
      ...field(META_NAMES.title),
      candidate("page", firstText(telling, isNamed("h1"))),
      candidate("page", firstText(telling, isNamed("title"))),
    ],
    byline: [
      linked(article.author),
      ...field(META_NAMES.byline),
      candidate("microdata", firstText(telling, isProperty("author"))),
      candidate("page", firstText(telling, isRelated("author"))),
      candidate("text", text.byline),
    ],
    publisher: [linked(article.publisher), ...field(META_NAMES.publisher), candidate("text", text.source)],
    url: [
      candidate("link", firstAttribute(telling, isRelated("canonical", "link"), "href")),
      ...field(["og:url"]),
      linked(article.url),
      candidate("saved-page", savedFrom(html)),
      candidate("text", text.sourceUrl),
    ],
    publishedAt: [linked(article.datePublished), ...field(META_NAMES.published), ...timesOf(telling)],
    modifiedAt: [
      linked(article.dateModified),
      ...field(META_NAMES.modified),
      candidate("microdata", timeOf(telling.find(isProperty("dateModified")))),
    ],
    section: [
      linked(article.section),
      ...field(META_NAMES.section),
      candidate("microdata", firstText(telling, isProperty("articleSection"))),
    ],
    claimedLanguage: [
      linked(article.language),
      candidate(
        "page",
        firstAttribute(telling, isNamed("html"), "lang") ?? firstAttribute(telling, isNamed("html"), "xml:lang"),
      ),
      ...field(META_NAMES.language),
    ],
  });
  const { title, publisher } = found;
  return title === undefined ? found : { ...found, title: withoutSiteName(title, publisher) };
}

function candidate(from: MetadataOrigin, value: string | undefined): MetadataCandidate {
  return { from, value };
}

function scriptsOf(telling: readonly Element[]): readonly string[] {
  const scripts = telling.filter(isLinkedData);
  return scripts.map((script) => script.children.map((child) => ("data" in child ? child.data : "")).join(""));
}

/** Content of the `meta` elements by name or property; of several with one name the first. */
function metaFields(telling: readonly Element[]): ReadonlyMap<string, string> {
  const fields = new Map<string, string>();
  for (const element of telling.filter(isNamed("meta"))) {
    const content = attributeOf(element, "content");
    for (const attribute of ["property", "name", "itemprop", "http-equiv"]) {
      const name = attributeOf(element, attribute).toLowerCase();
      if (name !== "" && content !== "" && !fields.has(name)) fields.set(name, content);
    }
  }
  return fields;
}

function namedFields(meta: ReadonlyMap<string, string>, names: readonly string[]): readonly MetadataCandidate[] {
  return names.map((name) => candidate(/^(?:og|article):/u.test(name) ? "open-graph" : "meta", meta.get(name)));
}

/** Dates in the page itself: marked as that of publication, then any in the article. */
function timesOf(telling: readonly Element[]): readonly MetadataCandidate[] {
  const times = telling.filter(isNamed("time"));
  const exact = times.filter(({ attribs }) => "datetime" in attribs);
  return [
    candidate("microdata", timeOf(telling.find(isProperty("datePublished")))),
    candidate("time", timeOf(times.find(({ attribs }) => "pubdate" in attribs))),
    candidate("time", timeOf(exact.find(isInArticle))),
    candidate("time", timeOf(exact[0])),
  ];
}

function timeOf(element: Element | undefined): string | undefined {
  return (
    element && (attributeOf(element, "datetime") || attributeOf(element, "content") || textBelow(element, LONGEST_TIME))
  );
}

function firstText(telling: readonly Element[], accept: Accept): string | undefined {
  for (const element of telling) {
    if (!accept(element)) continue;
    const text = textBelow(element, LONGEST_TEXT);
    if (text !== "") return text;
  }
  return undefined;
}

function firstAttribute(telling: readonly Element[], accept: Accept, name: string): string | undefined {
  const element = telling.find(accept);
  return element && (attributeOf(element, name) || undefined);
}

type Accept = (element: Element) => boolean;

function isNamed(name: string): Accept {
  return (element) => element.name === name;
}

function isProperty(property: string): Accept {
  return (element) => attributeOf(element, "itemprop").split(/\s+/u).includes(property);
}

function isRelated(relation: string, name?: string): Accept {
  return (element) =>
    (name === undefined || element.name === name) && attributeOf(element, "rel").toLowerCase() === relation;
}

function isLinkedData(element: Element): boolean {
  return element.name === "script" && attributeOf(element, "type").toLowerCase() === "application/ld+json";
}

function isInArticle(element: Element): boolean {
  let at: ParentNode | null = element.parent;
  while (at !== null && isTag(at) && at.name !== "article") at = at.parent;
  return at !== null && isTag(at);
}

function savedFrom(html: string): string | undefined {
  const found = SAVED_FROM.exec(html.slice(0, 4096));
  return found?.[1] ?? found?.[2];
}

/** `Glasfaser für alle - Beispielzeitung` without the newspaper's name. */
function withoutSiteName(title: string, publisher: string | undefined): string {
  if (publisher === undefined || !title.endsWith(publisher)) return title;
  const rest = title.slice(0, -publisher.length).trimEnd();
  return /[-–—|:·•]$/u.test(rest) ? rest.replace(/[\s\-–—|:·•]{1,9}$/u, "") : title;
}
