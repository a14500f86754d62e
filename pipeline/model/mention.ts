import type { Amount, DecimalText } from "./amount.js";
import type { Span } from "./span.js";

export const MODIFIERS = ["approx", "nearly", "more_than", "less_than", "at_least", "at_most"] as const;
export type Modifier = (typeof MODIFIERS)[number];

export const REFERENCE_TYPES = [
  "decision",
  "resolution",
  "law",
  "decree",
  "circular",
  "directive",
  "regulation",
  "order",
  "plan",
  "program",
  "project",
  "bill",
  "judgment",
  "article",
  "standard",
  "other",
] as const;
export type ReferenceType = (typeof REFERENCE_TYPES)[number];

export const KINDS = ["percentage", "count", "ratio", "rank", "money", "measurement", "reference", "date"] as const;
export type Kind = (typeof KINDS)[number];

/** A slot of a rule as it was filled. */
export interface Slot {
  readonly role: string;
  readonly span: Span;
}

interface MentionOf<K extends Kind> {
  readonly kind: K;
  /** Span in the document's text, by the rules of the annotation guide. */
  readonly span: Span;
  /** Id of the rule that found it, `<kind>.<what>`. */
  readonly rule: string;
  /** Absent when the value is exact. */
  readonly modifier?: Modifier;
  /** The slots of the rule that were filled, in its order, for `faktum explain`. */
  readonly slots: readonly Slot[];
}

/** `%`, `pp` (percentage points) or `per_mille`. */
export type PercentageUnit = "%" | "pp" | "per_mille";

export type PercentageMention = MentionOf<"percentage"> & { readonly amount: Amount; readonly unit: PercentageUnit };
/** `dual`: an Arabic dual that carries the number two without a numeral. */
export type CountMention = MentionOf<"count"> & { readonly amount: Amount; readonly dual?: true };
export type RatioMention = MentionOf<"ratio"> & { readonly numerator: DecimalText; readonly denominator: DecimalText };
/** `of`: how many were ranked. */
export type RankMention = MentionOf<"rank"> & { readonly amount: Amount; readonly of?: DecimalText };
/** `unit`: ISO 4217 code. */
export type MoneyMention = MentionOf<"money"> & { readonly amount: Amount; readonly unit: string };
/** `unit`: UCUM code. */
export type MeasurementMention = MentionOf<"measurement"> & {
  readonly amount: Amount;
  readonly unit: string;
  readonly dual?: true;
};
/** `number`: canonical document number; `year`: when stated in or with it. */
export type ReferenceMention = MentionOf<"reference"> & {
  readonly refType: ReferenceType;
  readonly number: string;
  readonly year?: number;
};
/** `iso`: ISO 8601 date, period or interval. */
export type DateMention = MentionOf<"date"> & { readonly iso: string };

/** A span that states something, with its normalised value; what it is of comes in the next stage. */
export type Mention =
  | PercentageMention
  | CountMention
  | RatioMention
  | RankMention
  | MoneyMention
  | MeasurementMention
  | ReferenceMention
  | DateMention;
