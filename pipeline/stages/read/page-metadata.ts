import { type CheerioAPI, load } from "cheerio/slim";
import { type Element, type Document as HtmlDocument, isTag } from "domhandler";
import type { Metadata, MetadataOrigin } from "../../model/metadata.js";
import { chooseMetadata, type MetadataCandidate } from "./choose-metadata.js";
import { jsonLdArticle } from "./json-ld.js";
import { META_NAMES } from "./meta-names.js";
import type { TextMetadata } from "./text-blocks.js";
import { attributeOf, textBelow } from "./walk-tree.js";

const LONGEST_TEXT = 500;
const LONGEST_TIME = 64;
/** What the browsers, and SingleFile, write into a page that they save. */
const SAVED_FROM = /<!-- saved from url=\([0-9]{1,6}\)(\S{1,4096}) -->|^\s{0,9}url: (https?:\S{1,4096})\s*$/mu;

/**
 * Metadata of a page: structured data first, then what is meant for social networks, then the page itself, last what the
 * article's own lines say.
 */
export function pageMetadata(document: HtmlDocument, html: string, text: TextMetadata = {}): Metadata {
  const $ = load(document);
  const article = jsonLdArticle(scriptsOf($));
  const meta = metaFields($);
  const field = (names: readonly string[]) => namedFields(meta, names);
  const linked = (value: string | undefined) => candidate("json-ld", value);
  const found = chooseMetadata({
    title: [
      linked(article.headline),
      ...field(META_NAMES.title),
      candidate("page", firstText($, "h1")),
      candidate("page", firstText($, "title")),
    ],
    byline: [
      linked(article.author),
      ...field(META_NAMES.byline),
      candidate("microdata", firstText($, "[itemprop=author]")),
      candidate("page", firstText($, "[rel=author]")),
      candidate("text", text.byline),
    ],
    publisher: [linked(article.publisher), ...field(META_NAMES.publisher), candidate("text", text.source)],
    url: [
      candidate("link", firstAttribute($, "link[rel=canonical]", "href")),
      ...field(["og:url"]),
      linked(article.url),
      candidate("saved-page", savedFrom(html)),
      candidate("text", text.sourceUrl),
    ],
    publishedAt: [linked(article.datePublished), ...field(META_NAMES.published), ...timesOf($)],
    modifiedAt: [
      linked(article.dateModified),
      ...field(META_NAMES.modified),
      candidate("microdata", timeOf($("[itemprop~=dateModified]").toArray()[0])),
    ],
    section: [
      linked(article.section),
      ...field(META_NAMES.section),
      candidate("microdata", firstText($, "[itemprop=articleSection]")),
    ],
    claimedLanguage: [
      linked(article.language),
      candidate("page", firstAttribute($, "html", "lang") ?? firstAttribute($, "html", "xml:lang")),
      ...field(META_NAMES.language),
    ],
  });
  const { title, publisher } = found;
  return title === undefined ? found : { ...found, title: withoutSiteName(title, publisher) };
}

function candidate(from: MetadataOrigin, value: string | undefined): MetadataCandidate {
  return { from, value };
}

function scriptsOf($: CheerioAPI): readonly string[] {
  const scripts = $("script[type='application/ld+json' i]").toArray();
  return scripts.map((script) => script.children.map((child) => ("data" in child ? child.data : "")).join(""));
}

/** Content of the `meta` elements by name or property; of several with one name the first. */
function metaFields($: CheerioAPI): ReadonlyMap<string, string> {
  const fields = new Map<string, string>();
  for (const element of $("meta[content]").toArray()) {
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
function timesOf($: CheerioAPI): readonly MetadataCandidate[] {
  return [
    candidate("microdata", timeOf($("[itemprop~=datePublished]").toArray()[0])),
    candidate("time", timeOf($("time[pubdate]").toArray()[0])),
    candidate("time", timeOf($("article time[datetime]").toArray()[0])),
    candidate("time", timeOf($("time[datetime]").toArray()[0])),
  ];
}

function timeOf(element: Element | undefined): string | undefined {
  return (
    element && (attributeOf(element, "datetime") || attributeOf(element, "content") || textBelow(element, LONGEST_TIME))
  );
}

function firstText($: CheerioAPI, selector: string): string | undefined {
  for (const element of $(selector).toArray().filter(isTag)) {
    const text = textBelow(element, LONGEST_TEXT);
    if (text !== "") return text;
  }
  return undefined;
}

function firstAttribute($: CheerioAPI, selector: string, name: string): string | undefined {
  const element = $(selector).toArray().find(isTag);
  return element && (attributeOf(element, name) || undefined);
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
