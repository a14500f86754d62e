import type { Fingerprint } from "../pipeline/model/fingerprint.js";

/** What of a fingerprint is compared. */
export type ComparedText = Pick<Fingerprint, "sampling" | "shingles" | "figures">;

/** A text of fewer shingles is only the copy of one that is the same. */
const LEAST_SHINGLES = 20;
/** So much of a copy's shingles stands in the original too; one word changed costs three of them. */
const LEAST_SHARE = 0.85;
/** In a short text one word may be the place or the man that it is about: it may be cut, and hardly changed. */
const LEAST_SHARE_OF_SHORT = 0.98;

/**
 * Whether all that a copy states stands in the original: most of its runs of words and every one of its figures, in
 * the same order. The original may hold more; a report after the same pattern with other figures is another report.
 */
export function coversText(original: ComparedText, copy: ComparedText): boolean {
  if (!holdsInOrder(original.figures, copy.figures)) return false;
  const isShort = copy.sampling === 0;
  const mask = 2 ** Math.max(original.sampling, copy.sampling) - 1;
  let kept = 0;
  let shared = 0;
  let at = 0;
  for (const shingle of copy.shingles) {
    if ((shingle & mask) !== 0) continue;
    kept++;
    while (at < original.shingles.length && (original.shingles[at] ?? 0) < shingle) at++;
    if (original.shingles[at] === shingle) shared++;
  }
  return kept >= LEAST_SHINGLES && shared >= kept * (isShort ? LEAST_SHARE_OF_SHORT : LEAST_SHARE);
}

function holdsInOrder(all: Uint32Array, some: Uint32Array): boolean {
  let at = 0;
  for (const value of some) {
    while (at < all.length && all[at] !== value) at++;
    if (at === all.length) return false;
    at++;
  }
  return true;
}
