import { docxFile } from "../../support/docx-file.js";
import { pdfFile } from "../../support/pdf-file.js";

const SENTENCE = "Im Landkreis sind 80,47 % der Haushalte an das Glasfasernetz angeschlossen.";
const ARABIC = "وبلغت نسبة الأسر المتصلة في المحافظة";

/** One small file of each format that is not plain text, by a name of its kind. */
export function codedSamples(): ReadonlyMap<string, Uint8Array> {
  const glyphs = [...ARABIC].reverse();
  const mail = [
    "From: Presse <presse@landkreis.example>",
    "Subject: =?UTF-8?Q?Glasfaser_f=C3=BCr_alle?=",
    "Date: Fri, 28 Jun 2024 07:30:00 +0200",
    "MIME-Version: 1.0",
    "Content-Type: multipart/alternative; boundary=grenze",
    "",
    "--grenze",
    "Content-Type: text/html; charset=utf-8",
    "Content-Transfer-Encoding: quoted-printable",
    "",
    `<html><body><h1>Ausbau</h1><p>${SENTENCE}</p><p>F=C3=BCr 5 Gemeinden fehlt=\r\n der Bescheid.</p></body></html>`,
    "--grenze--",
  ];
  return new Map([
    ["brief.eml", new TextEncoder().encode(mail.join("\r\n"))],
    [
      "bericht.docx",
      docxFile([{ text: "Ausbau", style: "Titel" }, { text: SENTENCE }, { rows: [["Torgau", "9.812"]] }]),
    ],
    [
      "bericht.pdf",
      pdfFile(
        [
          [
            { x: 60, y: 800, size: 18, text: "Ausbau geht voran" },
            { x: 60, y: 770, text: SENTENCE },
          ],
          [{ x: 300, y: 770, glyphs }],
        ],
        { info: { Title: "Ausbau", CreationDate: "D:20240628073000Z" } },
      ),
    ],
  ]);
}
