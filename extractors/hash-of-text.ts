/** Where hashing of a word or a text begins (FNV-1a). */
export const TEXT_SEED = 0x811c9dc5;
const PRIME = 0x01000193;

/** The hash after one more unit: a UTF-16 code unit of a word, or a word's hash in a text. 32 bits with their sign. */
export function hashOn(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, PRIME);
}

/**
 * 32 bits with their sign, so that the engine needs no object for the number; each depends on every bit of `value` (the
 * finish of MurmurHash3).
 */
export function mixed(value: number): number {
  let mix = value;
  mix = Math.imul(mix ^ (mix >>> 16), 0x85ebca6b);
  mix = Math.imul(mix ^ (mix >>> 13), 0xc2b2ae35);
  return mix ^ (mix >>> 16);
}

/** Hash of a whole string. */
export function hashOfText(text: string): number {
  let hash = TEXT_SEED;
  for (let at = 0; at < text.length; at++) hash = hashOn(hash, text.charCodeAt(at));
  return mixed(hash);
}
