import type { Metadata } from "../../../pipeline/model/metadata.js";
import { pageMetadata } from "../../../pipeline/stages/read/page-metadata.js";
import { parseHtml } from "../../../pipeline/stages/read/parse-html.js";

const metadataOf = (html: string): Metadata =>
  pageMetadata(parseHtml(html, { path: "a.html", xhtml: false }), html, { source: "dpa", byline: "Max" });

/** The metadata that the page states, without what its lines say. */
function statedBy(html: string): Metadata {
  const { origins = {}, ...fields } = metadataOf(html);
  return Object.fromEntries(
    Object.entries(fields).filter(([field]) => origins[field as keyof typeof origins] !== "text"),
  );
}

const jsonLd = (data: unknown) => `<script type="application/ld+json">${JSON.stringify(data)}</script>`;

describe("pageMetadata", () => {
  test.each([
    [
      jsonLd({
        "@type": "NewsArticle",
        headline: " Ausbau ",
        author: [{ name: "Jana" }, "Max"],
        publisher: { name: "Kurier" },
        mainEntityOfPage: { "@id": "https://a.example/1" },
        datePublished: "2024-06-28T07:30:00Z",
      }),
      {
        title: "Ausbau",
        byline: "Jana, Max",
        publisher: "Kurier",
        url: "https://a.example/1",
        publishedAt: "2024-06-28T07:30:00Z",
      },
      "JSON-LD",
    ],
    [
      jsonLd([
        { "@type": "WebSite", name: "Kurier" },
        { "@graph": [{ "@type": ["Thing", "ReportageNewsArticle"], headline: "Ausbau" }] },
      ]),
      { title: "Ausbau" },
      "JSON-LD in a graph in a list",
    ],
    [
      `${jsonLd({ "@type": "Article", headline: 5, author: null })}<title>Ausbau</title>`,
      { title: "Ausbau" },
      "JSON-LD of the wrong types",
    ],
    ["<script type='application/ld+json'>{broken</script><title>Ausbau</title>", { title: "Ausbau" }, "broken JSON-LD"],
    [
      `<meta property="og:title" content="Ausbau – Kurier"><meta property="og:site_name" content="Kurier">
       <meta property="og:url" content="https://a.example/1"><meta property="article:published_time" content="2024-06-28T07:30:00+02:00">
       <meta property="article:author" content="https://social.example/jana">`,
      { title: "Ausbau", publisher: "Kurier", url: "https://a.example/1", publishedAt: "2024-06-28T07:30:00+02:00" },
      "OpenGraph; the author is an address, the title ends in the site's name",
    ],
    [
      "<meta name=Author content='Jana'><meta name=DC.date content=2024-06>",
      { byline: "Jana", publishedAt: "2024-06" },
      "meta names in any case",
    ],
    [
      "<link rel=canonical href='https://a.example/1'><meta property=og:url content='https://b.example'>",
      { url: "https://a.example/1" },
      "canonical first",
    ],
    [
      "<link rel=canonical href='/1'><meta property=og:url content='https://b.example/1'>",
      { url: "https://b.example/1" },
      "a relative address is none",
    ],
    ["<link rel=canonical href='javascript:alert(1)'>", {}, "no web address"],
    [
      "<title>Seite</title><h1>Aus<b>bau</b>\n geht voran</h1>",
      { title: "Ausbau geht voran" },
      "headline before page title",
    ],
    [
      "<time datetime='2020-01-01'>a</time><article><time datetime='2024-06-28'>b</time></article>",
      { publishedAt: "2024-06-28" },
      "the article's time",
    ],
    [
      "<time>28. Juni</time><span itemprop=datePublished content='2024-06-28'></span>",
      { publishedAt: "2024-06-28" },
      "microdata",
    ],
    [
      "<meta name=date content='28.06.2024'><time datetime='2024-06-28'>",
      { publishedAt: "2024-06-28" },
      "a date that is no ISO date is passed over",
    ],
    ["<a rel=author href=x>Jana Petzold</a>", { byline: "Jana Petzold" }, "author by link"],
    ["<!-- saved from url=(0021)https://a.example/1 -->\n<p>x", { url: "https://a.example/1" }, "saved by a browser"],
    [
      "<!--\n Page saved with SingleFile \n url: https://a.example/1 \n saved date: x\n--><p>x",
      { url: "https://a.example/1" },
      "saved by SingleFile",
    ],
    ["<meta name=author content=''><p>x", {}, "nothing is stated"],
  ])("%#: %s", (html, expected, _why) => {
    expect(statedBy(html)).toEqual(expected);
  });

  test.each<readonly [string, Metadata, string]>([
    [
      jsonLd({
        "@graph": [
          { "@type": "Person", "@id": "#jana", name: "Jana Petzold" },
          { "@type": "WebPage", inLanguage: "de-DE" },
          {
            "@type": "NewsArticle",
            headline: "Ausbau",
            author: [{ "@id": "#jana" }, { "@id": "#jana" }],
            publisher: { "@id": "#nobody" },
            articleSection: ["Wirtschaft", "Region"],
            datePublished: ["2024-06-28T07:30:00+02:00"],
            dateModified: "2024-06-29T08:00:00+02:00",
          },
        ],
      }),
      {
        title: "Ausbau",
        byline: "Jana Petzold",
        publisher: "dpa",
        publishedAt: "2024-06-28T07:30:00+02:00",
        modifiedAt: "2024-06-29T08:00:00+02:00",
        section: "Wirtschaft, Region",
        claimedLanguage: "de-DE",
        origins: {
          title: "json-ld",
          byline: "json-ld",
          publisher: "text",
          publishedAt: "json-ld",
          modifiedAt: "json-ld",
          section: "json-ld",
          claimedLanguage: "json-ld",
        },
      },
      "names by reference, once each; what the page leaves out, its lines say",
    ],
    [
      `<script type="application/ld+json">//<![CDATA[\n{"@type":"Report","headline":"Aus\nbau"}\n//]]></script>`,
      {
        title: "Aus bau",
        byline: "Max",
        publisher: "dpa",
        origins: { title: "json-ld", byline: "text", publisher: "text" },
      },
      "a line break inside a string, CDATA marks",
    ],
    [
      `${jsonLd({ "@type": "WebPage", name: "Seite", datePublished: "2024-06-28", inLanguage: { name: "nb" } })}<h1>Bru</h1>`,
      {
        title: "Bru",
        byline: "Max",
        publisher: "dpa",
        publishedAt: "2024-06-28",
        claimedLanguage: "nb",
        origins: {
          title: "page",
          byline: "text",
          publisher: "text",
          publishedAt: "json-ld",
          claimedLanguage: "json-ld",
        },
      },
      "a description of the page tells its dates and language, not the article's title",
    ],
    [
      `<html lang="de_at"><meta property="og:site_name" content="Kurier"><meta property="article:modified_time" content="2024-06">
       <meta property="article:section" content="Region"><meta name=author content=Jana><link rel=canonical href=https://a.example/1>
       <time datetime="2024-06-28T07:30+02:00">`,
      {
        byline: "Jana",
        publisher: "Kurier",
        url: "https://a.example/1",
        publishedAt: "2024-06-28T07:30+02:00",
        modifiedAt: "2024-06",
        section: "Region",
        claimedLanguage: "de-AT",
        origins: {
          byline: "meta",
          publisher: "open-graph",
          url: "link",
          publishedAt: "time",
          modifiedAt: "open-graph",
          section: "open-graph",
          claimedLanguage: "page",
        },
      },
      "each from its own place",
    ],
    [
      `<html lang="Deutsch"><meta http-equiv=content-language content="de, en"><meta property=og:locale content=ar>`,
      {
        byline: "Max",
        publisher: "dpa",
        claimedLanguage: "ar",
        origins: { byline: "text", publisher: "text", claimedLanguage: "open-graph" },
      },
      "what is no tag is passed over",
    ],
  ])("%#: where each value comes from", (html, expected, _why) => {
    expect(metadataOf(html)).toEqual(expected);
  });

  test("a deep or long description is read in linear time", () => {
    const nested = `${'{"@graph":['.repeat(5_000)}${"]}".repeat(5_000)}`;
    const long = JSON.stringify(Array.from({ length: 60_000 }, () => ({})));
    const begun = performance.now();
    for (const script of [nested, long]) {
      expect(statedBy(`<script type="application/ld+json">${script}</script><h1>Bru</h1>`)).toEqual({ title: "Bru" });
    }
    expect(performance.now() - begun).toBeLessThan(2_000);
  });
});
