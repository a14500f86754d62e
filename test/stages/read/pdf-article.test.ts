import type { Article } from "../../../pipeline/stages/read/article.js";
import { pdfArticle } from "../../../pipeline/stages/read/pdf-article.js";
import { ReadError } from "../../../pipeline/stages/read/read-error.js";
import { type PdfRun, pdfFile } from "../../support/pdf-file.js";
import { boilerplateWords } from "./boilerplate-words.js";

const words = boilerplateWords();
const read = (bytes: Uint8Array): Promise<Article> => pdfArticle(bytes, words, "a.pdf");

/** First letter of the kind, page and text of each block. */
function linesOf({ text, blocks }: Article): readonly string[] {
  return blocks.map(({ kind, span, page }) => `${kind.charAt(0)}${page} ${text.slice(span.start, span.end)}`);
}

/** Lines of a column, from the top of the page or from `top` on. */
function column(lines: readonly string[], top = 780, left = 60): readonly PdfRun[] {
  return lines.map((text, at) => ({ x: left, y: top - at * 13, text }));
}

/** Lines that end at the right edge, their glyphs in the order in which they stand on the page. */
function arabicColumn(lines: readonly string[], draw: (line: string) => readonly string[]): readonly PdfRun[] {
  return lines.map((line, at) => {
    const glyphs = draw(line);
    return { x: 500 - glyphs.length * 5, y: 780 - at * 13, glyphs };
  });
}

/** From left to right as on the page; numbers keep their order. */
function asDrawn(line: string, glyph = /./gu): readonly string[] {
  return line
    .split(/([0-9]+(?:[.,][0-9]+)?)/u)
    .reverse()
    .flatMap((run) => (/^[0-9]/u.test(run) ? [...run] : (run.match(glyph) ?? []).reverse()));
}

/** The same with one glyph for each lam-alef, of whatever alef. */
function asJoined(line: string): readonly string[] {
  return asDrawn(line, /ل[اأإآ]|./gu);
}

async function errorOf(work: Promise<unknown>): Promise<ReadError> {
  const error: unknown = await work.then(
    () => new Error("it was read"),
    (reason: unknown) => reason,
  );
  if (error instanceof ReadError) return error;
  throw error;
}

const PRESS_RELEASE = [
  [
    { x: 60, y: 820, size: 8, text: "Landkreis Nordsachsen · Pressestelle" },
    { x: 60, y: 790, size: 18, text: "Ausbau geht voran" },
    ...column(
      [
        "Im Landkreis sind 80,47 % der Haushalte an das Glasfasernetz angeschlossen, wie das Land-",
        "ratsamt mitteilte. Von 4.327 Adressen wurden 1.081 im ersten Halbjahr erschlossen.",
        "Kurz.",
        "   ",
        "Die Zahl der Anschlüsse in Nordrhein-",
        "Westfalen stieg um 12 %; „übrigens“ kosteten sie 3 € – nicht mehr als zuvor geplant war.",
      ],
      760,
    ),
    ...column(["• 11 Gemeinden folgen im Herbst.", "• 5 Gemeinden fehlt der Bescheid."], 660),
    { x: 60, y: 620, text: "Gemeinde" },
    { x: 200, y: 620, text: "Haushalte" },
    { x: 60, y: 607, text: "Torgau" },
    { x: 200, y: 607, text: "9.812" },
    { x: 60, y: 80, text: "Auf dieser Seite endet ein Satz noch nicht, sondern er geht auf der nächsten Seite mit" },
    { x: 290, y: 30, size: 8, text: "Seite 1 von 2" },
  ],
  [
    { x: 60, y: 820, size: 8, text: "Landkreis Nordsachsen · Pressestelle" },
    { x: 60, y: 790, text: "715 Haushalten weiter." },
    { x: 290, y: 30, size: 8, text: "Seite 2 von 2" },
  ],
];

const ARABIC = [
  "وفقًا للقرار رقم 1982 المؤرخ 29 يوليو 2022، نفذت المحافظة المهام",
  "العامة، وبلغت نسبة الأسر المتصلة 72,5% من مجموع الأسر في المحافظة.",
];

