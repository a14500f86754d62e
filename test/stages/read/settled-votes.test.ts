import fc from "fast-check";
import { readDocument } from "../../../pipeline/stages/1-read.js";
import { agreedLines, isSettled } from "../../../pipeline/stages/read/agreed-lines.js";
import { lineWeight } from "../../../pipeline/stages/read/line-weight.js";
import type { PageLine } from "../../../pipeline/stages/read/page-lines.js";
import type { Readable } from "../../../pipeline/stages/read/readable-finder.js";
import { findReadable } from "../../../pipeline/stages/read/readable-texts.js";
import { boilerplateWords } from "./boilerplate-words.js";

const words = boilerplateWords();

interface Reading {
  readonly text: string;
  readonly asked: number;
}

async function reading(body: string, find = findReadable): Promise<Reading> {
  let asked = 0;
  const counted = (source: string): Promise<Readable> => {
    asked++;
    return find(source);
  };
  const html = `<html><head><title>Ausbau im Kreis</title></head><body>${body}</body></html>`;
  const part = { path: "a.html", bytes: new TextEncoder().encode(html) };
  const { text } = await readDocument(part, words, { readers: { findReadable: counted } });
  return { text, asked };
}

const SENTENCES = [
  "Im Landkreis sind 80,47 % der Haushalte an das Glasfasernetz angeschlossen, sagt das Landratsamt.",
  "Der Betreiber will bis zum Herbst 1.081 weitere Adressen erreichen, vor allem in den Dörfern.",
  "In Belgern fehlen noch 25 Häuser, weil die Leitung unter der Bahnstrecke hindurch muss.",
  "Die Bauarbeiten kosten 4,2 Millionen Euro, von denen das Land mehr als die Hälfte trägt.",
  "Wer angeschlossen werden will, muss sich bis Ende März melden, danach wird es teurer als jetzt.",
  "Nach den Sommerferien sollen auch die beiden Schulen und das Krankenhaus am Netz sein.",
];
const TEXT = SENTENCES.map((sentence) => `<p>${sentence}</p>`).join("");
const OTHERS = SENTENCES.map((sentence) => sentence.replace("Landkreis", "Nachbarkreis").replace("Häuser", "Höfe"));
const TITLE = "<h1>Ausbau im Kreis</h1>";
const post = (text: string) => `<div><div>${text}</div><div>Beitrag melden und zitieren</div></div>`;

describe("a page whose build leaves nothing open is read without Readability", () => {
  test.each([
    [`${TITLE}<div itemprop="articleBody">${TEXT}</div>`, "the article's body is marked"],
    [`${TITLE}<div class="entry-content">${TEXT}</div>`, "the box of the text has a common name"],
    [`${TITLE}<article>${TEXT}</article>`, "an article of paragraphs"],
    [`${TITLE}<div class="x7f"><div class="k2">${TEXT}</div></div>`, "paragraphs side by side in a box without a name"],
    [`${TITLE}<p class="lead">${SENTENCES[0]}</p><div class="entry-content">${TEXT}</div>`, "a lead outside of it"],
    [`<div id="root"></div>`, "no text that votes could be for"],
  ])("%#: %s", async (body, _why) => {
    const without = await reading(`${body}<p>Ende</p>`, async () => ({ missing: "failed" }));
    expect(await reading(`${body}<p>Ende</p>`)).toEqual({ text: without.text, asked: 0 });
  });
});

describe("a page that is not clear-cut is shown to Readability", () => {
  test.each([
    [`<article><h1>Ausbau im Kreis</h1><p>${SENTENCES[0]}</p></article>`, "a teaser before a paywall"],
    [`${TITLE}<div>${SENTENCES.join("<br><br>")}</div>`, "paragraphs by line breaks"],
    [`<table><tr><td>Menü<td>${SENTENCES.join("<br>")}</table>`, "a table that lays out the page"],
    [`${TITLE}${OTHERS.map((text) => post(`<p>${text}</p>`)).join("")}`, "a forum thread: each post in its own box"],
    [
      `${TITLE}<div>${post(TEXT)}</div><div>${OTHERS.map((text) => post(`<p>${text}</p>`)).join("")}</div>`,
      "an answer among others",
    ],
    [
      `${TITLE}${OTHERS.map((text) => `<div><h2>Ein Fest</h2><p>${text}</p></div>`).join("")}`,
      "a category page of teasers",
    ],
    [
      `${TITLE}<article>${TEXT}<div><p>${OTHERS[0]}</p><p>${OTHERS[1]}</p></div></article>`,
      "a box in the article that may be its author's",
    ],
    [
      `${TITLE}<div class="x7f">${TEXT}</div><div class="k2">${OTHERS.map((text) => `<p>${text}</p>`).join("")}</div>`,
      "two boxes with as much text",
    ],
    [
      `${TITLE}<div class="entry-content"><p>${SENTENCES[0]}</p><p>${SENTENCES[1]}</p></div><div class="x">${TEXT}</div>`,
      "a named box with the smaller part of the text",
    ],
    [
      `${TITLE}<div>${TEXT}</div><ul>${OTHERS.map((text) => `<li>${text}</li>`).join("")}</ul>`,
      "a product: a description and its properties",
    ],
    [
      `${TITLE}<article>${TEXT}</article>${"<div>Rubrik</div>".repeat(4)}<article>${OTHERS[0]} ${OTHERS[1]} ${OTHERS[2]}</article>`,
      "a second article far below",
    ],
  ])("%#: %s", async (body, _why) => {
    expect((await reading(body)).asked).toBe(1);
  });
});

describe("where lines are settled", () => {
  const line = fc.record({
    kind: fc.constantFrom("paragraph", "heading", "list-item", "table-row"),
    text: fc.integer({ min: 1, max: 300 }).map((length) => "x".repeat(length)),
    links: fc.integer({ min: 0, max: 40 }),
  });
  const page = fc.record({
    lines: fc.array(line, { minLength: 1, maxLength: 40 }),
    from: fc.nat(40),
    length: fc.nat(40),
    votes: fc.array(fc.boolean(), { minLength: 40, maxLength: 40 }),
    bounds: fc.tuple(fc.nat(40), fc.nat(40)),
    isMarked: fc.boolean(),
  });

  test("no votes change them", () => {
    let settled = 0;
    fc.assert(
      fc.property(page, ({ lines: drawn, from, length, votes, bounds: [start, end], isMarked }) => {
        const lines: PageLine[] = drawn.map((each) => ({ ...each, time: 0, pieces: [], isHeadline: false }));
        const kept = lines.map((_line, at) => at >= from && at < from + length);
        const own = { kept, isMarked, bounds: { from: start, to: end } };
        const weigh = (inOwn: boolean) =>
          lines.reduce((sum, each, at) => sum + (kept[at] === inOwn ? lineWeight(each) : 0), 0);
        if (!isSettled(own, weigh(true), weigh(false))) return;
        settled++;
        expect(agreedLines(lines, own, votes)).toEqual(kept);
      }),
      { numRuns: 5_000 },
    );
    expect(settled).toBeGreaterThan(200);
  });
});
