import { jest } from "@jest/globals";
import { Readability } from "@mozilla/readability";
import fc from "fast-check";
import { parseHTML } from "linkedom";
import { readDocument } from "../../../pipeline/stages/1-read.js";
import { pageSource, squeezed } from "../../../pipeline/stages/read/page-source.js";
import { parseHtml } from "../../../pipeline/stages/read/parse-html.js";
import { findReadable, readableTexts } from "../../../pipeline/stages/read/readable-texts.js";
import { boilerplateWords } from "./boilerplate-words.js";
import { scorePages } from "./page-gold.js";

const SENTENCE = "Im Landkreis sind 80,47 % der Haushalte an das Glasfasernetz angeschlossen.";
const sourceOf = (html: string) => pageSource(parseHtml(html, { path: "a.html", xhtml: false }), new Set()).source;

/** The same on a tree as browsers have it. */
function textOnFullTree(source: string): string {
  const { document } = parseHTML(`<!DOCTYPE html><html><body>${source}</body></html>`);
  const article = new Readability(document, { charThreshold: 250, disableJSONLD: true }).parse();
  return squeezed(article?.textContent ?? "");
}

const lettersOf = (text: string) => [...text].sort().join("");

test("the least tree gives the same article as a browser's", async () => {
  let asked = 0;
  await scorePages(async (path, bytes) => {
    const { text } = await readDocument({ path, bytes }, boilerplateWords(), {
      readers: {
        findReadable: async (source) => {
          asked++;
          expect([path, lettersOf(readableTexts(source).join(""))]).toEqual([path, lettersOf(textOnFullTree(source))]);
          return { texts: [] };
        },
      },
    });
    return text;
  });
  expect(asked).toBeGreaterThan(15);
});

test.each([
  [`<o:p>${SENTENCE}</o:p>`, "Word's elements"],
  [`<a"b>${SENTENCE}</a"b>`, "a name that is none"],
  [`<p class='"<>&'>${SENTENCE}`, "a class that is none"],
  [`<p>${SENTENCE}<br>${SENTENCE}<hr><wbr>`, "elements that hold nothing"],
  [`<p>${SENTENCE} 5 < 6 & 7 &lt;/p&gt; <![CDATA[x]]> <!-- y -->`, "signs of markup"],
])("%#: %s: %s", async (html, _what) => {
  const found = await findReadable(sourceOf(`<div><p>${SENTENCE}</p>${html}</div>`));
  expect(found).toEqual({ texts: expect.arrayContaining([squeezed(SENTENCE)]) });
});

test("every page's source is well-formed", () => {
  const piece = fc.constantFrom(
    ...[
      "<div>",
      "</div>",
      "<p class=x>",
      "</p>",
      "<br>",
      "</br>",
      "<o:p>",
      "<x y=>",
      "<a href=/>",
      "</a>",
      "<td>",
      "text ",
    ],
    ...[
      "<hr/>",
      "<b id='\"'>",
      "<!--",
      "-->",
      "&amp;",
      "<",
      ">",
      "<title>t</title>",
      "<svg><title>",
      "<body>",
      "</html>",
    ],
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      let message = "";
      try {
        readableTexts(sourceOf(pieces.join("")));
      } catch (error) {
        message = String(error);
      }
      expect(message).not.toContain("well-formed");
    }),
    { numRuns: 1_000 },
  );
});

test("a source that is not well-formed has no answer, and nothing is printed", async () => {
  const print = jest.spyOn(console, "log").mockImplementation(() => undefined);
  expect(await findReadable("<div><p>x</div>")).toEqual({ missing: "failed" });
  expect(print).not.toHaveBeenCalled();
  print.mockRestore();
});

test.each([
  ["links side by side", '<a href="#">Ein Teil</a>'.repeat(12_000)],
  ["boxes side by side", `<div>${SENTENCE}</div>`.repeat(3_400)],
  ["deep boxes", `${"<div>".repeat(100)}${`<p>${SENTENCE}</p>`.repeat(1_400)}${"</div>".repeat(100)}`],
])("the longest and deepest sources are read in time: %s", async (_what, source) => {
  const begun = performance.now();
  expect(await findReadable(`<div>${source}</div>`)).toEqual({ texts: expect.anything() });
  expect(performance.now() - begun).toBeLessThan(20_000);
});
