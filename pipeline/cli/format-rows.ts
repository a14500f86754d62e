import Table from "cli-table3";
import { stringify } from "csv-stringify/sync";
import { jsonLines, plainValue, type Rows } from "../runtime/json-lines.js";
import { oneLine } from "./exit.js";
import type { RowFormat } from "./row-format.js";

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

function* csvLines({ columns, rows }: Rows): Generator<string> {
  yield stringify([columns]);
  for (const row of rows) yield stringify([row.map(plainValue)]);
}

function cellText(value: unknown): string {
  if (value === null) return "";
  return oneLine(String(plainValue(value)));
}
