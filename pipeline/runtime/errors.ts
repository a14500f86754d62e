import { openStore } from "../store/open-store.js";
import {
  ignoreDocuments,
  type QuarantinedDocument,
  quarantined,
  quarantinedAt,
  releaseDocuments,
} from "../store/quarantined.js";
import type { Store } from "../store/store.js";
import { writeAlone } from "../store/write-alone.js";
import { FaktumError } from "./faktum-error.js";

/** The documents that failed, in the order of their paths. */
export function listErrors(database: string, options: { readonly ignored: boolean }): readonly QuarantinedDocument[] {
  const store = openStore(database, { mode: "read" });
  try {
    return quarantined(store, options);
  } finally {
    store.close();
  }
}

/** All that is told against the documents at paths. Throws FaktumError for one against which nothing is. */
export function showErrors(database: string, paths: readonly string[]): readonly QuarantinedDocument[] {
  const store = openStore(database, { mode: "read" });
  try {
    return paths.flatMap((path) => {
      const told = quarantinedAt(store, path);
      if (told.length === 0) throw notFailed(path);
      return told;
    });
  } finally {
    store.close();
  }
}

/** Has the next run read failed documents again, all of them when no paths are given. Returns the files to read. */
export function releaseErrors(database: string, paths: readonly string[]): Promise<readonly string[]> {
  return changed(database, "faktum errors retry", paths, releaseDocuments);
}

/** Has failed documents not be told again until they change. Returns how many. */
export function ignoreErrors(database: string, paths: readonly string[]): Promise<number> {
  return changed(database, "faktum errors ignore", paths, (store, chosen) => {
    ignoreDocuments(store, chosen, new Date().toISOString());
    return chosen.length;
  });
}

/** `work` with the failed documents at paths, or with all of them. Throws FaktumError for a path that has none. */
function changed<Result>(
  database: string,
  command: string,
  paths: readonly string[],
  work: (store: Store, paths: readonly string[]) => Result,
): Promise<Result> {
  return writeAlone(database, command, (store) => {
    const known = new Set(quarantined(store, { ignored: true }).map(({ path }) => path));
    for (const path of paths) if (!known.has(path)) throw notFailed(path);
    return work(store, paths.length > 0 ? paths : [...known]);
  });
}

function notFailed(path: string): FaktumError {
  const message = `${path}: no document of this path has failed; "faktum errors list" shows those that have`;
  return new FaktumError("errors.not-failed", message, { exitCode: 2 });
}
