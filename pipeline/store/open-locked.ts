import { openStore } from "./open-store.js";
import { runLockOwner, takeRunLock } from "./run-lock.js";
import type { Store } from "./store.js";
import { StoreError } from "./store-error.js";

/** A fact store that nobody else writes to. It must be closed. */
export interface LockedStore {
  readonly store: Store;
  close(): void;
}

/**
 * Opens the fact store at `file` for writing, and takes its lock, as `openStore` and `takeRunLock` do. Throws like them:
 * StoreError `store.in-use` also when the one who holds the lock is in the middle of a long write.
 */
export function openLocked(file: string, command: string): LockedStore {
  const store = openToWrite(file, command);
  try {
    const lock = takeRunLock(file, command);
    return {
      store,
      close() {
        try {
          lock.release();
        } finally {
          store.close();
        }
      },
    };
  } catch (error) {
    store.close();
    throw error;
  }
}

/** The store is opened first: what is no database of faktum's gets no lock beside it. */
function openToWrite(file: string, command: string): Store {
  try {
    return openStore(file, { mode: "write" });
  } catch (error) {
    // It tells who is writing, where one of ours is.
    const isLocked = error instanceof StoreError && error.code === "store.locked";
    if (isLocked && runLockOwner(file) !== undefined) takeRunLock(file, command).release();
    throw error;
  }
}
