import type { Store } from "../../store/store.js";

/** Ids of documents by their paths; of paths that no document has there is none. */
export function documentsAt(store: Store, paths: readonly string[]): ReadonlyMap<string, number> {
  const rows = store.guard(() =>
    store
      .statement<{ readonly path: string; readonly id: number }>(
        "SELECT path, id FROM documents WHERE path IN (SELECT value FROM json_each(?))",
      )
      .all(JSON.stringify(paths)),
  );
  return new Map(rows.map(({ path, id }) => [path, id]));
}
