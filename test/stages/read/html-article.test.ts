import { htmlArticle } from "../../../pipeline/stages/read/html-article.js";
import { findReadable } from "../../../pipeline/stages/read/readable-texts.js";
import { boilerplateWords } from "./boilerplate-words.js";

const words = boilerplateWords();
const SENTENCE = "Im Landkreis sind 80,47 % der Haushalte an das Glasfasernetz angeschlossen.";

/** First letter of the kind and text of each block: `p Ein Absatz`. */
async function linesOf(html: string, xhtml = false): Promise<readonly string[]> {
  const { text, blocks } = await htmlArticle(html, words, { path: "a.html", xhtml, findReadable });
  return blocks.map(({ kind, span }) => `${kind.charAt(0)} ${text.slice(span.start, span.end)}`);
}

describe("lines of a page", () => {
  test.each([
    [
      "<h2>Ausbau</h2><p>Ein\n Absatz</p>lose<ul><li>Punkt</ul>",
      ["h Ausbau", "p Ein Absatz", "p lose", "l Punkt"],
      "kinds",
    ],
    ["<p>5&nbsp;km und 1&#8239;200 &amp; mehr&lt;</p>", ["p 5\u00a0km und 1\u202f200 & mehr<"], "no-break spaces stay"],
    ["<p>80,47<b> %</b> der <i>Haus</i>halte</p>", ["p 80,47 % der Haushalte"], "inline elements part no words"],
    ["<p>eins<p>zwei<li>drei<div>vier", ["p eins", "p zwei", "l drei", "l vier"], "nothing is closed"],
    ["<p>Punkt.<br>Neu<br><br>Absatz</p>", ["p Punkt.", "p Neu", "p Absatz"], "line breaks"],
    [
      "<p>Der Satz geht<br>weiter,<br>Montag auch.<br>neu</p>",
      ["p Der Satz geht weiter, Montag auch.", "p neu"],
      "breaks inside a sentence",
    ],
    ["<h1>Zwei<br>Zeilen</h1>", ["h Zwei Zeilen"], "a break in a heading"],
    [
      "<p>12 km<sup>2</sup>, CO<sub>2</sub>, 1982<sup>3</sup></p>",
      ["p 12 km², CO2, 1982³"],
      "raised digits stay apart",
    ],
    ["<p>1.081 Adressen<sup><a href='#f'>1</a></sup>.</p>", ["p 1.081 Adressen."], "footnote mark"],
    ["<pre>Ort 1\nKreis 2\n</pre>", ["p Ort 1", "p Kreis 2"], "preformatted lines"],
    ["lose<h2>Titel</h2>Text<nav>5</nav>Ende", ["p lose", "h Titel", "p Text", "p Ende"], "text between blocks"],
    ["<dl><dt>Einwohner<dd>5.000</dl>", ["l Einwohner", "l 5.000"], "terms"],
    ["<p>Gro\u0308ße</p>", ["p Größe"], "NFC"],
    ["<p>a\u2028b</p>", ["p a b"], "a line separator inside a paragraph"],
    ["<p>&nbsp;</p><p>\u200f</p><p>x</p>", ["p x"], "blank paragraphs"],
    ["<p>Quelle: dpa</p><p>Kommentar (3)</p>", ["b Quelle: dpa", "b Kommentar (3)"], "boilerplate by its words"],
  ])("%#: %s", async (html, expected, _why) => {
    expect(await linesOf(`<body>${html}`)).toEqual(expected);
  });

  test.each([
    [
      "<tr><th>Ort<th>Anteil<tr><td>Torgau<td>91,2 %<tr><td>Belgern<td>",
      ["t Ort | Anteil", "t Torgau | 91,2 %", "t Belgern |"],
      "figures",
    ],
    ["<tr><td><p>Torgau</p><td>91,2<br>%", ["t Torgau | 91,2 %"], "paragraph and break in a cell"],
    ["<tr><td>nur eine Zelle", ["p nur eine Zelle"], "one cell is no row"],
    ["<tr><td>a<td><table><tr><td>b<td>c</table>", ["p a", "t b | c"], "a table in a table"],
    ["<tr><td> <td>", [], "an empty row"],
  ])("table %#: %s", async (rows, expected, _why) => {
    expect(await linesOf(`<body><table>${rows}</table><p>Ende</p>`)).toEqual([...expected, "p Ende"]);
  });
});

