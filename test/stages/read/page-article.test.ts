import { readdirSync } from "node:fs";
import path from "node:path";
import { Readability } from "@mozilla/readability";
import { parseHTML } from "linkedom";
import { readDocument } from "../../../pipeline/stages/1-read.js";
import type { Readable, ReadableFinder } from "../../../pipeline/stages/read/readable-finder.js";
import { findReadable } from "../../../pipeline/stages/read/readable-texts.js";
import { boilerplateWords } from "./boilerplate-words.js";
import { goldPages, type PageScore, scorePages } from "./page-gold.js";

const words = boilerplateWords();

function scoreWith(finder: ReadableFinder): Promise<PageScore> {
  return scorePages(async (file, bytes) => {
    const { text, blocks } = await readDocument({ path: file, bytes }, words, { readers: { findReadable: finder } });
    const lines = blocks.filter(({ kind }) => kind !== "boilerplate");
    return lines.map(({ span }) => text.slice(span.start, span.end)).join("\n");
  });
}

describe("articles of pages of many builds", () => {
  test("every page has gold, and none is alone", () => {
    const pages = readdirSync(path.resolve(import.meta.dirname, "../../fixtures/pages"));
    expect(goldPages().map(({ file }) => file)).toEqual(
      expect.arrayContaining(pages.filter((name) => name !== "gold.json")),
    );
    expect(pages.length).toBeGreaterThan(25);
  });

  test("are found better than by Readability alone", async () => {
    const alone = await scorePages(async (_file, bytes) => {
      const { document } = parseHTML(new TextDecoder().decode(bytes));
      return new Readability(document).parse()?.textContent ?? "";
    });
    const { f1, problems } = await scoreWith(findReadable);
    expect({ problems, isGood: f1 >= 0.97 }).toEqual({ problems, isGood: true });
    expect(f1).toBeGreaterThan(alone.f1 + 0.1);
  });

  test("are found by the page's build alone when Readability gives no answer", async () => {
    const none = async (): Promise<Readable> => ({ missing: "failed" });
    expect((await scoreWith(none)).f1).toBeGreaterThanOrEqual(0.97);
  });
});

describe("a page on which Readability is no help", () => {
  const html = "<body><h1>Ausbau</h1><p>Im Landkreis sind 80,47 % der Haushalte angeschlossen.</p>";
  const read = (page: string, finder: ReadableFinder) =>
    readDocument({ path: "a.html", bytes: new TextEncoder().encode(page) }, words, {
      readers: { findReadable: finder },
    });

  test.each(["timeout", "failed"] as const)("%s: is read, and says so", async (missing) => {
    const { text, diagnostics } = await read(html, async () => ({ missing }));
    expect(text).toBe("Ausbau\nIm Landkreis sind 80,47 % der Haushalte angeschlossen.");
    expect(diagnostics).toEqual([
      expect.objectContaining({
        code: `read.page-${missing}`,
        message: expect.stringMatching(/^a\.html: .*save it as/u),
      }),
    ]);
  });

  test.each([
    ["a long page", `${html}<p>${"Der Betreiber baut weiter. ".repeat(40_000)}`],
    ["a deep page", `${html}${"<div>".repeat(500)}<p>Der Betreiber baut weiter, sagt das Landratsamt.`],
    ["a page long and deep", `${html}${"<div>".repeat(150)}<p>${"Der Betreiber baut weiter. ".repeat(5_000)}`],
  ])("%s: it is not asked", async (_what, page) => {
    let asked = 0;
    const { diagnostics } = await read(page, async () => {
      asked++;
      return { texts: [] };
    });
    expect(asked).toBe(0);
    expect(diagnostics).toEqual([expect.objectContaining({ code: "read.page-too-large", severity: "info" })]);
  });
});

describe("an article that only a script holds", () => {
  const read = async (script: string, body: string) => {
    const page = `<html><head><title>Ausbau im Kreis</title><script type="application/ld+json">${script}</script></head><body>${body}`;
    const bytes = new TextEncoder().encode(page);
    return (await readDocument({ path: "a.html", bytes }, words, { readers: { findReadable } })).text;
  };
  const stated = (articleBody: string) => JSON.stringify({ "@graph": [{ "@type": "NewsArticle", articleBody }] });

  test.each([
    ["Es sind 12 Orte.\n\nZwei fehlen.", "Es sind 12 Orte.\nZwei fehlen.", "text"],
    ["<p>Es sind 12&nbsp;km.</p><ul><li>Zwei</li></ul>", "Es sind 12\u00a0km.\nZwei", "markup"],
    ["A &amp; B bauen.", "A & B bauen.", "characters by their names"],
  ])("%#: %s", async (body, expected, _why) => {
    expect(await read(stated(body), "<div id=root></div>")).toBe(expected);
  });

  test("what the page itself holds comes first", async () => {
    const text = `<p>${"Der Betreiber baut weiter, sagt das Landratsamt am Montag. ".repeat(5)}</p>`;
    expect(await read(stated("Es sind 12 Orte. ".repeat(60)), text)).not.toContain("12 Orte");
    expect(await read("{ no JSON", "<p>Es sind 12 Orte.</p>")).toBe("Es sind 12 Orte.");
  });
});
