import { SENSE_CLASSES, SENSE_CODES, type SenseClass, type Senses } from "./sense.js";
import { senseSet } from "./sense-set.js";

const interned = new Map<string, Senses>();
let blank: Senses | undefined;

/**
 * The one object for a combination of senses. All have every class as a property, absent ones undefined, so that the
 * engine meets objects of one shape: reading `senses.stop` is then a load and no search.
 */
export function internSenses(given: Readonly<Partial<Record<SenseClass, string | undefined>>>): Senses {
  const present = SENSE_CLASSES.filter((sense) => given[sense] !== undefined);
  const key = present.map((sense) => `${sense}=${given[sense]}`).join();
  let senses = interned.get(key);
  if (senses === undefined) {
    blank ??= blankSenses();
    const codes = SENSE_CLASSES.map((sense) => given[sense]);
    senses = { ...blank, ...given, ...senseSet(present), codes, id: interned.size };
    interned.set(key, senses);
  }
  return senses;
}

/** A word without any sense. */
export function noSenses(): Senses {
  none ??= internSenses({});
  return none;
}

let none: Senses | undefined;

/** Copied from the literal that lists the classes, which keeps its properties in place. */
function blankSenses(): Senses {
  const senses: Record<SenseClass, unknown> = { ...SENSE_CODES };
  for (const sense of SENSE_CLASSES) senses[sense] = undefined;
  return { ...senses, id: 0, codes: [], bits0: 0, bits1: 0, bits2: 0 } as Senses;
}
