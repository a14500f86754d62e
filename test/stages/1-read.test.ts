import { readFileSync } from "node:fs";
import path from "node:path";
import type { Document } from "../../pipeline/model/document.js";
import { documentFromText, readDocument } from "../../pipeline/stages/1-read.js";
import { ReadError } from "../../pipeline/stages/read/read-error.js";
import { boilerplateWords } from "./read/boilerplate-words.js";
import { encodeAs } from "./read/encode-as.js";

const words = boilerplateWords();
const PAGES = path.resolve(import.meta.dirname, "../fixtures/read");
const SENTENCE = "Im Landkreis sind 80,47 % der Haushalte an das Glasfasernetz angeschlossen.";

const bytesOf = (text: string) => new TextEncoder().encode(text);
const read = (file: string, text: string | Uint8Array, maxBytes?: number): Promise<Document> =>
  readDocument(
    { path: file, bytes: typeof text === "string" ? bytesOf(text) : text },
    words,
    maxBytes === undefined ? {} : { maxBytes },
  );

/** First letter of the kind and text of each block. */
function linesOf({ text, blocks }: Document): readonly string[] {
  return blocks.map(({ kind, span }) => `${kind.charAt(0)} ${text.slice(span.start, span.end)}`);
}

async function errorOf(reading: Promise<unknown>): Promise<ReadError> {
  try {
    await reading;
  } catch (error) {
    if (error instanceof ReadError) return error;
    throw error;
  }
  throw new Error("it was read");
}

describe("readDocument", () => {
  test("a text file, whole", async () => {
    const document = await read(
      "kreis/glasfaser.txt",
      `\ufeffAusbau geht voran\r\n${SENTENCE}\r\nQuelle: https://a.example/1\r\n`,
    );
    expect(document).toEqual({
      id: "c9048d54a1c769aac908130fdd53f432",
      source: {
        path: "kreis/glasfaser.txt",
        sha256: "ecdac0fe0657ad71475038fda9f4468d6c1461d010894cf41762f7e72b997307",
        bytes: 128,
      },
      mediaType: "text/plain",
      encoding: "utf-8",
      title: "Ausbau geht voran",
      url: "https://a.example/1",
      origins: { title: "text", url: "text" },
      text: `Ausbau geht voran\n${SENTENCE}\nQuelle: https://a.example/1\n`,
      blocks: [
        { kind: "heading", span: { start: 0, end: 17 } },
        { kind: "paragraph", span: { start: 18, end: 93 } },
        { kind: "boilerplate", span: { start: 94, end: 121 } },
      ],
      diagnostics: [],
    });
  });

  test("the id changes with the path and with the bytes, and with nothing else", async () => {
    const { id } = await read("a.txt", SENTENCE);
    expect((await read("a.txt", SENTENCE)).id).toBe(id);
    expect((await read("b.txt", SENTENCE)).id).not.toBe(id);
    expect((await read("a.txt", `${SENTENCE} `)).id).not.toBe(id);
    expect(id).toMatch(/^[0-9a-f]{32}$/u);
  });

  test.each([
    ["a.md", `# Ausbau\n\n**${SENTENCE}**`, "text/markdown", ["h Ausbau", `p ${SENTENCE}`]],
    ["a.html", `<h1>Ausbau</h1><p>${SENTENCE}`, "text/html", ["h Ausbau", `p ${SENTENCE}`]],
    ["a.txt", `<!doctype html><p>${SENTENCE}`, "text/html", [`p ${SENTENCE}`]],
    ["a.html", `Ausbau geht voran\n${SENTENCE}`, "text/html", ["h Ausbau geht voran", `p ${SENTENCE}`]],
    ["article", SENTENCE, "text/plain", [`p ${SENTENCE}`]],
  ])("%s beginning %.12s is %s", async (file, text, mediaType, lines) => {
    const document = await read(file, text);
    expect(document.mediaType).toBe(mediaType);
    expect(linesOf(document)).toEqual(lines);
  });

  test("what was not UTF-8 is told", async () => {
    const page = `<html><head><meta charset="windows-1252"></head><body><p>Größe: 5 € „netto“</p></body></html>`;
    const document = await read("a.html", encodeAs("windows-1252", page));
    expect(document).toMatchObject({ encoding: "windows-1252", text: "Größe: 5 € „netto“" });
    expect(document.diagnostics).toMatchObject([{ code: "read.not-utf8", severity: "info", stage: "read" }]);
  });

  test("mojibake is repaired, and told", async () => {
    const document = await read("a.txt", `${SENTENCE}\nDie GrÃ¶ÃŸe der FlÃ¤che`);
    expect(document.text).toBe(`${SENTENCE}\nDie Größe der Fläche`);
    expect(document.diagnostics).toEqual([
      {
        code: "read.mojibake",
        severity: "info",
        stage: "read",
        message: "3 characters of UTF-8 that had been read as windows-1252 are repaired; compare with the source",
      },
    ]);
  });

  test.each([
    ["read.empty", "a.txt", "", /empty/u],
    ["read.empty", "a.txt", " \n\t\u00a0\n", /no text/u],
    ["read.empty", "a.html", "<html><body><script>5</script></body></html>", /no text/u],
    ["read.damaged", "a.txt", "%PDF-1.7 text", /a PDF file that is cut off or damaged; get it anew/u],
    ["read.damaged", "a.docx", "PK\u0003\u0004 text", /a Word document that is cut off or damaged; get it anew/u],
    ["read.binary", "a.rtf", "{\\rtf1 Ausbau}", /an RTF document, not a text; save it as \.docx/u],
    ["read.binary", "a.txt", Uint8Array.from({ length: 999 }, (_, at) => (at * 37) % 256), /binary data/u],
    ["read.encoding", "a.txt", Uint8Array.from({ length: 999 }, (_, at) => 128 + ((at * 37) % 128)), /UTF-8/u],
    ["read.too-large", "a.txt", "x".repeat(3 * 2 ** 20), /3 MB, more than 2/u],
    ["read.too-large", "a.txt", "x\n".repeat(1_000_001), /more than 1000000 lines/u],
    ["read.too-deep", "a.html", `<html>${"<div>".repeat(50_000)}x`, /more than 5000 elements/u],
  ])("%s of %s: one line with path, problem and remedy", async (code, file, content, message) => {
    const error = await errorOf(read(file, content, 2_097_152));
    expect(error).toMatchObject({ code, exitCode: 1, message: expect.stringMatching(message) });
    expect(error.message.startsWith(`${file}: `)).toBe(true);
    expect(error.message).not.toContain("\n");
  });

  test("a line of 50 MB is one block, in linear time", async () => {
    const text = "Provinsi ini memiliki 285.394 data. ".repeat(1_450_000);
    const begun = performance.now();
    const { blocks } = await read("a.txt", text);
    expect(blocks).toEqual([{ kind: "paragraph", span: { start: 0, end: text.length - 1 } }]);
    expect(performance.now() - begun).toBeLessThan(20_000);
  });
});