describe("furniture of a page", () => {
  const KEPT = [`p ${SENTENCE}`, `p ${SENTENCE}`];
  const page = (furniture: string) => `<body><p>${SENTENCE}</p>${furniture}<p>${SENTENCE}</p></body>`;

  test.each([
    ["<script>5</script><style>p{}</style><noscript>6</noscript><template>7</template>", "no text"],
    ["<nav>5 Rubriken</nav><aside>7 Filialen</aside><footer>© 2024</footer><form>12</form>", "by element"],
    ["<header><p>Seit 1990 täglich</p></header>", "the site's header"],
    ["<figure><img><figcaption>3 Rohre</figcaption></figure>", "a picture"],
    ["<div role=navigation>5</div><div role='complementary'>6</div>", "by role"],
    ["<p hidden>5</p><p style='color:red; display : none'>6</p><p aria-hidden=true>7</p>", "hidden"],
    ["<div class='cookie-notice'>128 Partner</div><div id=onetrust>5</div>", "cookie notice"],
    ["<div class=shareBar>14</div><div class='social_links'>3</div>", "share buttons; words in any spelling"],
    [
      "<div class='box related-posts'><h3>Mehr</h3><p>14 neue Masten, sagt der Betreiber im Kreis.</p></div>",
      "related",
    ],
    ["<div id=newsletter-signup><p>Jeden Tag 5 Meldungen aus der Region.</p></div>", "newsletter"],
    ["<p class=byline>Von Jana Petzold, 28. Juni 2024</p><p><time>28. Juni 2024</time></p>", "who and when"],
    ["<ul><li><a href=a>11 Gemeinden warten noch immer</a><li><a href=b>5 Masten</a></ul>", "a list of links"],
  ])("%s is left out: %s", async (furniture, _why) => {
    expect(await linesOf(page(furniture))).toEqual(KEPT);
  });

  test.each([
    ["<ul><li>Für 11 <a href=a>Gemeinden</a><li>Für 5 Masten</ul>", 4, "a list with a link"],
    ["<figure class=wp-block-table><table><tr><td>Ort<td>5</table></figure>", 3, "a table in a figure"],
    ["<div class=addition>Zusatz</div><div class=shared-flat>WG</div>", 4, "words that only begin alike"],
    ["<p>Am <time>28. Juni 2024</time> waren 5 Masten fertig.</p>", 3, "a date in a sentence"],
    [`<p class=meta>${SENTENCE.repeat(4)}</p>`, 3, "a long text is no label"],
  ])("%s stays: %#", async (html, count, _why) => {
    expect(await linesOf(page(html))).toHaveLength(count);
  });

  test("comments go, however many, also when each is an article", async () => {
    const comment = `<article class="comment-body"><p>Bei uns warten 25 Häuser seit zwei Jahren auf den Anschluss.</p></article>`;
    const html = `<body><h1>Ausbau</h1><div><p>${SENTENCE}</p></div><div id="comments">${comment.repeat(20)}</div>`;
    expect(await linesOf(html)).toEqual(["h Ausbau", `p ${SENTENCE}`]);
  });

  test.each([
    ["<form id=aspnetForm>", "the whole page is one form"],
    ["<body class='cookie-open related'>", "the body's class"],
    ["<div class='has-sidebar comments-open'><h1>Ausbau</h1>", "a box around the headline"],
    ["<div aria-hidden=true>", "what stands behind an open notice"],
    ["<div class='share-layout'>", "a box with most of the text"],
  ])("%s is no furniture: %s", async (around, _why) => {
    expect(await linesOf(`${around}<p>${SENTENCE}</p><p>${SENTENCE}</p>`)).toEqual(expect.arrayContaining(KEPT));
  });
});

