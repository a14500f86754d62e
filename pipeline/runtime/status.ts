import { Engines } from "../store/engines.js";
import { openStore } from "../store/open-store.js";
import { type LockOwner, runLockOwner } from "../store/run-lock.js";
import { roomOf, type StoreRoom } from "../store/store-room.js";
import { type StoreStatus, storeStatus } from "../store/store-status.js";
import { engineVersion } from "./engine-version.js";
import { lexiconVersions } from "./lexicon-versions.js";

export interface DatabaseStatus extends StoreStatus {
  readonly database: string;
  readonly room: StoreRoom;
  /** Who writes to it now. */
  readonly running?: LockOwner;
}

const LAST_RUNS = 5;

/** What a database holds and what is being done with it. Throws StoreError when it cannot be read. */
export function databaseStatus(database: string): DatabaseStatus {
  const store = openStore(database, { mode: "read" });
  try {
    const { languages, detector, boilerplate } = lexiconVersions();
    const engines = new Engines(store, { program: engineVersion(), detector, boilerplate, lexicons: languages });
    const running = runLockOwner(database);
    const status = { database, room: roomOf(store), ...storeStatus(store, engines, LAST_RUNS) };
    return running === undefined ? status : { ...status, running };
  } finally {
    store.close();
  }
}
