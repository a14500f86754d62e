import type { Store } from "./store.js";

/** A file whose bytes are the same and whose time is another: with it the next run need not open it. */
export interface TouchedFile {
  readonly path: string;
  readonly bytes: number;
  /** In ms since 1970. */
  readonly fileModified: number;
}

/** What was told against a stored file that could not be opened for a while is no longer so. To be called inside a transaction. */
export function touchFiles(store: Store, files: readonly TouchedFile[]): void {
  for (const { path, bytes, fileModified } of files) {
    store.statement("UPDATE documents SET file_modified = ?, bytes = ? WHERE path = ?").run(fileModified, bytes, path);
    store.statement(FORGET).run(path);
    store.statement("UPDATE containers SET file_modified = ? WHERE path = ?").run(fileModified, path);
  }
}

const FORGET = `
  DELETE FROM diagnostics
  WHERE severity = 'error' AND document_id = (SELECT id FROM documents WHERE path = ? AND status <> 'failed')`;
