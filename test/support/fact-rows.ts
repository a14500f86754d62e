import { expectFacts, type FactRow, factsOf } from "./facts-of.js";

type Fields = Readonly<Record<string, string>>;

/** A text, exactly the facts that it gives, and why. */
export type TextRow = readonly [text: string, facts: readonly FactRow[], why: string];

/** Rows by language tag. */
export type RowsByLanguage = Readonly<Record<string, readonly TextRow[]>>;

/** Runs every row of every language against the shipped lexicons. */
export function testFactRows(rows: RowsByLanguage): void {
  describe.each(Object.entries(rows))("%s", (tag, texts) => {
    test.each(texts.map(([text, facts, why]) => ({ text, facts, why })))("$text ($why)", ({ text, facts }) => {
      expectFacts(factsOf(tag, text), text, facts);
    });
  });
}

/** `80.47` is one value, `5..10` a range. */
function amount(value: string): Fields {
  const [low = "", high] = value.split("..");
  return high === undefined ? { value } : { low, high };
}

export function percentage(exact: string, value: string, more: Fields = {}): FactRow {
  return { kind: "percentage", exact, unit: "%", ...amount(value), ...more };
}

export function count(exact: string, value: string, item: string, more: Fields = {}): FactRow {
  return { kind: "count", exact, ...amount(value), item, ...more };
}

export function ratio(exact: string, fraction: string, more: Fields = {}): FactRow {
  const [numerator = "", denominator = ""] = fraction.split("/");
  return { kind: "ratio", exact, numerator, denominator, ...more };
}

export function rank(exact: string, value: string, more: Fields = {}): FactRow {
  return { kind: "rank", exact, ...amount(value), ...more };
}

export function money(exact: string, value: string, unit: string, more: Fields = {}): FactRow {
  return { kind: "money", exact, ...amount(value), unit, ...more };
}

export function measurement(exact: string, value: string, unit: string, more: Fields = {}): FactRow {
  return { kind: "measurement", exact, ...amount(value), unit, ...more };
}

/** `type` as in the guide; the canonical number where it is not the exact text. */
export function reference(exact: string, type: string, more: Fields = {}): FactRow {
  return { kind: "reference", exact, ref_type: type, number: exact, ...more };
}

export function date(exact: string, iso: string): FactRow {
  return { kind: "date", exact, iso };
}
