import { SeededRandom } from "./seeded-random.js";
import type { Reference, StoredTable } from "./stored-tables.js";

/** What is inserted in one transaction. */
export interface RowBatch {
  /** Of the documents. */
  readonly paths: readonly string[];
  /** Tables come after those that they refer to. */
  readonly inserts: readonly TableRows[];
}

export interface TableRows {
  readonly table: StoredTable;
  readonly rows: readonly (readonly unknown[])[];
}

/** A table of fewer rows to a batch grows with something else than documents. */
const LEAST_SPREAD = 32;

/** The batch of each row of a table, in the order of its rows. */
type Batches = readonly number[];

/**
 * The rows of a store in transactions of so many documents, by their paths. A row goes with the document that it refers
 * to or that refers to it. What has to do with no document goes into the first one, or is spread over all when it is
 * much: in no order, as keys that are hashes come in none. Throws when there is no table called `documents`.
 */
export function rowBatches(tables: readonly StoredTable[], documentsInBatch: number): readonly RowBatch[] {
  const documents = tables.find(({ name }) => name === "documents");
  if (documents === undefined) throw new Error("there is no table called documents; say what holds the paths now");
  const paths = valuesOf(documents, "path").map(String);
  const order = paths.toSorted();
  const rank = new Map(order.map((path, at) => [path, at]));
  const count = Math.ceil(order.length / documentsInBatch);
  const placed = new Map<string, Batches>();
  const ofDocuments = paths.map((path) => Math.floor((rank.get(path) ?? 0) / documentsInBatch));
  placed.set(documents.name, ofDocuments);
  for (const table of tables) {
    if (placed.has(table.name)) continue;
    const owner = documents.references.find((reference) => reference.table === table.name);
    const batches = owner ? referredTo(table, owner, documents, ofDocuments) : placeOf(table, tables, placed, count);
    placed.set(table.name, batches);
  }
  const split = tables.map((table) => splitRows(table, placed.get(table.name) ?? [], count));
  return Array.from({ length: count }, (_, batch) => ({
    paths: order.slice(batch * documentsInBatch, (batch + 1) * documentsInBatch),
    inserts: split.flatMap((batches) => batches[batch] ?? []).filter(({ rows }) => rows.length > 0),
  }));
}

/** Of what documents refer to: with the first of them. */
function referredTo(table: StoredTable, reference: Reference, documents: StoredTable, ofDocuments: Batches): Batches {
  const first = new Map<unknown, number>();
  for (const [at, value] of valuesOf(documents, reference.column).entries()) {
    first.set(value, Math.min(first.get(value) ?? Number.POSITIVE_INFINITY, ofDocuments[at] ?? 0));
  }
  return valuesOf(table, reference.to).map((value) => first.get(value) ?? 0);
}

function placeOf(
  table: StoredTable,
  tables: readonly StoredTable[],
  placed: ReadonlyMap<string, Batches>,
  count: number,
): Batches {
  const batches = table.rows.map(() => 0);
  let isPlaced = false;
  for (const { column, table: name, to } of table.references) {
    const target = tables.find((other) => other.name === name);
    const ofTarget = placed.get(name);
    if (target === undefined || ofTarget === undefined || target === table) continue;
    const byValue = new Map(valuesOf(target, to).map((value, at) => [value, ofTarget[at] ?? 0]));
    for (const [at, value] of valuesOf(table, column).entries()) {
      batches[at] = Math.max(batches[at] ?? 0, byValue.get(value) ?? 0);
    }
    isPlaced ||= ofTarget.some((batch) => batch > 0);
  }
  if (isPlaced || table.after.length > 0 || table.rows.length < count * LEAST_SPREAD) return batches;
  const random = new SeededRandom(table.rows.length);
  return batches.map(() => random.between(0, count - 1));
}

function splitRows(table: StoredTable, batches: Batches, count: number): readonly TableRows[] {
  const split = Array.from({ length: count }, (): unknown[][][] => []).map((rows) => ({
    table,
    rows: rows as (readonly unknown[])[],
  }));
  // A document may refer to one that comes later: such a reference is set afterwards, and few have one.
  const own = table.references
    .filter((reference) => reference.table === table.name)
    .map(({ column }) => table.columns.indexOf(column));
  for (const [at, row] of table.rows.entries()) {
    split[batches[at] ?? 0]?.rows.push(
      own.length === 0 ? row : row.map((value, column) => (own.includes(column) ? null : value)),
    );
  }
  return split;
}

function valuesOf({ name, columns, rows }: StoredTable, column: string): readonly unknown[] {
  const at = columns.indexOf(column);
  if (at < 0) throw new Error(`${name}: there is no column ${column}`);
  return rows.map((row) => row[at]);
}
