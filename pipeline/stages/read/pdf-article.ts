import type { BoilerplateLexicon } from "../../../extractors/boilerplate-lexicon.js";
import type { Diagnostic } from "../../model/diagnostic.js";
import type { Article } from "./article.js";
import { fileMetadata } from "./file-metadata.js";
import { refuseHugeStreams } from "./huge-streams.js";
import { mendLigatures } from "./mend-ligatures.js";
import { glyphsOfPage, type OpenPdf, openPdf, refusalOfPdf } from "./open-pdf.js";
import { withoutPdfFurniture } from "./pdf-furniture.js";
import { linesOfPdfPage, type PdfItem, type PdfLine } from "./pdf-line.js";
import { pdfMetadata } from "./pdf-metadata.js";
import { pdfParagraphs } from "./pdf-paragraphs.js";
import { ReadError } from "./read-error.js";
import { hasMirroredBrackets, isReversedArabic, mirrored, turnedLine } from "./reversed-arabic.js";
import { joinLines } from "./text-blocks.js";

const MOST_PAGES = 2_000;
const MOST_ITEMS = 2_000_000;
const MOST_UNREADABLE = 0.2;
const MOST_PAGES_NAMED = 10;

type Pages = readonly (readonly PdfLine[])[];

/**
 * The article in the text layer of a PDF file; every block tells its page. Throws a ReadError for a file that asks for
 * a password, is broken or endless, or has no text that could be read.
 */
export async function pdfArticle(bytes: Uint8Array, boilerplate: BoilerplateLexicon, path: string): Promise<Article> {
  refuseHugeStreams(bytes, path);
  const pdf = await openPdf(bytes, path);
  try {
    const pages = await linesOfPages(pdf, path);
    const { info } = await pdf.getMetadata();
    const { lines, diagnostics } = checkedPages(pages, path);
    const paragraphs = pdfParagraphs(withoutPdfFurniture(lines));
    const { stated, ...body } = joinLines(paragraphs, boilerplate);
    const headline = paragraphs.slice(0, 4).find(({ kind }) => kind === "heading")?.text;
    return { ...fileMetadata(pdfMetadata({ ...info }), headline, stated), ...body, diagnostics };
  } catch (error) {
    throw refusalOfPdf(error, path);
  } finally {
    await pdf.loadingTask.destroy();
  }
}

async function linesOfPages(pdf: OpenPdf, path: string): Promise<Pages> {
  if (pdf.numPages > MOST_PAGES) {
    throw new ReadError("read.too-large", path, `${pdf.numPages} pages, more than ${MOST_PAGES}: split it`);
  }
  const pages: (readonly PdfLine[])[] = [];
  let items = 0;
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number);
    // Its own way to plain letters takes ligatures apart before it turns the text round, and so turns them too.
    const content = await page.getTextContent({ disableNormalization: true });
    items += content.items.length;
    if (items > MOST_ITEMS) {
      throw new ReadError("read.too-large", path, `more than ${MOST_ITEMS} pieces of text: no article is so long`);
    }
    const pieces: readonly PdfItem[] = content.items.flatMap((item) => ("str" in item ? [item] : []));
    const isLeftward = pieces.some(({ dir }) => dir === "rtl");
    const mended = isLeftward ? mendLigatures(pieces, await glyphsOfPage(page)) : pieces;
    page.cleanup();
    pages.push(linesOfPdfPage(mended, number));
  }
  return pages;
}

function checkedPages(pages: Pages, path: string): { lines: Pages; diagnostics: readonly Diagnostic[] } {
  const empty = pages.flatMap((lines, at) => (lines.length === 0 ? [at + 1] : []));
  if (empty.length === pages.length) {
    throw new ReadError(
      "read.no-text",
      path,
      "a PDF file of pictures without text, as a scanner makes it; let a program recognise its text (ocrmypdf), and add the result",
    );
  }
  refuseUnreadable(pages, path);
  const { lines, isTurned } = inReadingOrder(pages, path);
  const diagnostics: Diagnostic[] = [];
  if (empty.length > 0) diagnostics.push(warning("read.pages-without-text", pagesWithoutText(empty)));
  if (isTurned) {
    diagnostics.push(
      warning("read.turned-text", "its Arabic letters stood from left to right and were turned; compare with the file"),
    );
  }
  return { lines, diagnostics };
}

function pagesWithoutText(empty: readonly number[]): string {
  const named = empty.slice(0, MOST_PAGES_NAMED).join(", ");
  const rest = empty.length > MOST_PAGES_NAMED ? ` and ${empty.length - MOST_PAGES_NAMED} more` : "";
  return `no text on page ${named}${rest}; if that is a scan, let a program recognise its text (ocrmypdf)`;
}

function warning(code: string, message: string): Diagnostic {
  return { code, severity: "warning", stage: "read", message };
}

/** Fonts that do not say which letters they draw leave private signs and controls. */
function refuseUnreadable(pages: Pages, path: string): void {
  let unreadable = 0;
  let all = 0;
  for (const { text } of pages.flat()) {
    unreadable += text.match(/[\p{Co}\p{Cc}\p{Cn}\ufffd]/gu)?.length ?? 0;
    all += text.length;
  }
  if (unreadable <= all * MOST_UNREADABLE) return;
  throw new ReadError(
    "read.no-text",
    path,
    "a PDF file whose fonts do not say which letters they draw; let a program recognise its text (ocrmypdf), and add the result",
  );
}

/** Lines from right to left with their letters and brackets in the order of reading. */
function inReadingOrder(pages: Pages, path: string): { lines: Pages; isTurned: boolean } {
  const leftward = (lines: Pages) => lines.flat().flatMap(({ isRightToLeft, text }) => (isRightToLeft ? [text] : []));
  const isTurned = isReversedArabic(leftward(pages).join("\n"));
  const turned = isTurned ? withTexts(pages, turnedLine) : pages;
  const texts = leftward(turned);
  if (isTurned && isReversedArabic(texts.join("\n"))) {
    throw new ReadError(
      "read.reversed",
      path,
      "a PDF file with its Arabic letters out of order; save its text as .txt",
    );
  }
  return { lines: hasMirroredBrackets(texts) ? withTexts(turned, mirrored) : turned, isTurned };
}

function withTexts(pages: Pages, change: (text: string) => string): Pages {
  return pages.map((lines) => lines.map((line) => (line.isRightToLeft ? { ...line, text: change(line.text) } : line)));
}
