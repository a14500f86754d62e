import { setImmediate } from "node:timers/promises";
import { stringify } from "csv-stringify/sync";
import { evidenceColumns, type FactPlace, readEvidence } from "../../store/read-facts.js";
import type { Store } from "../../store/store.js";
import { safeCell } from "../safe-cell.js";
import type { FactColumns } from "./fact-columns.js";

const ROWS_AT_A_TIME = 500;

/** All the facts as CSV, with the columns of the view `evidence`, piece by piece. */
export async function* factsCsv(
  store: Store,
  columns: FactColumns,
  positions: Iterable<number>,
): AsyncGenerator<string, void> {
  yield stringify([evidenceColumns(store)]);
  for await (const rows of evidenceOf(store, columns, positions)) yield stringify(rows.map((row) => row.map(safeCell)));
}

/** The same as a JSON array of objects. */
export async function* factsJson(
  store: Store,
  columns: FactColumns,
  positions: Iterable<number>,
): AsyncGenerator<string, void> {
  const names = evidenceColumns(store);
  let separator = "[\n";
  for await (const rows of evidenceOf(store, columns, positions)) {
    const objects = rows.map((row) => JSON.stringify(Object.fromEntries(names.map((name, at) => [name, row[at]]))));
    if (objects.length === 0) continue;
    yield separator + objects.join(",\n");
    separator = ",\n";
  }
  yield separator === "[\n" ? "[]\n" : "\n]\n";
}

/** Others are served between two pieces. */
async function* evidenceOf(
  store: Store,
  columns: FactColumns,
  positions: Iterable<number>,
): AsyncGenerator<readonly (readonly unknown[])[], void> {
  let some: FactPlace[] = [];
  for (const position of positions) {
    some.push(factPlace(columns, position));
    if (some.length < ROWS_AT_A_TIME) continue;
    yield readEvidence(store, some);
    some = [];
    await setImmediate();
  }
  yield readEvidence(store, some);
}

/** Where the fact at a position lies in the database. */
export function factPlace({ rowids, documentOf, documents }: FactColumns, position: number): FactPlace {
  return { rowid: rowids[position] ?? 0, documentId: documents[documentOf[position] ?? 0]?.id ?? 0 };
}
