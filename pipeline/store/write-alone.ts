import { openLocked } from "./open-locked.js";
import { openStore } from "./open-store.js";
import type { Store } from "./store.js";

/**
 * `work` with a database that is there already, while nobody else may write to it. `command` is what the others are told.
 * Throws StoreError when there is none, when it cannot be written, or when a run is writing to it.
 */
export async function writeAlone<Result>(
  database: string,
  command: string,
  work: (store: Store) => Result | Promise<Result>,
): Promise<Result> {
  // Opened for reading first: a database that is not there must not be made.
  const reader = openStore(database, { mode: "read", allowOlder: true });
  reader.close();
  const { store, close } = openLocked(database, command);
  try {
    return await work(store);
  } finally {
    close();
  }
}
