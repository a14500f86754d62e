import { SENSE_CLASSES, type SenseClass, type Senses } from "./sense.js";
import { type SenseBits, senseSet } from "./sense-set.js";

const interned = new Map<string, Senses>();

/** The one object for a combination of senses. */
export function internSenses(given: Readonly<Partial<Record<SenseClass, string | undefined>>>): Senses {
  const present: SenseClass[] = [];
  let key = "";
  for (const sense of SENSE_CLASSES) {
    const code = given[sense];
    if (code === undefined) continue;
    present.push(sense);
    key += `${sense}=${code},`;
  }
  let senses = interned.get(key);
  if (senses === undefined) {
    const codes = SENSE_CLASSES.map((sense) => given[sense]);
    senses = withAccessors(new WordSenses(interned.size, senseSet(present), codes));
    interned.set(key, senses);
  }
  return senses;
}

/** The same senses but for those of some classes. */
export function sensesWithout(senses: Senses, dropped: readonly SenseClass[]): Senses {
  const kept = SENSE_CLASSES.filter((sense) => !dropped.includes(sense));
  return internSenses(Object.fromEntries(kept.map((sense) => [sense, senses[sense]])));
}

/** A word without any sense. */
export function noSenses(): Senses {
  none ??= internSenses({});
  return none;
}

let none: Senses | undefined;

/**
 * Senses as they lie in memory. Nearly every question about a word is answered with no: that is read from the bits, which
 * are together in one line of the processor's cache, and only a yes reads the code.
 */
class WordSenses implements SenseBits {
  readonly id: number;
  readonly bits0: number;
  readonly bits1: number;
  readonly bits2: number;
  readonly codes: readonly (string | undefined)[];

  constructor(id: number, { bits0, bits1, bits2 }: SenseBits, codes: readonly (string | undefined)[]) {
    this.id = id;
    this.bits0 = bits0;
    this.bits1 = bits1;
    this.bits2 = bits2;
    this.codes = codes;
  }
}

let isComplete = false;

/** Gives the class a property for each class of senses, once: they are known only as a list. */
function withAccessors(senses: WordSenses): Senses {
  if (!isComplete) {
    for (const [index, sense] of SENSE_CLASSES.entries()) {
      Object.defineProperty(WordSenses.prototype, sense, { get: accessor(index) });
    }
    isComplete = true;
  }
  return senses as WordSenses & Senses;
}

/** A getter for each of the three words, so that none has to choose its word. */
function accessor(index: number): (this: WordSenses) => string | undefined {
  const bit = 1 << (index & 31);
  switch (index >> 5) {
    case 0:
      return function () {
        return (this.bits0 & bit) === 0 ? undefined : this.codes[index];
      };
    case 1:
      return function () {
        return (this.bits1 & bit) === 0 ? undefined : this.codes[index];
      };
    default:
      return function () {
        return (this.bits2 & bit) === 0 ? undefined : this.codes[index];
      };
  }
}
