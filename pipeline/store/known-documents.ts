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

/**
 * Every file of the store by its path: a run skips those whose bytes and lexicons are the same. Articles in containers,
 * of which there may be many millions, are left out; ask `knownDocument` for them.
 */
export function knownDocuments(store: Store): ReadonlyMap<string, KnownDocument> {
  return store.guard(() => {
    const rows = store.statement<KnownRow>(FILES).iterate();
    const known = new Map<string, KnownDocument>();
    for (const row of rows) known.set(row.path, knownOf(row));
    return known;
  });
}

export function knownDocument(store: Store, path: string): KnownDocument | undefined {
  const row = store.guard(() => store.statement<KnownRow>(ONE).get(path));
  return row && knownOf(row);
}

function knownOf({ sha256, lexicon_version: lexiconVersion, status }: KnownRow): KnownDocument {
  return sha256 === null ? { lexiconVersion, status } : { sha256, lexiconVersion, status };
}

const FILES = "SELECT path, sha256, lexicon_version, status FROM documents WHERE instr(path, '#') = 0";
const ONE = "SELECT path, sha256, lexicon_version, status FROM documents WHERE path = ?";
