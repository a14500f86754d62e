import type { Kind, Modifier, ReferenceType } from "../model/mention.js";
import type { StatedFields } from "../model/stated-fields.js";

/** The columns of `facts` that say what a fact states and where. */
export interface StatingRow {
  readonly kind: Kind;
  readonly span_start: number;
  readonly span_end: number;
  readonly surface: string;
  readonly value: number | null;
  readonly value_text: string | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly rank_of: number | null;
  readonly unit: string | null;
  readonly item: string | null;
  readonly subject: string | null;
  readonly holds_for: string | null;
  readonly modifier: Modifier | null;
  readonly ref_type: ReferenceType | null;
  readonly ref_number: string | null;
  readonly ref_year: number | null;
  readonly iso: string | null;
  readonly dual: number;
}

/** What a stored fact states, in the guide's names. A ratio is told by its two numbers, as in gold files. */
export function statedFields(row: StatingRow): StatedFields {
  const fields: Readonly<Record<keyof StatedFields, unknown>> = {
    kind: row.kind,
    start: row.span_start,
    end: row.span_end,
    surface: row.surface,
    value: row.kind === "ratio" ? null : row.value,
    low: row.low,
    high: row.high,
    numerator: row.numerator,
    denominator: row.denominator,
    of: row.rank_of,
    unit: row.unit,
    item: row.item,
    subject: row.subject,
    when: row.holds_for,
    modifier: row.modifier,
    ref_type: row.ref_type,
    number: row.ref_number,
    year: row.ref_year,
    iso: row.iso,
    dual: row.dual === 1 ? true : null,
  };
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null)) as unknown as StatedFields;
}

/** The value in few characters: `80.47 %`, `11/21`, `1982/QD-UBND`, `2024-05-06`; as the view `marked_facts` tells it. */
export function shownValue({
  value_text,
  ref_number,
  iso,
  unit,
}: Pick<StatingRow, "value_text" | "ref_number" | "iso" | "unit">): string {
  const value = value_text ?? ref_number ?? iso ?? "";
  return unit === null ? value : `${value} ${unit}`;
}
