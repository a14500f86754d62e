import { setImmediate } from "node:timers/promises";
import { type FactPlace, readEvidence } from "../../store/read-facts.js";
import type { Store } from "../../store/store.js";
import type { FactColumns } from "./fact-columns.js";

const ROWS_AT_A_TIME = 500;

/** Rows of the view `evidence` for the facts at these positions, in their order; others are served between two pieces. */
export async function* evidencePieces(
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
