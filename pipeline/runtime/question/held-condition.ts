import type { TimeRange } from "./question-part.js";
import { sqlText } from "./sql-text.js";
import { neighbour } from "./step-date.js";

/** The article was published in one of the ranges. */
export function publishedCondition(ranges: readonly TimeRange[]): string {
  return anyOf(
    ranges.map(({ from, to }) =>
      [
        ...(from === undefined ? [] : [`published_at >= ${sqlText(from)}`]),
        ...(to === undefined ? [] : [`published_at < ${sqlText(neighbour(to, 1))}`]),
      ].join(" AND "),
    ),
  );
}

/**
 * What a fact holds for touches one of the ranges. `columns` hold ISO 8601 dates or intervals, `ref_year` a number. A date
 * without a year (`--06-28`) touches none.
 */
export function heldCondition(ranges: readonly TimeRange[], columns: readonly string[]): string {
  const dated = columns.filter((column) => column !== "ref_year");
  const period = dated.length > 1 ? `coalesce(${dated.join(", ")})` : (dated[0] ?? "");
  return anyOf(
    ranges.flatMap((range) => [
      ...(columns.includes("ref_year") ? [between("ref_year", "ref_year", yearsOf(range))] : []),
      `(${isOfYears(range) ? yearBounds(period, range) : dayBounds(period, range)} AND ${period} NOT LIKE '--%')`,
    ]),
  );
}

function anyOf(conditions: readonly string[]): string {
  return conditions.length === 1 ? (conditions[0] ?? "") : `(${conditions.join("\n    OR ")})`;
}

function isOfYears({ from, to }: TimeRange): boolean {
  return (from ?? to)?.length === YEAR && (to ?? from)?.length === YEAR;
}

/** A document's year fits months of it. */
function yearsOf({ from, to }: TimeRange): TimeRange {
  return {
    ...(from !== undefined && { from: String(Number(from.slice(0, YEAR))) }),
    ...(to !== undefined && { to: String(Number(to.slice(0, YEAR))) }),
  };
}

function yearBounds(period: string, range: TimeRange): string {
  return between(
    `CAST(substr(${period}, 1, 5) AS INTEGER)`,
    `CAST(substr(${period}, instr(${period}, '/') + 1, 5) AS INTEGER)`,
    yearsOf(range),
  );
}

/** As text, in which `2022-~` comes behind every day of 2022 and `2022-05` before every day of May. */
function dayBounds(period: string, { from, to }: TimeRange): string {
  const first = inMonths(period, ["01", "04", "07", "10"]);
  const last = inMonths(`substr(${period}, instr(${period}, '/') + 1)`, ["03", "06", "09", "12"]);
  return [
    ...(to === undefined ? [] : [`${first} <= ${sqlText(`${to}~`)}`]),
    ...(from === undefined ? [] : [`${last} || '~' >= ${sqlText(from)}`]),
  ].join(" AND ");
}

/** Quarters by their first or last months: `2024-Q3`. */
function inMonths(period: string, months: readonly string[]): string {
  return months.reduce((inner, month, index) => `replace(${inner}, 'Q${index + 1}', '${month}')`, period);
}

function between(first: string, last: string, { from, to }: TimeRange): string {
  if (first === last && from !== undefined && from === to) return `${first} = ${from}`;
  return [
    ...(to === undefined ? [] : [`${first} <= ${to}`]),
    ...(from === undefined ? [] : [`${last} >= ${from}`]),
  ].join(" AND ");
}

const YEAR = 4;
