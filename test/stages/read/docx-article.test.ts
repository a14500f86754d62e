import type { Article } from "../../../pipeline/stages/read/article.js";
import { docxArticle } from "../../../pipeline/stages/read/docx-article.js";
import { ReadError } from "../../../pipeline/stages/read/read-error.js";
import { docxFile } from "../../support/docx-file.js";
import { zipArchive } from "../../support/zip-archive.js";
import { boilerplateWords } from "./boilerplate-words.js";

const words = boilerplateWords();
const read = (bytes: Uint8Array): Promise<Article> => docxArticle(bytes, words, "a.docx");

/** First letter of the kind and text of each block. */
function linesOf({ text, blocks }: Article): readonly string[] {
  return blocks.map(({ kind, span }) => `${kind.charAt(0)} ${text.slice(span.start, span.end)}`);
}

const NOTE = '<w:r><w:footnoteReference w:id="2"/></w:r>';
const REPORT = [
  { text: "Ausbau geht voran", style: "Titel" },
  { text: "Im Landkreis sind 80,47\u00a0% der Haushalte an das Glasfasernetz angeschlossen." },
  { text: "Was noch fehlt", style: "berschrift1" },
  { text: "In 11 Gemeinden beginnt der Bau im Herbst.", isItem: true },
  { text: "Für 5 Gemeinden fehlt der Förderbescheid.", isItem: true },
  {
    rows: [
      ["Gemeinde", "Haushalte"],
      ["Torgau", "9.812"],
    ],
  },
  { text: "وبلغت نسبة الأسر المتصلة 72,5% من مجموع الأسر.", isLeftward: true },
  {
    xml: `<w:p><w:del><w:r><w:delText>4.000</w:delText></w:r></w:del><w:ins><w:r><w:t>4.327 Adressen</w:t></w:r></w:ins>${NOTE}<w:r><w:t> wurden erschlossen.</w:t></w:r></w:p>`,
  },
];

describe("docxArticle", () => {
  test("headings, list, table, Arabic, tracked changes, a footnote and the document's properties", async () => {
    const bytes = docxFile(REPORT, {
      title: "Glasfaser &amp; mehr",
      author: "Jana Petzold",
      created: "2024-06-28T07:30:00Z",
    });
    const article = await read(bytes);
    expect(article).toMatchObject({
      title: "Glasfaser & mehr",
      byline: "Jana Petzold",
      publishedAt: "2024-06-28T07:30:00Z",
    });
    expect(linesOf(article)).toEqual([
      "h Ausbau geht voran",
      "p Im Landkreis sind 80,47\u00a0% der Haushalte an das Glasfasernetz angeschlossen.",
      "h Was noch fehlt",
      "l In 11 Gemeinden beginnt der Bau im Herbst.",
      "l Für 5 Gemeinden fehlt der Förderbescheid.",
      "t Gemeinde | Haushalte",
      "t Torgau | 9.812",
      "p وبلغت نسبة الأسر المتصلة 72,5% من مجموع الأسر.",
      "p 4.327 Adressen wurden erschlossen.",
      "l Stand: 30. Juni.",
    ]);
  });

  test("without properties the first heading is the title, and a template's date is none", async () => {
    const article = await read(docxFile(REPORT, { author: "python-docx", created: "2013-12-23T23:15:00Z" }));
    expect(article).toMatchObject({ title: "Ausbau geht voran", origins: { title: "text" } });
    expect(article).not.toHaveProperty("byline");
    expect(article).not.toHaveProperty("publishedAt");
  });

  const bomb = docxFile(REPORT, { files: { "word/styles.xml": new Uint8Array(200 * 2 ** 20) } });
  const deep = `${"<w:sdt><w:sdtContent>".repeat(4_000)}${"</w:sdtContent></w:sdt>".repeat(4_000)}`;
  test.each([
    [
      "read.binary",
      "an archive of other files",
      zipArchive({ "a.txt": "5 km" }),
      /a ZIP archive, not a Word document; unpack/u,
    ],
    ["read.damaged", "cut off", docxFile(REPORT).subarray(0, 1_500), /cut off or damaged; get it anew/u],
    ["read.damaged", "no XML", docxFile(REPORT, { files: { "word/document.xml": "5 km" } }), /damaged/u],
    ["read.too-large", "a bomb of zeros", bomb, /more than 24 MB of text when unpacked; save/u],
    ["read.damaged", "nested beyond the stack", docxFile([{ xml: deep }]), /damaged/u],
  ])("%s of %s", async (code, _what, bytes, message) => {
    const error: unknown = await read(bytes).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(ReadError);
    expect(error).toMatchObject({ code, message: expect.stringMatching(message) });
    expect(String(error)).toMatch(/^ReadError: a\.docx: [^\n]+$/u);
  });
});