describe("a part of a container", () => {
  test("what the container states goes before what the text says; the bytes go before its media type", async () => {
    const document = await readDocument(
      {
        path: "dump.jsonl#7",
        bytes: encodeAs("iso-8859-2", `<html><title>Start</title><p>Łódź ma 5 linii.</p><p>${SENTENCE}</p></html>`),
        mediaType: "text/plain",
        encoding: "iso-8859-2",
        stated: {
          title: "Ausbau",
          url: "https://a.example/7",
          publishedAt: "2024-06-28",
          byline: undefined,
          language: "PL_pl",
        },
      },
      words,
    );
    expect(document).toMatchObject({
      source: { path: "dump.jsonl#7" },
      mediaType: "text/html",
      encoding: "iso-8859-2",
      title: "Ausbau",
      url: "https://a.example/7",
      publishedAt: "2024-06-28",
      claimedLanguage: "pl-PL",
      origins: { title: "container", url: "container", publishedAt: "container", claimedLanguage: "container" },
    });
    expect(document).not.toHaveProperty("byline");
    expect(document.text).toContain("Łódź");
  });

  test.each([
    ["text/html", "<b>Ausbau</b>: 5 Orte", "Ausbau: 5 Orte"],
    ["text/plain", "<b>Ausbau</b>: 5 Orte", "<b>Ausbau</b>: 5 Orte"],
    ["application/json", "<b>Ausbau</b>: 5 Orte", "<b>Ausbau</b>: 5 Orte"],
  ])("without a page's head its media type counts: %s", async (mediaType, content, text) => {
    expect((await readDocument({ path: "a.zip#1", bytes: bytesOf(content), mediaType }, words)).text).toBe(text);
  });
});

