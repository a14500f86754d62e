import { type CheerioAPI, load } from "cheerio/slim";
import { type Element, type Document as HtmlDocument, isTag } from "domhandler";
import { absoluteUrl } from "../../../extractors/web-address.js";
import { isoDate } from "./iso-date.js";
import { jsonLdArticle } from "./json-ld.js";
import { attributeOf, collapsed, textBelow } from "./walk-tree.js";

/** What a page says about its article. */
export interface PageMetadata {
  readonly title?: string | undefined;
  readonly byline?: string | undefined;
  readonly publisher?: string | undefined;
  readonly url?: string | undefined;
  readonly publishedAt?: string | undefined;
}

/** Names of `meta` elements, lower case, the first that is there. */
const TITLE = ["og:title", "twitter:title", "dc.title"];
const BYLINE = ["author", "article:author", "dc.creator", "parsely-author", "sailthru.author"];
const PUBLISHER = ["og:site_name", "publisher", "dc.publisher", "application-name"];
const DATES = [
  "article:published_time",
  "og:published_time",
  "datepublished",
  "date",
  "pubdate",
  "publishdate",
  "publish-date",
  "dc.date",
  "dc.date.issued",
  "dcterms.date",
  "dcterms.created",
  "dcterms.issued",
  "parsely-pub-date",
  "sailthru.date",
  "citation_publication_date",
];
const LONGEST_TITLE = 500;
const LONGEST_NAME = 200;
/** What the browsers, and SingleFile, write into a page that they save. */
const SAVED_FROM = /<!-- saved from url=\([0-9]{1,6}\)(\S{1,4096}) -->|^\s{0,9}url: (https?:\S{1,4096})\s*$/mu;

/** Metadata of a page: structured data first, then what is meant for social networks, then the page itself. */
export function pageMetadata(document: HtmlDocument, html: string): PageMetadata {
  const $ = load(document);
  const article = jsonLdArticle(scriptsOf($));
  const meta = metaFields($);
  const field = (names: readonly string[]) => names.map((name) => meta.get(name)).find((value) => value !== undefined);
  const publisher = article.publisher ?? field(PUBLISHER);
  const title =
    article.headline ?? field(TITLE) ?? firstText($, "h1", LONGEST_TITLE) ?? firstText($, "title", LONGEST_TITLE);
  const byline = article.author ?? field(BYLINE) ?? firstText($, "[rel=author], [itemprop=author]", LONGEST_NAME);
  const urls = [firstAttribute($, "link[rel=canonical]", "href"), meta.get("og:url"), article.url, savedFrom(html)];
  return {
    title: title && withoutSiteName(collapsed(title), publisher),
    // `article:author` is often the address of a profile.
    byline: byline === undefined || absoluteUrl(byline) !== undefined ? undefined : collapsed(byline),
    publisher: publisher && collapsed(publisher),
    url: urls.map((url) => url && absoluteUrl(url)).find((url) => url !== undefined),
    publishedAt: [article.datePublished, field(DATES), ...timesOf($)]
      .map((date) => date && isoDate(date))
      .find((date) => date !== undefined),
  };
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
    for (const attribute of ["property", "name", "itemprop"]) {
      const name = attributeOf(element, attribute).toLowerCase();
      if (name !== "" && content !== "" && !fields.has(name)) fields.set(name, content);
    }
  }
  return fields;
}

/** Dates in the page itself: marked as that of publication, then any in the article. */
function timesOf($: CheerioAPI): readonly (string | undefined)[] {
  const marked: readonly Element[] = $("[itemprop~=datePublished], time[pubdate]").toArray();
  const others: readonly Element[] = $("article time[datetime]").toArray();
  const any: readonly Element[] = $("time[datetime]").toArray();
  const stated = (element: Element | undefined) =>
    element && (attributeOf(element, "datetime") || attributeOf(element, "content") || textBelow(element, 64));
  return [stated(marked[0]), stated(others[0]), stated(any[0])];
}

function firstText($: CheerioAPI, selector: string, longest: number): string | undefined {
  for (const element of $(selector).toArray().filter(isTag)) {
    const text = textBelow(element, longest);
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
  if (publisher === undefined || publisher === "" || !title.endsWith(publisher)) return title;
  const rest = title.slice(0, -publisher.length).trimEnd();
  return /[-–—|:·•]$/u.test(rest) ? rest.replace(/[\s\-–—|:·•]{1,9}$/u, "") : title;
}
