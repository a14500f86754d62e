import { readFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import type { Block, Document } from "../../pipeline/model/document.js";
import { markedLines } from "../../pipeline/runtime/marked-lines.js";
import { readDocument } from "../../pipeline/stages/1-read.js";
import { boilerplateWords } from "../stages/read/boilerplate-words.js";

const FIXTURES = path.resolve(import.meta.dirname, "../fixtures/read");

function documentOf(lines: readonly string[], shownText?: string): Document {
  const blocks: Block[] = [];
  let start = 0;
  for (const line of lines) {
    blocks.push({ kind: "paragraph", span: { start, end: start + line.length } });
    start += line.length + 1;
  }
  return {
    id: "0".repeat(32),
    source: { path: "a.html", sha256: "0".repeat(64), bytes: 0 },
    mediaType: "text/html",
    encoding: "utf-8",
    text: lines.join("\n"),
    blocks,
    ...(shownText === undefined ? {} : { shownText }),
    diagnostics: [],
  };
}

/** `-` in front of what was left out. */
const shown = (document: Document) =>
  markedLines(document).map(({ kind, text }) => (kind === "left-out" ? `-${text}` : text));

describe("markedLines", () => {
  test.each<readonly [string, readonly string[], string | undefined, readonly string[]]>([
    ["a text", ["Eins.", "Zwei."], undefined, ["Eins.", "Zwei."]],
    ["a menu around", ["Eins.", "Zwei."], "Menü\nEins.\nZwei.\nImpressum", ["-Menü", "Eins.", "Zwei.", "-Impressum"]],
    ["a row of cells", ["Torgau | 9.812 | 5 %"], "Torgau\n9.812\n5 %\nEnde", ["Torgau | 9.812 | 5 %", "-Ende"]],
    ["a row with an empty cell", ["Torgau | | 5 %", "Eins."], "Torgau\n5 %\nEins.", ["Torgau | | 5 %", "Eins."]],
    [
      "a footnote's mark and an exponent",
      ["Auf einer Fläche von mehr als 12 km² wird gebaut."],
      "Auf einer Fläche von mehr als 12 km2 wird gebaut1.",
      ["Auf einer Fläche von mehr als 12 km² wird gebaut."],
    ],
    [
      "a line that the page does not show",
      ["Eins.", "Der Satz, den die Seite zeigt."],
      "Menü\nDer Satz, den die Seite zeigt.",
      ["-Menü", "Eins.", "Der Satz, den die Seite zeigt."],
    ],
    ["nothing in common", ["Eins."], "Zwei.", ["-Zwei.", "Eins."]],
  ])("%s", (_what, lines, page, expected) => {
    expect(shown(documentOf(lines, page))).toEqual(expected);
  });

  test("every line of the article is there once and in its place, whatever the page shows", () => {
    const line = fc.stringMatching(/^[ab1.]{1,30}$/u);
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), fc.array(line, { maxLength: 12 }), (lines, page) => {
        const kept = markedLines(documentOf(lines, page.join("\n"))).flatMap(({ block }) => block ?? []);
        expect(kept).toEqual(lines.map((_, index) => index));
      }),
    );
  });

  test("a saved page: what stands around the article is left out", async () => {
    const bytes = readFileSync(path.join(FIXTURES, "saved-page.html"));
    const lines = shown(await readDocument({ path: "saved-page.html", bytes }, boilerplateWords()));
    expect(lines).toContain("-Sparkasse schließt 7 Filialen");
    expect(lines).toContain("In 11 Gemeinden beginnt der Bau im Herbst.");
    expect(lines).not.toContain("-In 11 Gemeinden beginnt der Bau im Herbst.");
  });
});
