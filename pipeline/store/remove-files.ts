import { memberPaths } from "./containers.js";
import { unlinkDocument } from "./link-document.js";
import { addFileChanges, type Run } from "./runs.js";
import type { Store } from "./store.js";

/**
 * Marks files as gone: their facts leave the views and stay until the garbage is collected. Of a container all documents
 * are. Returns how many documents were marked. `at`: ISO 8601, UTC.
 */
export function removeFiles(store: Store, run: Run, paths: readonly string[], at: string): number {
  return store.transaction(() => {
    let removed = 0;
    for (const path of paths) {
      for (const document of [path, ...memberPaths(store, path)]) removed += removeDocument(store, document, at);
      store.statement("UPDATE containers SET removed_at = ? WHERE path = ?").run(at, path);
    }
    addFileChanges(store, run, { removed, renamed: 0 });
    return removed;
  });
}

/** How many documents were marked, none or one. */
function removeDocument(store: Store, path: string, at: string): number {
  const row = store.statement<{ readonly id: number }>(PRESENT).get(path);
  if (row === undefined) return 0;
  unlinkDocument(store, row.id, () => store.statement(REMOVE).run(at, row.id));
  return 1;
}

const PRESENT = "SELECT id FROM documents WHERE path = ? AND removed_at IS NULL";
const REMOVE = "UPDATE documents SET removed_at = ?, duplicate_of = NULL WHERE id = ?";
