import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Analysis } from "../../../pipeline/model/analysis.js";
import { analyse } from "../../../pipeline/runtime/analyse.js";
import { readDocument } from "../../../pipeline/stages/1-read.js";
import { TextFragments } from "../../../pipeline/stages/facts/text-fragment.js";
import { decode } from "../../../pipeline/stages/read/decode.js";
import { parseHtml } from "../../../pipeline/stages/read/parse-html.js";
import { textBelow } from "../../../pipeline/stages/read/walk-tree.js";
import { shippedLexicons } from "../../support/facts-of.js";

const ROOT = path.resolve(import.meta.dirname, "../../..");
const FILES = ["test/fixtures/read", "seeds"].flatMap((folder) =>
  readdirSync(path.join(ROOT, folder), { withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.(?:jsonl|json)$/u.test(entry.name) && entry.name !== "README.md")
    .map((entry) => `${folder}/${entry.name}`),
);

/** The texts that a directive names, as a browser decodes them. */
function textsOf(directive: string): readonly string[] {
  expect(directive).toMatch(/^(?:[A-Za-z0-9_.!~*'()]|%[0-9A-F]{2})+(?:,(?:[A-Za-z0-9_.!~*'()]|%[0-9A-F]{2})+)?$/u);
  return directive.split(",").map(decodeURIComponent);
}

describe("TextFragments", () => {
  test.each([
    ["Der Anteil stieg.", "Der Anteil stieg.", "Der%20Anteil%20stieg.", "a short sentence whole"],
    ["80-jährige & 5, sagt er.", "80-jährige & 5, sagt er.", "80%2Dj%C3%A4hrige%20%26%205%2C%20sagt%20er.", "signs"],
    [
      `Im Landkreis sind die Haushalte ${"sehr ".repeat(20)}schnell an das Netz angeschlossen.`,
      `Im Landkreis sind die Haushalte ${"sehr ".repeat(20)}schnell an das Netz angeschlossen.`,
      "Im%20Landkreis%20sind%20die%20Haushalte,an%20das%20Netz%20angeschlossen.",
      "a long one by its ends",
    ],
    ["Fläche: 12 km², sonst nichts.", "Fläche: 12 km2, sonst nichts.", "Fl%C3%A4che%3A%2012,sonst%20nichts.", "raised"],
    ["Torgau | 9.812 | 91,2 %", "Torgau9.81291,2 %", "Torgau,91%2C2%20%25", "the cells of a row"],
    ["Satz, den die Seite nicht hat.", "Andere Seite.", undefined, "not there"],
  ])("%j", (sentence, shown, expected, _why) => {
    expect(new TextFragments(shown, " | ").of(sentence)).toBe(expected);
  });

  test("of two places the later, once the first is passed", () => {
    const fragments = new TextFragments("Eins kam. Zwei kam. Eins kam.", " | ");
    expect([fragments.of("Zwei kam."), fragments.of("Eins kam.")]).toEqual(["Zwei%20kam.", "Eins%20kam."]);
  });

  test("sentences that a long page has not cost no more than a few passes", () => {
    const shown = "Satz mit 12 Wörtern. ".repeat(100_000);
    const fragments = new TextFragments(shown, " | ");
    const begun = performance.now();
    for (let count = 0; count < 50_000; count++) fragments.of(`Wort${count} das es nicht gibt.`);
    expect(performance.now() - begun).toBeLessThan(2_000);
  });
});

describe.each(FILES)("%s", (file) => {
  let analysis: Analysis;

  beforeAll(async () => {
    const bytes = readFileSync(path.join(ROOT, file));
    analysis = analyse(await readDocument({ path: file, bytes }, shippedLexicons().boilerplate), shippedLexicons());
  });

  test("every fact is found at its offsets, inside its sentence", () => {
    const { document, sentences, facts } = analysis;
    for (const { mention, evidence } of facts) {
      const { span } = mention;
      const sentence = sentences[evidence.sentence];
      expect(document.text.slice(span.start, span.end)).toBe(evidence.exact);
      expect(sentence?.span.start).toBeLessThanOrEqual(span.start);
      expect(sentence?.span.end).toBeGreaterThanOrEqual(span.end);
    }
  });

  test("each sentence with facts in a page with an address has a directive, whose texts the page has in their order", () => {
    const { document, sentences, facts } = analysis;
    const isLinked = document.mediaType.includes("html") && document.url !== undefined;
    const stating = new Set(facts.map(({ evidence }) => evidence.sentence));
    const { text } = decode(readFileSync(path.join(ROOT, file)), { path: file, declared: document.encoding });
    const root = parseHtml(text, { path: file, xhtml: document.mediaType !== "text/html" });
    const page = textBelow(root, Number.MAX_SAFE_INTEGER).normalize("NFC");
    for (const { ordinal, fragment, span } of sentences) {
      expect(fragment !== undefined).toBe(isLinked && stating.has(ordinal));
      if (fragment === undefined) continue;
      const sentence = document.text.slice(span.start, span.end);
      const [start = "", end = start] = textsOf(fragment);
      expect(sentence).toContain(start);
      expect(sentence.endsWith(end) || end === start).toBe(true);
      expect(page.indexOf(end, page.indexOf(start))).toBeGreaterThanOrEqual(0);
    }
  });
});
