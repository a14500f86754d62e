import { openStore } from "./open-store.js";
import type { Store } from "./store.js";

/**
 * `work` with a database that is there already, also while a run is writing to it: a short transaction of its own waits until the
 * run's is done, some seconds at most. Only for tables that a run neither reads nor writes. Throws StoreError when there is no
 * database, when an older faktum made it (the next run brings it up to date), or when it cannot be written.
 */
export function writeBesideRun<Result>(database: string, work: (store: Store) => Result): Result {
  // Opened for reading first: a database that is not there must not be made, nor an older one changed under a run.
  openStore(database, { mode: "read" }).close();
  const store = openStore(database, { mode: "write" });
  try {
    return work(store);
  } finally {
    store.close();
  }
}