describe("saved pages", () => {
  const page = (file: string) => read(file, readFileSync(path.join(PAGES, file)));

  test("a news page as a browser saved it", async () => {
    const document = await page("saved-page.html");
    expect(document).toMatchObject({
      title: "Landkreis meldet Fortschritt beim Glasfaserausbau",
      byline: "Jana Petzold",
      publisher: "Elbtal-Kurier",
      url: "https://www.elbtal-kurier.example/wirtschaft/glasfaser-2024.html",
      publishedAt: "2024-06-28T07:30:00+02:00",
    });
    expect(linesOf(document)).toEqual([
      "h Landkreis meldet Fortschritt beim Glasfaserausbau",
      "p Torgau. Im Landkreis sind 80,47\u00a0% der Haushalte an das Glasfasernetz angeschlossen, wie das Landratsamt mitteilte.",
      "p Von 4.327 Adressen wurden 1.081 im ersten Halbjahr erschlossen; verlegt wurden Leitungen auf 12\u00a0km² Fläche.",
      "h Was noch fehlt",
      "l In 11 Gemeinden beginnt der Bau im Herbst.",
      "l Für 5 Gemeinden fehlt der Förderbescheid.",
      "b [Anzeige_2]",
      "b Lesen Sie auch: 40 Gemeinden bekommen schnelles Netz",
      "p Anschlüsse nach Gemeinde",
      "t Gemeinde | Haushalte | Anteil",
      "t Torgau | 9.812 | 91,2 %",
      "t Belgern | 2.143 |",
      "b Quelle: https://www.landkreis.example/presse/glasfaser",
    ]);
  });

  test("a portal that is one form, laid out by a table, in windows-1252", async () => {
    const document = await page("portal-form.html");
    expect(document).toMatchObject({ title: "Dinas Kominfo - Transformasi digital", encoding: "windows-1252" });
    expect(linesOf(document)).toEqual([
      "p Transformasi digital di kabupaten",
      "p Menurut dinas, 81,4% keluarga punya komputer; porsi keluarga yang berlangganan internet tercatat 63,25%.",
      "p Sebanyak 100 komune dan 715 desa telah membentuk tim teknologi digital dengan 4.327 anggota “aktif” – naik dari tahun lalu.",
      "p Kamar dagang menyebut 647 layanan publik daring sudah berjalan penuh.",
      "b Sumber: Antara",
      "b Komentar (0)",
    ]);
  });

  test("an Arabic page of plain boxes: the densest, with the headline above it", async () => {
    const document = await page("boxes.html");
    expect(document).toMatchObject({ url: "https://akhbar.example/2024/6/28/rqmana", publishedAt: "2024-06-28" });
    expect(linesOf(document)).toEqual([
      "h المحافظة تنجز مهام التحول الرقمي",
      "p وفقًا للقرار رقم 1982 المؤرخ 29 يوليو 2022، نُفذت 11 مجموعة من أصل 11 مجموعة من المهام العامة في المحافظة.",
      "p وبلغت نسبة الأسر المتصلة بالإنترنت ٧٢٫٥ في المئة، فيما وصل عدد الحسابات المفعلة إلى ١٨٩ ألف حساب.",
      "p وقال رئيس اللجنة إن 5 مهام من أصل 9 مهام للتنمية الاقتصادية الرقمية أصبحت جاهزة للتنفيذ.",
    ]);
  });

  test("XHTML", async () => {
    const document = await page("tidy.xhtml");
    expect(document).toMatchObject({ mediaType: "application/xhtml+xml", publishedAt: "2024-09-11" });
    expect(linesOf(document)).toEqual([
      "h Digitale tjenester i fylket",
      "p Provinsen har publisert 2165 prosedyrer med fullstendige skjemaer, og andelen nådde 89,5\u00a0%.",
      "p Fylket kom som nummer 6 av 27 & fikk 1\u202f200 poeng i målingen.",
    ]);
  });
});

describe("documentFromText", () => {
  test.each([
    [`${SENTENCE}\r\n${SENTENCE}`, [`p ${SENTENCE}`, `p ${SENTENCE}`], "Windows line ends"],
    ["Gro\u0308ße\u2028\ufeffx", ["p Gro\u0308ße", "p x"], "not NFC, a separator, a byte order mark"],
    [`${SENTENCE}\n[Anzeige_2]\nKommentar (0)`, [`p ${SENTENCE}`, "b [Anzeige_2]", "b Kommentar (0)"], "boilerplate"],
    ["<p>kein HTML</p>", ["p <p>kein HTML</p>"], "markup is text"],
    ["\ud800x", ["p \ud800x"], "a lone surrogate"],
  ])("%#: the text stays as given: %s", (text, lines, _why) => {
    const document = documentFromText({ path: "stdin", text }, words);
    expect(document.text).toBe(text);
    expect(linesOf(document)).toEqual(lines);
  });

  test("texts of one path are set apart by their ids", () => {
    const first = documentFromText({ path: "a.jsonl", id: "1", text: SENTENCE }, words);
    const second = documentFromText({ path: "a.jsonl", id: "2", text: SENTENCE }, words);
    expect(first.source).toMatchObject({ path: "a.jsonl#1", bytes: 75 });
    expect(first.id).not.toBe(second.id);
    expect(documentFromText({ id: "1", text: SENTENCE }, words).source.path).toBe("1");
  });

  test("a text without lines is a document too", () => {
    const document = documentFromText({ path: "stdin", text: " \n" }, words);
    expect(document).toMatchObject({
      text: " \n",
      blocks: [],
      diagnostics: [{ code: "read.empty", severity: "warning" }],
    });
  });
});
