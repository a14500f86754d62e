import type { Store } from "./store.js";

/** `ok`: read and its facts stored. `refused`: in no language that a lexicon covers. `failed`: could not be read or stored. */
export type DocumentStatus = "ok" | "refused" | "failed";

export interface KnownDocument {
  /** Absent when the file could not be read at all. */
  readonly sha256?: string;
  /** Version of the whole set of lexicons that was in force. */
  readonly lexiconVersion: string;
  readonly status: DocumentStatus;
}

interface KnownRow {
  readonly path: string;
  readonly sha256: string | null;
  readonly lexicon_version: string;
  readonly status: DocumentStatus;
}

/** Every document of the store by its path: a run skips those whose bytes and lexicons are the same. */
export function knownDocuments(store: Store): ReadonlyMap<string, KnownDocument> {
  return store.guard(() => {
    const known = new Map<string, KnownDocument>();
    const rows = store.statement<KnownRow>("SELECT path, sha256, lexicon_version, status FROM documents").iterate();
    for (const { path, sha256, lexicon_version: lexiconVersion, status } of rows) {
      known.set(path, sha256 === null ? { lexiconVersion, status } : { sha256, lexiconVersion, status });
    }
    return known;
  });
}
