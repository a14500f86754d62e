import type { NumberReading } from "./element.js";

/** A number and where it stands; `next` is the index behind its last token. */
export interface NumberSpan {
  readonly reading: NumberReading | undefined;
  readonly start: number;
  readonly end: number;
  readonly next: number;
}
