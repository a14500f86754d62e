/** Exact decimal text, no exponent, no grouping, `.` as separator: `-1234.50`. Never a float on its way. */
export type DecimalText = string;

/** One value, or both ends of a range. */
export type Amount =
  | { readonly value: DecimalText; readonly low?: never; readonly high?: never }
  | { readonly low: DecimalText; readonly high: DecimalText; readonly value?: never };