describe("the main part of a page", () => {
  const text = `<p>${SENTENCE}</p>`.repeat(4);
  const other = "<p>Der Verein lädt zum Fest am Sonntag ein, es spielt eine Kapelle aus dem Ort.</p>";

  test.each([
    [`<div>${other}</div><div itemprop="articleBody">${text}</div><div>${other}</div>`, "marked as the article's body"],
    [`<div>${other}</div><article>${text}</article><article>${other}</article>`, "the largest article"],
    [`<div>${other}</div><main>${text}</main>`, "the main element"],
    [`<table><tr><td>Menü<td>${text}</table><p>Ende</p>`, "a table that lays out the page"],
    [`<div>${other}</div><div role=main>${text}</div>`, "the main role"],
    [
      `<div>Start</div><div><div>${text}</div><div><a href=a>Ein Fest in Belgern</a><br><a href=b>Zwei</a><br><a href=c>Drei</a></div></div>`,
      "the densest box",
    ],
  ])("%#: %s", async (body, _why) => {
    expect(await linesOf(`<body>${body}`)).toEqual(Array(4).fill(`p ${SENTENCE}`));
  });

  test("an article in two boxes is not cut in half", async () => {
    expect(await linesOf(`<body><div><div>${text}</div><div>${text}</div></div>`)).toHaveLength(8);
  });

  test("the headline above the text belongs to it, the site's name does not", async () => {
    const site = "<h1><a href='/'>Elbtal-Kurier</a></h1>";
    expect(await linesOf(`<body>${site}<h1>Ausbau</h1><p>x</p><article>${text}</article>`)).toEqual([
      "h Ausbau",
      ...Array(4).fill(`p ${SENTENCE}`),
    ]);
    expect(await linesOf(`<body>${site}<article>${text}</article>`)).toHaveLength(4);
  });

  test("a page of nothing but links keeps them", async () => {
    expect(await linesOf("<body><ul><li><a href=a>Eins</a><li><a href=b>Zwei</a></ul>")).toEqual(["l Eins", "l Zwei"]);
  });
});

describe("hostile pages", () => {
  const MANY = 20_000;

  test.each([
    ["nested boxes", "<div>".repeat(MANY), "read.too-deep"],
    ["bold text that never ends", "<b>x".repeat(MANY), "read.too-deep"],
    ["more elements than memory", "<i>a</i>".repeat(13 * MANY), "read.too-large"],
  ])("%s are refused", async (_what, html, code) => {
    await expect(linesOf(`<body>${html}`)).rejects.toThrow(
      expect.objectContaining({
        code,
        message: expect.stringMatching(/^a\.html: more than [0-9]+ .*save its text as \.txt$/u),
      }),
    );
  });

  test.each([
    ["4,000 boxes deep", `${"<div>".repeat(4_000)}${SENTENCE}`, 1],
    ["paragraphs that never end", `<p>${SENTENCE}`.repeat(MANY), MANY],
    ["table rows that never end", "<tr><td>Ort<td>5".repeat(MANY / 2), MANY / 2],
    [
      "one element with an attribute for each",
      `<p ${Array.from({ length: MANY }, (_, at) => `a${at}`).join(" ")}>x`,
      1,
    ],
    ["half a million angle brackets", `<p>${"<".repeat(10 * MANY)}`, 1],
    ["comments that never end", `<p>x</p>${"<!--".repeat(10 * MANY)}`, 1],
    ["an attribute that never ends", `<p>x</p><a href="${"x ".repeat(10 * MANY)}`, 1],
    ["ends without beginnings", `<p>x</p>${"</div></p>".repeat(MANY)}`, 1],
    ["breaks after commas", `<p>${"Ort,<br>".repeat(MANY)}`, undefined],
    ["deep JSON", `<script type="application/ld+json">${"[".repeat(MANY)}</script><p>x`, 1],
    [
      "deep boxes full of links",
      `${"<div>".repeat(4_000)}${"<p><a href=x>Ein Link</a></p>".repeat(MANY / 5)}`,
      MANY / 5,
    ],
    ["deep boxes that begin empty", `${"<div>".repeat(4_000)}${"<i></i>".repeat(10 * MANY)}x<img>`, 1],
  ])("%s are read in time", async (_what, html, count) => {
    const begun = performance.now();
    const lines = await linesOf(`<html><head></head><body>${html}`);
    if (count !== undefined) expect(lines).toHaveLength(count);
    expect(performance.now() - begun).toBeLessThan(20_000);
  });

  test("CDATA is text in XHTML, a comment in HTML", async () => {
    const html = "<html><body><p>x <![CDATA[5 < 6 & 7]]></p><p>y</p></body></html>";
    expect(await linesOf(html, true)).toEqual(["p x 5 < 6 & 7", "p y"]);
    expect(await linesOf(html)).toEqual(["p x", "p y"]);
  });
});
