import type { getDocumentProxy } from "unpdf";
import { ReadError } from "./read-error.js";

/** An open PDF file; `destroy` frees its memory. */
export type OpenPdf = Awaited<ReturnType<typeof getDocumentProxy>>;

const EXCEPTIONS: ReadonlyMap<string, { readonly code: "read.encrypted" | "read.damaged"; readonly reason: string }> =
  new Map([
    [
      "PasswordException",
      {
        code: "read.encrypted",
        reason: "a PDF file that asks for a password; save a copy without one (qpdf --decrypt), and add that",
      },
    ],
  ]);
const DAMAGED = {
  code: "read.damaged",
  reason: "a PDF file that is cut off or damaged; get it anew, or save its text as .txt and add that",
} as const;

/**
 * Opens a PDF file. Throws a ReadError for one that asks for a password or is broken. The library is loaded only here:
 * it takes a tenth of a second, which a run without PDF files should not spend.
 */
export async function openPdf(bytes: Uint8Array, path: string): Promise<OpenPdf> {
  addBufferTransfer();
  const unpdf = await import("unpdf");
  try {
    // The library takes the memory away from whoever hands it over, and wants no Buffer. What it tells the console is none of our output.
    return await unpdf.getDocumentProxy(new Uint8Array(bytes), { verbosity: 0, disableFontFace: true });
  } catch (error) {
    throw refusalOfPdf(error, path);
  }
}

/** The texts of a page's glyphs in the order of their drawing. */
export async function glyphsOfPage(page: Awaited<ReturnType<OpenPdf["getPage"]>>): Promise<readonly string[]> {
  const { getResolvedPDFJS } = await import("unpdf");
  const { OPS } = await getResolvedPDFJS();
  const { fnArray, argsArray } = await page.getOperatorList();
  const shown: readonly unknown[] = argsArray.filter((_, at) => fnArray[at] === OPS.showText).flat(2);
  return shown.flatMap((glyph) => {
    const isGlyph = typeof glyph === "object" && glyph !== null && "unicode" in glyph;
    return isGlyph && typeof glyph.unicode === "string" ? [glyph.unicode] : [];
  });
}

/** A function of ECMAScript 2024 that the library calls for fonts, and that Node has from version 21 on. */
function addBufferTransfer(): void {
  if ("transferToFixedLength" in ArrayBuffer.prototype) return;
  const value = function transferToFixedLength(this: ArrayBuffer, length = this.byteLength): ArrayBuffer {
    const moved = new Uint8Array(length);
    moved.set(new Uint8Array(this).subarray(0, length));
    return moved.buffer;
  };
  Object.defineProperty(ArrayBuffer.prototype, "transferToFixedLength", { value, configurable: true, writable: true });
}

/** What to tell of a file that the library could not open or go on with. */
export function refusalOfPdf(error: unknown, path: string): ReadError {
  if (error instanceof ReadError) return error;
  const name = typeof error === "object" && error !== null && "name" in error ? String(error.name) : "";
  const { code, reason } = EXCEPTIONS.get(name) ?? DAMAGED;
  return new ReadError(code, path, reason, error);
}
