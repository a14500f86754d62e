import type { Document } from "../../../pipeline/model/document.js";
import { readDocument } from "../../../pipeline/stages/1-read.js";
import { mailDate } from "../../../pipeline/stages/read/mail-date.js";
import { boilerplateWords } from "./boilerplate-words.js";
import { encodeAs } from "./encode-as.js";

const words = boilerplateWords();

/** A file of these lines, with the line ends of mail; text beyond ASCII in UTF-8 unless bytes are given. */
function file(lines: readonly (string | Uint8Array)[]): Uint8Array {
  return new Uint8Array(Buffer.concat(lines.flatMap((line) => [Buffer.from(line), Buffer.from("\r\n")])));
}

const read = (path: string, lines: readonly (string | Uint8Array)[]): Promise<Document> =>
  readDocument({ path, bytes: file(lines) }, words);

/** First letter of the kind and text of each block. */
function linesOf({ text, blocks }: Document): readonly string[] {
  return blocks.map(({ kind, span }) => `${kind.charAt(0)} ${text.slice(span.start, span.end)}`);
}

/** In lines of at most 76 characters, as browsers and mail programs write it. */
function quotedPrintable(text: string): string {
  const coded = Buffer.from(text)
    .toString("latin1")
    .replace(/[=\u0080-\u00ff]/gu, (char) => `=${char.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`);
  return coded.replace(/(?:=[0-9A-F]{2}|[^=]){1,70}/gu, "$&=\r\n").replace(/=\r\n$/u, "");
}

const SENTENCE = "Im Landkreis sind 80,47 % der Haushalte an das Glasfasernetz angeschlossen, sagt das Landratsamt.";
const ARABIC = "وبلغت نسبة الأسر المتصلة بالإنترنت ٧٢٫٥ في المئة، فيما وصل عدد الحسابات إلى ١٨٩ ألف حساب.";
const PIXEL = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

/** What Chrome writes: a page, a style sheet, a frame and a picture. */
function savedPage(html: string): readonly string[] {
  return [
    "From: <Saved by Blink>",
    "Snapshot-Content-Location: https://akhbar.example/2024/6/28/rqmana",
    "Subject: =?utf-8?Q?=D8=A7=D9=84=D9=85=D8=AD=D8=A7=D9=81=D8=B8=D8=A9?=",
    "Date: Sat, 29 Jun 2024 09:12:44 +0300",
    "MIME-Version: 1.0",
    "Content-Type: multipart/related;",
    '\ttype="text/html";',
    '\tboundary="----MultipartBoundary--7Kq2----"',
    "",
    "",
    "------MultipartBoundary--7Kq2----",
    "Content-Type: text/css",
    "Content-Transfer-Encoding: quoted-printable",
    "Content-Location: cid:css-1@mhtml.blink",
    "",
    'p { content: "5 km"; }',
    "------MultipartBoundary--7Kq2----",
    "Content-Type: text/html",
    "Content-ID: <frame-2@mhtml.blink>",
    "Content-Transfer-Encoding: quoted-printable",
    "Content-Location: https://ads.example/frame",
    "",
    "<html><body><p>Werbung: 50 % Rabatt auf alle 4.000 Artikel.</p></body></html>",
    "------MultipartBoundary--7Kq2----",
    "Content-Type: text/html",
    "Content-ID: <frame-1@mhtml.blink>",
    "Content-Transfer-Encoding: quoted-printable",
    "Content-Location: https://akhbar.example/2024/6/28/rqmana",
    "",
    quotedPrintable(html),
    "------MultipartBoundary--7Kq2----",
    "Content-Type: image/png",
    "Content-Transfer-Encoding: base64",
    "Content-Location: https://akhbar.example/a.png",
    "",
    PIXEL,
    "",
    "------MultipartBoundary--7Kq2------",
  ];
}

describe("a page that a browser saved as one file", () => {
  test("its own page, address and title; the date of saving where the page has none", async () => {
    // Chrome writes every text in UTF-8 and leaves the page's own declaration as it was.
    const html = `<html><head><meta charset="windows-1256"></head><body><article><p>${ARABIC}</p></article></body></html>`;
    const document = await read("rqmana.mhtml", savedPage(html));
    expect(document).toMatchObject({
      mediaType: "multipart/related",
      encoding: "utf-8",
      title: "المحافظة",
      url: "https://akhbar.example/2024/6/28/rqmana",
      publishedAt: "2024-06-29T09:12:44+03:00",
    });
    expect(document.byline).toBeUndefined();
    expect(linesOf(document)).toEqual([`p ${ARABIC}`]);
  });

  test("the page's own date and title go before those of saving", async () => {
    const meta = '<title>Rubrik</title><meta property="article:published_time" content="2024-06-28T07:30:00+03:00">';
    const document = await read("a.mht", savedPage(`<html><head>${meta}</head><body><p>${ARABIC}</p></body></html>`));
    expect(document).toMatchObject({ title: "Rubrik", publishedAt: "2024-06-28T07:30:00+03:00" });
  });
});

