import { memberPaths } from "./containers.js";
import { relinkDocument } from "./link-document.js";
import { addFileChanges, type Run } from "./runs.js";
import type { Store } from "./store.js";

export interface RenamedFile {
  readonly from: string;
  readonly to: string;
  /** Of the file at its new place, in ms since 1970. */
  readonly fileModified: number;
}

/**
 * Gives documents whose files were renamed their new path; all else about them stays, ids too. Of a container all
 * documents move. Returns how many.
 */
export function renameFiles(store: Store, run: Run, files: readonly RenamedFile[]): number {
  return store.transaction(() => {
    let renamed = 0;
    for (const { from, to, fileModified } of files) {
      const members = memberPaths(store, from);
      for (const path of [from, ...members]) {
        const row = store.statement<{ readonly id: number }>("SELECT id FROM documents WHERE path = ?").get(path);
        if (row === undefined) continue;
        store.statement("UPDATE documents SET path = ? WHERE id = ?").run(to + path.slice(from.length), row.id);
        relinkDocument(store, row.id);
        renamed += 1;
      }
      store.statement("UPDATE documents SET file_modified = ? WHERE path = ?").run(fileModified, to);
      store.statement("UPDATE containers SET path = ?, file_modified = ? WHERE path = ?").run(to, fileModified, from);
    }
    addFileChanges(store, run, { removed: 0, renamed });
    return renamed;
  });
}
