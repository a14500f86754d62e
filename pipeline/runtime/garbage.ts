import { setImmediate as nextTurn } from "node:timers/promises";
import { openStore } from "../store/open-store.js";
import {
  countRemoved,
  deleteSomeRemoved,
  deleteUnused,
  type RemovedDocuments,
  type UnusedRows,
} from "../store/removed-documents.js";
import { roomOf, type StoreRoom, vacuum } from "../store/store-room.js";
import { writeAlone } from "../store/write-alone.js";
import { lexiconVersions } from "./lexicon-versions.js";

export interface GarbageReport extends RemovedDocuments, UnusedRows {
  readonly room: StoreRoom;
  /** Whether it was stopped before all was deleted. */
  readonly interrupted: boolean;
}

/** What `collectGarbage` would delete. */
export type GarbageCount = ReturnType<typeof countRemoved> & { readonly room: StoreRoom };

export interface GarbageOptions {
  /** Stops the work after the transaction that is under way; what is deleted stays deleted. */
  readonly signal: AbortSignal;
  /** Told after each transaction how much is done, from 0 to 1. */
  readonly advanced: (share: number) => void;
}

export function countGarbage(database: string): GarbageCount {
  const store = openStore(database, { mode: "read" });
  try {
    return { ...countRemoved(store), room: roomOf(store) };
  } finally {
    store.close();
  }
}

/** Deletes documents that are marked as removed, and what nothing needs any more, some at a time. */
export function collectGarbage(database: string, { signal, advanced }: GarbageOptions): Promise<GarbageReport> {
  return writeAlone(database, "faktum gc", async (store) => {
    const { documents: all } = countRemoved(store);
    let [documents, facts] = [0, 0];
    while (!signal.aborted) {
      const deleted = deleteSomeRemoved(store);
      if (deleted.documents === 0) break;
      documents += deleted.documents;
      facts += deleted.facts;
      advanced(documents / all);
      await nextTurn();
    }
    const interrupted = signal.aborted;
    const unused = interrupted
      ? { containers: 0, lexiconVersions: 0 }
      : deleteUnused(store, [...lexiconVersions().languages.values()]);
    return { documents, facts, ...unused, room: roomOf(store), interrupted };
  });
}

/** Gives the room that is free in the database back to the disk. Returns what it was and is. */
export function giveRoomBack(database: string): Promise<{ readonly before: StoreRoom; readonly after: StoreRoom }> {
  return writeAlone(database, "faktum gc --vacuum", (store) => {
    const before = roomOf(store);
    vacuum(store);
    return { before, after: roomOf(store) };
  });
}
