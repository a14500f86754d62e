/** What a fact states, by the columns of `evidence`. */
interface StatedValue {
  readonly kind: string;
  readonly value_text: string | null;
  readonly rank_of: number | null;
  readonly unit: string | null;
  readonly modifier: string | null;
  readonly ref_type: string | null;
  readonly ref_number: string | null;
  readonly iso: string | null;
  readonly iso_implied: string | null;
}

export interface ShownValue {
  /** What stands before the value: `about`, `more than`; empty when it is exact. */
  readonly modifier: string;
  readonly value: string;
  readonly unit: string;
}

const UNITS: ReadonlyMap<string, string> = new Map([
  ["pp", "points"],
  ["per_mille", "‰"],
  ["Cel", "°C"],
]);

const MODIFIERS: ReadonlyMap<string, string> = new Map([
  ["approx", "about"],
  ["more_than", "more than"],
  ["less_than", "less than"],
  ["at_least", "at least"],
  ["at_most", "at most"],
]);

/** A fact's value for people to read, every digit of it. */
export function shownValue(fact: StatedValue): ShownValue {
  const modifier = fact.modifier === null ? "" : (MODIFIERS.get(fact.modifier) ?? fact.modifier);
  return { modifier, value: valueText(fact), unit: fact.unit === null ? "" : (UNITS.get(fact.unit) ?? fact.unit) };
}

function valueText({
  kind,
  value_text: text,
  rank_of: rankOf,
  ref_number: number,
  iso,
  iso_implied: implied,
}: StatedValue) {
  if (kind === "reference") return number ?? "";
  if (kind === "date") return implied ?? iso ?? "";
  if (kind === "ratio") return (text ?? "").split("/").map(grouped).join(" of ");
  const value = (text ?? "").split("..").map(grouped).join(" to ");
  if (kind !== "rank") return value;
  return rankOf === null ? `no. ${value}` : `no. ${value} of ${grouped(String(rankOf))}`;
}

/** Digits before the point in groups of three: `1234567.50` is `1,234,567.50`. */
function grouped(decimal: string): string {
  const [, sign = "", whole = "", rest = ""] = /^(-?)([0-9]+)((?:\.[0-9]+)?)$/u.exec(decimal) ?? [];
  if (whole === "") return decimal;
  const groups: string[] = [];
  for (let end = whole.length; end > 0; end -= 3) groups.unshift(whole.slice(Math.max(end - 3, 0), end));
  return `${sign === "" ? "" : "\u2212"}${groups.join(",")}${rest}`;
}
