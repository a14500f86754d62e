import Table from "cli-table3";
import { stringify } from "csv-stringify/sync";
import { oneLine } from "./exit.js";
import type { RowFormat } from "./row-format.js";

/** What a query gave; each row's values are in the order of `columns`. */
export interface Rows {
  readonly columns: readonly string[];
  readonly rows: Iterable<readonly unknown[]>;
}

/** The rows as text, piece by piece; only a table needs them all at once, for the widths of its columns. */
export function formatRows(result: Rows, format: RowFormat): Iterable<string> {
  switch (format) {
    case "table":
      return tableText(result);
    case "json":
      return jsonText(result);
    case "jsonl":
      return jsonLines(result);
    case "csv":
      return csvLines(result);
  }
}

function* tableText({ columns, rows }: Rows): Generator<string> {
  const table = new Table({ head: [...columns], style: { head: [], border: [], compact: true } });
  let count = 0;
  for (const row of rows) {
    count += 1;
    table.push(
      row.map((value) => ({ content: cellText(value), hAlign: typeof value === "number" ? "right" : "left" })),
    );
  }
  yield `${table.toString()}\n${count === 1 ? "1 row" : `${count} rows`}\n`;
}

function* jsonText(result: Rows): Generator<string> {
  let separator = "[";
  for (const line of jsonLines(result)) {
    yield `${separator}\n${line.trimEnd()}`;
    separator = ",";
  }
  yield separator === "[" ? "[]\n" : "\n]\n";
}

function* jsonLines({ columns, rows }: Rows): Generator<string> {
  const names = distinctNames(columns);
  for (const row of rows) {
    const entries = row.map((value, column) => [names[column], plain(value)]);
    yield `${JSON.stringify(Object.fromEntries(entries))}\n`;
  }
}

function* csvLines({ columns, rows }: Rows): Generator<string> {
  yield stringify([columns]);
  for (const row of rows) yield stringify([row.map(plain)]);
}

/** `SELECT a.id, b.id` has two columns of one name: the second becomes `id_2`, so that no value is lost. */
function distinctNames(columns: readonly string[]): readonly string[] {
  const seen = new Map<string, number>();
  return columns.map((name) => {
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return count === 1 ? name : `${name}_${count}`;
  });
}

function cellText(value: unknown): string {
  if (value === null) return "";
  return oneLine(String(plain(value)));
}

/** Bytes as hex; integers beyond 2^53 as text, since a JSON number would lose digits. */
function plain(value: unknown): unknown {
  if (value instanceof Uint8Array) return Buffer.from(value).toString("hex");
  return typeof value === "bigint" ? String(value) : value;
}
