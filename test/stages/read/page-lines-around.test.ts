import { htmlArticle } from "../../../pipeline/stages/read/html-article.js";
import { findReadable } from "../../../pipeline/stages/read/readable-texts.js";
import { boilerplateWords } from "./boilerplate-words.js";

const words = boilerplateWords();
const SENTENCE = "Im Landkreis sind 80,47 % der Haushalte an das Glasfasernetz angeschlossen.";
const TEXT = `<p>${SENTENCE}</p>`.repeat(4);
const KEPT = Array(4).fill(SENTENCE);

async function linesOf(title: string, body: string): Promise<readonly string[]> {
  const html = `<html><head><title>${title}</title></head><body>${body}</body></html>`;
  const { text } = await htmlArticle(html, words, { path: "a.html", xhtml: false, findReadable });
  return text.split("\n");
}

test.each([
  ["Ausbau im Kreis", `<h2>Alle Partner</h2>${TEXT}<h1>Ausbau im Kreis</h1>${TEXT}`, "what stands before it"],
  [
    "Ausbau im Kreis | Elbtal-Kurier",
    `<h1>Elbtal-Kurier</h1><h2>Ausbau im Kreis</h2>${TEXT}`,
    "the site's name behind",
  ],
  ["Elbtal-Kurier: Ausbau im Kreis", `<h1>Elbtal-Kurier</h1><h3>Ausbau im Kreis</h3>${TEXT}`, "the site's name before"],
  [
    "Ausbau im Kreis",
    `<h1>Ausbau im Kreis</h1>${TEXT}<h2>3 Gedanken zu „Ausbau im Kreis“</h2>${TEXT}`,
    "the discussion",
  ],
  ["Ausbau im Kreis", `<h1>Ausbau im Kreis</h1>${TEXT}<h3>Schreibe einen Kommentar</h3><p>${SENTENCE}`, "its form"],
  ["Ausbau im Kreis", `<h1>Ausbau im Kreis</h1>${TEXT}<div><h3>Ähnliche Beiträge</h3><p>${SENTENCE}</div>`, "related"],
  ["Ausbau im Kreis", `<h1>Ausbau im Kreis</h1>${TEXT}<li><h3><a href=a>Fest</a></h3><p>${SENTENCE}</li>`, "a teaser"],
  ["Ausbau im Kreis", `<h1>Ausbau im Kreis</h1>${TEXT}<p><a href=a>Bilder vom Fest in Belgern</a></p>`, "a stray link"],
  ["Ausbau im Kreis", `<h1>Ausbau im Kreis</h1>${TEXT}<p>Teilen</p><p>Veröffentlicht am 3. Mai</p>`, "labels"],
  ["Ausbau im Kreis", `<h1>Ausbau im Kreis</h1>${TEXT}<p>(ads = window.ads || []).push({});</p>`, "code"],
  ["Ausbau im Kreis", `<h1>Ausbau im Kreis</h1>${TEXT}<div><p>${SENTENCE}</p><input type=email></div>`, "an offer"],
  ["Ausbau im Kreis", `<h1>Ausbau im Kreis</h1>${TEXT}<h2>Wetter</h2><nav>5</nav>`, "a heading over nothing"],
])("%s: %s without %s", async (title, body, _what) => {
  expect(await linesOf(title, body)).toEqual(["Ausbau im Kreis", ...KEPT]);
});

test("the posts of a blog's first page are no teasers", async () => {
  const post = (name: string) => `<div><h2><a href=/${name}>${name}</a></h2>${TEXT}</div>`;
  expect(await linesOf("Tagebuch", `<h1>Tagebuch</h1>${post("Eins")}${post("Zwei")}`)).toEqual([
    "Tagebuch",
    "Eins",
    ...KEPT,
    "Zwei",
    ...KEPT,
  ]);
});

test("a heading that links to its own place stays", async () => {
  const body = `<h1>Ausbau im Kreis</h1><h2 id=a><a href="#a">Lage</a></h2>${TEXT}<h2 id=b><a href="#b">Kosten</a></h2><p>${SENTENCE}`;
  expect(await linesOf("Ausbau im Kreis", body)).toEqual(["Ausbau im Kreis", "Lage", ...KEPT, "Kosten", SENTENCE]);
});