/** With `لا` at a word's beginning, inside and at its end, and with `ال` that is no ligature. */
const LIGATURES = "قال المسؤولون إن الأسلاك والألياف وصلت خلال الأشهر الأولى إلى 11 حيًا من أصل 14 حيًا في البلاد";

/** The letters of the word `نسبة` and some others as old fonts name them: alone, at the end, at the beginning, inside. */
const SHAPED = "ﻧﺴﺒﺔ ﺍﻷﺳﺮ 72,5% ﻓﻲ ﺍﻟﻤﺤﺎﻓﻈﺔ ﺍﻟﻌﺎﻣﺔ";

describe("pdfArticle", () => {
  test("a press release of two pages: paragraphs, heading, list, table, no headers and footers", async () => {
    const info = {
      Title: "Glasfaser: Ausbau geht voran",
      Author: "Jana Petzold",
      CreationDate: "D:20240628073000+02'00'",
    };
    const article = await read(pdfFile(PRESS_RELEASE, { info }));
    expect(article).toMatchObject({
      title: "Glasfaser: Ausbau geht voran",
      byline: "Jana Petzold",
      publishedAt: "2024-06-28T07:30:00+02:00",
      diagnostics: [],
    });
    expect(linesOf(article)).toEqual([
      "h1 Ausbau geht voran",
      "p1 Im Landkreis sind 80,47 % der Haushalte an das Glasfasernetz angeschlossen, wie das Landratsamt mitteilte. Von 4.327 Adressen wurden 1.081 im ersten Halbjahr erschlossen. Kurz.",
      "p1 Die Zahl der Anschlüsse in Nordrhein-Westfalen stieg um 12 %; „übrigens“ kosteten sie 3 € – nicht mehr als zuvor geplant war.",
      "l1 • 11 Gemeinden folgen im Herbst.",
      "l1 • 5 Gemeinden fehlt der Bescheid.",
      "t1 Gemeinde | Haushalte",
      "t1 Torgau | 9.812",
      "p1 Auf dieser Seite endet ein Satz noch nicht, sondern er geht auf der nächsten Seite mit 715 Haushalten weiter.",
    ]);
  });

  test.each([
    ["letters in the order of the page", ARABIC, (line: string) => asDrawn(line), ARABIC, []],
    ["presentation forms", [SHAPED], (line: string) => asDrawn(line), ["نسبة الأسر 72,5% في المحافظة العامة"], []],
    [
      "letters in the order of reading, drawn from left to right",
      ARABIC,
      (line: string) => [...line],
      ARABIC,
      ["read.turned-text"],
    ],
    ["ligatures, glyphs that stand for two letters", [LIGATURES], asJoined, [LIGATURES], []],
  ])("Arabic: %s", async (_how, lines, draw, expected, codes) => {
    const article = await read(pdfFile([arabicColumn(lines, draw)]));
    expect(linesOf(article)).toEqual([`p1 ${expected.join(" ")}`]);
    expect(article.diagnostics?.map(({ code }) => code)).toEqual(codes);
  });

  test("pages without text are named", async () => {
    const article = await read(pdfFile([column(["Im Landkreis leben 715 Menschen."]), [], []]));
    expect(article.diagnostics).toEqual([
      {
        code: "read.pages-without-text",
        severity: "warning",
        stage: "read",
        message: "no text on page 2, 3; if that is a scan, let a program recognise its text (ocrmypdf)",
      },
    ]);
  });

  test.each([
    ["read.no-text", pdfFile([[]]), /pictures without text.*ocrmypdf/u],
    ["read.no-text", pdfFile([[{ x: 9, y: 99, glyphs: [..."\ue001\ue002\ue003\ue004\ue005"] }]]), /fonts do not say/u],
    ["read.encrypted", pdfFile(PRESS_RELEASE, { isLocked: true }), /password.*qpdf --decrypt/u],
    ["read.damaged", pdfFile(PRESS_RELEASE).subarray(0, 700), /cut off or damaged; get it anew/u],
    ["read.damaged", new TextEncoder().encode("%PDF-1.7 text"), /cut off or damaged/u],
  ])("%s: reason and remedy", async (code, bytes, message) => {
    const error = await errorOf(read(bytes));
    expect(error).toMatchObject({ code, message: expect.stringMatching(message) });
    expect(error.message).toMatch(/^a\.pdf: [^\n]+$/u);
  });
});
