import type { PlotChoice } from "./plot-choice.js";

/** Points of a plot: more cannot be told apart. */
export const MOST_POINTS = 2000;

/** The columns of `plotSql`, in their order. */
export interface PlotRow {
  /** The middle of a range. */
  readonly value: number;
  readonly value_text: string;
  readonly unit: string | null;
  readonly modifier: string | null;
  readonly item: string | null;
  readonly subject: string | null;
  readonly holds_for: string | null;
  readonly published_at: string | null;
  readonly language: string;
  readonly publisher: string | null;
  readonly path: string;
  readonly document_id: number;
  readonly fact_id: string;
}

/** The question whose answer is plotted: newest first, so that of too many facts the oldest are left out. */
export function plotSql(choice: PlotChoice): string {
  const time = choice.by === "published" ? "published_at" : "coalesce(holds_for, published_at)";
  const conditions = [
    ...CONDITIONS.flatMap(([field, column]) => {
      const text = choice[field];
      return text === undefined ? [] : [`${column} = ${quote(text)}`];
    }),
    ...(choice.by === "time" || choice.by === "published" ? [`${time} IS NOT NULL`] : []),
    ...(choice.by === "publisher" || choice.by === "subject" ? [`${choice.by} IS NOT NULL`] : []),
    "coalesce(value, low) IS NOT NULL",
  ];
  return `SELECT coalesce(value, (low + high) / 2) AS value, value_text, unit, modifier, item, subject, holds_for, published_at,
  language, publisher, path, document_id, fact_id
FROM evidence
WHERE ${conditions.join("\n  AND ")}
ORDER BY ${time} DESC, path, fact_id
LIMIT ${MOST_POINTS}`;
}

const CONDITIONS = [
  ["kind", "kind"],
  ["concept", "concept"],
  ["item", "item_key"],
  ["unit", "unit"],
  ["language", "language"],
  ["publisher", "publisher"],
] as const;

function quote(text: string): string {
  // SQLite's text ends at a NUL.
  return `'${text.replaceAll("\0", "").replaceAll("'", "''")}'`;
}
