import type { Element } from "../elements/element.js";
import { isWhole } from "../numbers/decimal.js";
import { latinDigits } from "../text/latin-digits.js";
import type { SentenceView } from "./match.js";

/** A document number in its canonical form: no white space but where its form has it, dashes as hyphens. */
export interface DocumentReading {
  readonly to: number;
  readonly number: string;
  readonly year?: number;
  readonly court?: true;
  /** Set for a page of a year's volume, which says nothing without the name of the series: `Rt. 1999 s. 845`. */
  readonly volume?: true;
  /** Set where brackets around the number are no part of its span. */
  readonly bracketed?: true;
}

/**
 * A four-digit year that closes the number, or an office's letters behind it: `34/PMK.011/2007`, `100/2019/NĐ-CP`; or one
 * in front of a number and letters: `2009/147/EG`.
 */
export function yearAtEnd(number: string): { year?: number } {
  const year =
    /[/-]((?:19|20)[0-9]{2})(?:\/\p{Lu}[^0-9]*)?$/u.exec(number)?.[1] ??
    /^((?:19|20)[0-9]{2})\/[0-9]{1,4}\/\p{Lu}+$/u.exec(number)?.[1];
  return year === undefined ? {} : { year: Number(year) };
}

export function isPlainNumber({ number }: Element): boolean {
  return number?.digits !== undefined && number.scale === 0 && !number.ordinal && isWhole(number.value);
}

/** As written, digits of any script as Latin ones. */
export function textOf({ text }: SentenceView, { start, end }: Element): string {
  return latinDigits(text.slice(start, end));
}
