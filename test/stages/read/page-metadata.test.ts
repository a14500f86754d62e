import { type PageMetadata, pageMetadata } from "../../../pipeline/stages/read/page-metadata.js";
import { parseHtml } from "../../../pipeline/stages/read/parse-html.js";

/** The metadata that the page states. */
function metadataOf(html: string): PageMetadata {
  const metadata = pageMetadata(parseHtml(html, { path: "a.html", xhtml: false }), html);
  return Object.fromEntries(Object.entries(metadata).filter(([, value]) => value !== undefined));
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
    expect(metadataOf(html)).toEqual(expected);
  });
});