describe("a message", () => {
  const HEAD = [
    "Return-Path: <presse@landkreis.example>",
    "From: =?ISO-8859-1?Q?Landratsamt_Gr=F6ditz?= <presse@landkreis.example>",
    "Subject: =?UTF-8?B?R2xhc2Zhc2VyIGbDvHI=?=",
    " =?UTF-8?Q?_alle?=",
    "Date: Fri, 28 Jun 2024 07:30:00 +0200 (CEST)",
    "MIME-Version: 1.0",
  ];
  const STATED = {
    mediaType: "message/rfc822",
    title: "Glasfaser für alle",
    byline: "Landratsamt Gröditz",
    publishedAt: "2024-06-28T07:30:00+02:00",
  };

  test("the page goes before the text; attachments are left", async () => {
    const document = await read("a.eml", [
      ...HEAD,
      "Content-Type: multipart/mixed; boundary=aussen",
      "",
      "This is a multi-part message in MIME format.",
      "--aussen",
      "Content-Type: multipart/alternative; boundary=innen",
      "",
      "--innen",
      "Content-Type: text/plain; charset=utf-8",
      "",
      "Nur Text.",
      "--innen",
      "Content-Type: text/html; charset=windows-1252",
      "Content-Transfer-Encoding: base64",
      "",
      Buffer.from(encodeAs("windows-1252", `<html><body><p>${SENTENCE.replace("sagt", "„sagt“")}</p></body></html>`))
        .toString("base64")
        .replace(/.{76}/gu, "$&\r\n"),
      "--innen--",
      "--aussen",
      "Content-Type: text/html",
      "Content-Disposition: attachment; filename=anhang.html",
      "",
      "<p>Anhang mit 5 km.</p>",
      "--aussen--",
    ]);
    expect(document).toMatchObject({ ...STATED, encoding: "windows-1252" });
    expect(linesOf(document)).toEqual([`p ${SENTENCE.replace("sagt", "„sagt“")}`]);
  });

  test.each([
    [
      "one text",
      ["Content-Type: text/plain; charset=iso-8859-1", "", encodeAs("windows-1252", "5 Gemeinden für 715 Äcker.")],
      ["p 5 Gemeinden für 715 Äcker."],
    ],
    ["no type at all", ["", "5 Gemeinden folgen."], ["p 5 Gemeinden folgen."]],
    [
      "flowed lines",
      ["Content-Type: text/plain; format=flowed", "", "Im Landkreis sind ", "5 Gemeinden ", "fertig.", "-- ", "Presse"],
      ["p Im Landkreis sind 5 Gemeinden fertig.", "p --", "p Presse"],
    ],
    [
      "cut off inside a part",
      ["Content-Type: multipart/mixed; boundary=b", "", "--b", "", "5 Gemeinden fol"],
      ["p 5 Gemeinden fol"],
    ],
  ])("%s", async (_what, rest, lines) => {
    const document = await read("a.eml", [...HEAD, ...rest]);
    expect(document).toMatchObject(STATED);
    expect(linesOf(document)).toEqual(lines);
  });

  test("is known by its head, whatever its name", async () => {
    const document = await read("mail.txt", [...HEAD, "Content-Type: text/plain", "", "5 Gemeinden folgen."]);
    expect(document).toMatchObject(STATED);
  });

  test("a text that begins like one is a text", async () => {
    const document = await read("a.txt", ["Torgau: Im Landkreis sind 5 Gemeinden fertig.", "", "Mehr folgt."]);
    expect(document.mediaType).toBe("text/plain");
  });

  test("without a text it is refused", async () => {
    const lines = [...HEAD, "Content-Type: application/pdf", "", "%PDF"];
    await expect(read("a.eml", lines)).rejects.toMatchObject({
      code: "read.no-text",
      message: "a.eml: a message without a text; add its attachments as files of their own",
    });
  });
});

test("pictures inside a page do not slow it", async () => {
  const picture = `<img src="data:image/png;base64,${PIXEL.repeat(2_000)}">`;
  const page = `<html><body><p>${SENTENCE}</p>${picture.repeat(100)}</body></html>`;
  const begun = performance.now();
  const document = await readDocument({ path: "a.html", bytes: new TextEncoder().encode(page) }, words);
  expect(linesOf(document)).toEqual([`p ${SENTENCE}`]);
  expect(performance.now() - begun).toBeLessThan(5_000);
});

test("a message of nothing but boundaries is read in linear time", async () => {
  const head = ["From: a@b.example", "MIME-Version: 1.0", "Content-Type: multipart/mixed; boundary=b", ""];
  const bytes = file([...head, "--b\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n".repeat(100_000)]);
  const begun = performance.now();
  await readDocument({ path: "a.eml", bytes }, words).catch(() => undefined);
  expect(performance.now() - begun).toBeLessThan(5_000);
});

describe("mailDate", () => {
  test.each([
    ["Fri, 28 Jun 2024 07:30:00 +0200", "2024-06-28T07:30:00+02:00"],
    ["1 Jan 2024 07:30 GMT", "2024-01-01T07:30Z"],
    ["Fri, 28 Jun 2024", "2024-06-28"],
    ["31 Feb 2024 07:30:00 +0200", undefined],
    ["gestern", undefined],
  ])("%s is %s", (stated, expected) => {
    expect(mailDate(stated)).toBe(expected);
  });
});
