import { SENSE_CLASSES, type SenseClass } from "./sense.js";

/** Some classes of senses as bits, so that one comparison tells whether a word has any of them. */
export interface SenseBits {
  readonly bits0: number;
  readonly bits1: number;
  readonly bits2: number;
}

const BITS = 32;

/** The set of some classes. Throws when there are more classes than bits. */
export function senseSet(classes: Iterable<SenseClass>): SenseBits {
  const bits: [number, number, number] = [0, 0, 0];
  for (const sense of classes) {
    const index = SENSE_CLASSES.indexOf(sense);
    const word = index >> 5;
    if (word > 2) throw new Error(`class ${sense} is number ${index}: widen SenseBits beyond ${3 * BITS}`);
    bits[word as 0 | 1 | 2] |= 1 << (index & (BITS - 1));
  }
  return { bits0: bits[0], bits1: bits[1], bits2: bits[2] };
}

/** Whether a word has a sense of a class in the set. */
export function hasAny(senses: SenseBits, { bits0, bits1, bits2 }: SenseBits): boolean {
  return ((senses.bits0 & bits0) | (senses.bits1 & bits1) | (senses.bits2 & bits2)) !== 0;
}

/** Whether all classes of a set are among those of another. */
export function hasAll(senses: SenseBits, { bits0, bits1, bits2 }: SenseBits): boolean {
  return (bits0 & ~senses.bits0) === 0 && (bits1 & ~senses.bits1) === 0 && (bits2 & ~senses.bits2) === 0;
}
