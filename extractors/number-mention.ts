import type { DecimalText } from "../pipeline/model/amount.js";
import type { Span } from "../pipeline/model/span.js";
import type { SentenceView } from "./rules/match.js";

/** A number read in a text, whether it became a fact or not. */
export interface NumberMention {
  readonly span: Span;
  readonly value: DecimalText;
  readonly ordinal: boolean;
}

/** All numbers of a sentence but articles, in order of place. */
export function numbersOf(view: SentenceView): readonly NumberMention[] {
  return view.elements.flatMap(({ number, start, end }) =>
    number === undefined || number.weak ? [] : [{ span: { start, end }, value: number.value, ordinal: number.ordinal }],
  );
}
