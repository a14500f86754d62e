import type { NumberWord } from "./number-word.js";

/** A value growing word by word. Immutable: a word that does not fit leaves the last state in force. */
export interface PartialNumber {
  /** Sum of the parts that a scale word (1000 and up) has closed. */
  readonly closed: number;
  /** The part below the next scale word; undefined right after one and at the start. */
  readonly open: number | undefined;
  /** The last scale word; the next must be smaller. */
  readonly lastScale: number;
  /** The last word multiplied what stood before it, or is a hundred itself. */
  readonly multiplied: boolean;
  /** A link (`und`) stands last: the number can go on but not end here. */
  readonly linked: boolean;
  readonly ordinal: boolean;
}

export const NOTHING: PartialNumber = {
  closed: 0,
  open: undefined,
  lastScale: Number.POSITIVE_INFINITY,
  multiplied: false,
  linked: false,
  ordinal: false,
};

/** Value of what was folded. */
export function numberValue(partial: PartialNumber): number {
  return partial.closed + (partial.open ?? 0);
}

/** How a language orders and joins its number words. */
export interface NumberOrder {
  /** A linked ten may follow its unit (`einundzwanzig`). */
  readonly unitBeforeTen: boolean;
  /** What is added needs a link (`خمسة وعشرون`). */
  readonly linkRequired: boolean;
}

/** The number with one more word, or undefined when the word starts another number (`dua tiga`) or cannot follow. */
export function addWord(partial: PartialNumber, word: NumberWord, order: NumberOrder): PartialNumber | undefined {
  // Nothing follows an ordinal but the ten or teen that it is the unit of: `الخامسة والأربعون`.
  switch (word.composition) {
    case "link":
      return partial.linked || partial === NOTHING ? undefined : { ...partial, linked: true };
    case "add":
      return needsLink(partial, order) ? undefined : addValue(partial, word, order.unitBeforeTen);
    case "teen":
      return addTeen(partial, word);
    case "times":
      return multiply(partial, word.value);
    case "half":
      return Number.isInteger(numberValue(partial)) && partial !== NOTHING
        ? { ...partial, open: (partial.open ?? 0) + 0.5, linked: false }
        : undefined;
    case "point":
      return undefined;
  }
}

function needsLink(partial: PartialNumber, { linkRequired }: NumberOrder): boolean {
  return linkRequired && partial !== NOTHING && !partial.linked;
}

function addValue(partial: PartialNumber, word: NumberWord, unitBeforeTen: boolean): PartialNumber | undefined {
  const { value } = word;
  const ordinal = partial.ordinal || word.ordinal;
  const next = { ...partial, linked: false, multiplied: false, ordinal };
  // `zweihundertste`: an ordinal of a hundred or a scale multiplies as its cardinal does.
  if (word.ordinal && value >= 100 && partial !== NOTHING) {
    const multiplied = multiply(partial, value);
    return multiplied === undefined ? undefined : { ...multiplied, ordinal };
  }
  if (value >= 1000) {
    return partial.open === undefined && value < partial.lastScale
      ? { ...next, closed: partial.closed + value, lastScale: 10 ** Math.floor(Math.log10(value)) }
      : undefined;
  }
  const open = partial.open;
  if (open === undefined) return { ...next, open: value, multiplied: value >= 100 };
  if (value === 0 || open === 0) return undefined;
  const room = value < 10 ? 10 : value < 100 ? 100 : 1000;
  if (open % room === 0 && Number.isInteger(open) && (!partial.ordinal || partial.multiplied))
    return { ...next, open: open + value };
  const unit = open % 100;
  const isTen = value >= 20 && value < 100 && value % 10 === 0;
  if (unitBeforeTen && partial.linked && isTen && unit >= 1 && unit <= 9) return { ...next, open: open + value };
  return undefined;
}

function addTeen(partial: PartialNumber, word: NumberWord): PartialNumber | undefined {
  const open = partial.open;
  if (open === undefined) {
    return word.value > 0
      ? { ...partial, open: word.value, linked: false, ordinal: partial.ordinal || word.ordinal }
      : undefined;
  }
  const unit = open % 100;
  if (unit >= 1 && unit <= 9 && !partial.linked) return { ...partial, open: open + 10 };
  // `مائة وعشرة`: a whole ten behind a hundred.
  return unit === 0 && word.value > 0 ? { ...partial, open: open + word.value, linked: false } : undefined;
}

function multiply(partial: PartialNumber, factor: number): PartialNumber | undefined {
  const open = partial.open;
  const next = { ...partial, linked: false, multiplied: true };
  if (factor < 1000) {
    if (open === undefined) return { ...next, open: factor };
    // `dua ratus tiga puluh`: only the unit behind the hundreds is multiplied.
    const unit = factor === 10 ? open % 10 : open;
    const linkedHundred = open % factor === 0 && open > factor;
    if (unit === 0 || (factor === 10 && open % 100 > 9) || open >= 100 * (factor === 10 ? 10 : 1) || linkedHundred)
      return undefined;
    return { ...next, open: open - unit + unit * factor };
  }
  if (open === undefined && partial.closed > 0 && factor > partial.lastScale) {
    // `zweitausend Milliarden`: a scale on a scale.
    return { ...next, closed: partial.closed * factor, lastScale: factor };
  }
  if (factor >= partial.lastScale) {
    return undefined;
  }
  return { ...next, closed: partial.closed + (open ?? 1) * factor, open: undefined, lastScale: factor };
}
