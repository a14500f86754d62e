import { containerOf, recountFailures } from "./containers.js";
import type { Store } from "./store.js";

/** A document that failed, with what is wrong and what to do about it. */
export interface QuarantinedDocument {
  readonly path: string;
  readonly stage: string;
  readonly code: string;
  readonly reason: string;
  readonly remedy: string | null;
  /** ISO 8601, UTC: start of the run that found it. */
  readonly since: string;
  readonly ignored_at: string | null;
}

/** In the order of their paths; with those that are ignored only when asked for. */
export function quarantined(store: Store, { ignored }: { readonly ignored: boolean }): readonly QuarantinedDocument[] {
  const sql = `${QUARANTINE} ${ignored ? "" : "WHERE ignored_at IS NULL"} ORDER BY path`;
  return store.guard(() => store.statement<QuarantinedDocument>(sql).all());
}

/** All that is told against the document at a path. */
export function quarantinedAt(store: Store, path: string): readonly QuarantinedDocument[] {
  return store.guard(() => store.statement<QuarantinedDocument>(`${QUARANTINE} WHERE path = ?`).all(path));
}

/**
 * Forgets what failed documents were known by, so that the next run reads them whatever has not changed. Returns the files
 * to read: theirs, or those of the containers that they lie in.
 */
export function releaseDocuments(store: Store, paths: readonly string[]): readonly string[] {
  return store.transaction(() => {
    const files = new Set<string>();
    for (const path of paths) {
      store.statement("UPDATE documents SET engine_id = NULL, ignored_at = NULL WHERE path = ?").run(path);
      const container = containerOf(store, path);
      if (container === undefined) {
        store.statement("UPDATE documents SET file_modified = NULL WHERE path = ?").run(path);
      } else {
        store.statement("UPDATE containers SET complete = 0 WHERE path = ?").run(container);
      }
      files.add(container ?? path);
    }
    return [...files];
  });
}

/** Notes that failed documents need not be told again until they change. `at`: ISO 8601, UTC. */
export function ignoreDocuments(store: Store, paths: readonly string[], at: string): void {
  store.transaction(() => {
    for (const path of paths) {
      store.statement("UPDATE documents SET ignored_at = ? WHERE path = ? AND status = 'failed'").run(at, path);
      const container = containerOf(store, path);
      if (container !== undefined) recountFailures(store, container);
    }
  });
}

const QUARANTINE = "SELECT path, stage, code, reason, remedy, since, ignored_at FROM quarantine";
