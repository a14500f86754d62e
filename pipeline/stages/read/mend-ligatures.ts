import type { PdfItem } from "./pdf-line.js";

/** A glyph of several letters from right to left, such as lam-alef. */
const LEFTWARD_LIGATURE = /^[\u0590-\u08ff]{2,}$/u;
const SPACE = /[\s\p{Cf}]+/gu;

/**
 * The pieces of a page with the letters of each ligature in their order. The library turns text from right to left
 * round letter by letter, and so swaps the letters of a glyph that stands for two: it reads `لا` as `ال`. `glyphs` are
 * the texts of the page's glyphs as drawn; where they do not fit the pieces, the rest is left as it is.
 */
export function mendLigatures(items: readonly PdfItem[], glyphs: readonly string[]): readonly PdfItem[] {
  if (!glyphs.some((glyph) => LEFTWARD_LIGATURE.test(glyph))) return items;
  const drawn = glyphs.map((glyph) => glyph.replace(SPACE, "")).filter((glyph) => glyph !== "");
  const mended: PdfItem[] = [];
  let at = 0;
  for (const item of items) {
    const letters = item.str.replace(SPACE, "");
    const end = endOfGlyphs(drawn, at, letters.length);
    const own = drawn.slice(at, end);
    if (!isSameLetters(own.join(""), letters)) break;
    mended.push(item.dir === "rtl" ? { ...item, str: withLigatures(item.str, own) } : item);
    at = end;
  }
  return [...mended, ...items.slice(mended.length)];
}

function endOfGlyphs(drawn: readonly string[], from: number, length: number): number {
  let at = from;
  for (let left = length; left > 0 && at < drawn.length; at++) left -= drawn[at]?.length ?? 0;
  return at;
}

function isSameLetters(one: string, other: string): boolean {
  return [...one].sort().join("") === [...other].sort().join("");
}

/** `own` are the item's glyphs from left to right: the last place in them is the first of the text. */
function withLigatures(text: string, own: readonly string[]): string {
  let mended = text;
  for (const ligature of new Set(own.filter((glyph) => LEFTWARD_LIGATURE.test(glyph)))) {
    const isLigature = placesOf(ligature, own).reverse();
    const swapped = [...ligature].reverse().join("");
    const pieces = mended.split(swapped);
    if (pieces.length !== isLigature.length + 1) continue;
    mended = pieces.reduce((before, piece, at) => `${before}${isLigature[at - 1] ? ligature : swapped}${piece}`);
  }
  return mended;
}

/** For each place where the letters of a ligature follow each other, whether they are one glyph. */
function placesOf(ligature: string, own: readonly string[]): boolean[] {
  const starts = new Set<number>();
  let text = "";
  for (const glyph of own) {
    if (glyph === ligature) starts.add(text.length);
    text += glyph;
  }
  const places: boolean[] = [];
  for (let at = text.indexOf(ligature); at >= 0; at = text.indexOf(ligature, at + ligature.length)) {
    places.push(starts.has(at));
  }
  return places;
}
