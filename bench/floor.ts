import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { openStore } from "../pipeline/store/open-store.js";
import type { Store } from "../pipeline/store/store.js";
import { type RowBatch, rowBatches } from "./row-batches.js";
import { storedTables } from "./stored-tables.js";

/** Documents in a transaction, as a run has them. */
const BATCH = 64;

/** All rows of a database that faktum made, ready to be inserted again. */
export function readyRows(database: string): readonly RowBatch[] {
  const store = openStore(database, { mode: "read" });
  try {
    return rowBatches(storedTables(store), BATCH);
  } finally {
    store.close();
  }
}

/**
 * What no program that stores these rows can do without: reads the files, decodes and hashes them, and inserts the rows
 * into a new database. Returns how many documents they are.
 */
export function writeFloor(database: string, batches: readonly RowBatch[]): number {
  const store = openStore(database, { mode: "write" });
  try {
    const decoder = new TextDecoder("utf-8", { fatal: true });
    for (const batch of batches) {
      for (const path of batch.paths) {
        const bytes = readFileSync(path);
        decoder.decode(bytes);
        createHash("sha256").update(bytes).digest("hex");
      }
      store.transaction(() => insertBatch(store, batch));
    }
    return batches.reduce((sum, { paths }) => sum + paths.length, 0);
  } finally {
    store.close();
  }
}

function insertBatch(store: Store, { inserts }: RowBatch): void {
  for (const { table, rows } of inserts) {
    const places = table.columns.map(() => "?").join(", ");
    const insert = store.statement(`INSERT INTO ${table.name} (${table.columns.join(", ")}) VALUES (${places})`);
    for (const row of rows) insert.run(...row);
  }
}
