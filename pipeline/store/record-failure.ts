import { createHash } from "node:crypto";
import type { Diagnostic } from "../model/diagnostic.js";
import { deleteDocument } from "./delete-document.js";
import { documentKey } from "./document-key.js";
import { insertDiagnostics } from "./insert-diagnostics.js";
import type { DocumentStatus } from "./known-files.js";
import { addToRun, type Run } from "./runs.js";
import type { Store } from "./store.js";

/** A file that gave no document. */
export interface FailedDocument {
  readonly path: string;
  /** Of the bytes, where they could be read. */
  readonly sha256?: string | undefined;
  /** With `fileModified`, in ms since 1970, what the file is known by; absent like `sha256`, or in a container. */
  readonly bytes?: number | undefined;
  readonly fileModified?: number | undefined;
  readonly isMember?: boolean;
  readonly diagnostic: Diagnostic;
}

interface StoredRow {
  readonly id: number;
  readonly sha256: string | null;
  readonly engine_id: number | null;
  readonly file_modified: number | null;
  readonly removed_at: string | null;
  readonly status: DocumentStatus;
}

/**
 * Records that a file failed. Bytes that are known replace what was stored of the path: its facts are no longer in the
 * file. A file that could not be read at all keeps what was stored before, and the failure is added to it. The same
 * failure of the same bytes is written once.
 */
export function recordFailure(store: Store, run: Run, failure: FailedDocument): void {
  store.transaction(() => {
    const stored = store.statement<StoredRow>(STORED).get(failure.path);
    if (stored !== undefined && isKept(stored, failure)) {
      if (isTold(store, stored.id, failure.diagnostic)) return;
      insertDiagnostics(store, run, stored.id, [failure.diagnostic]);
      // So that the next run opens it, and finds it as it was.
      store.statement("UPDATE documents SET file_modified = NULL WHERE id = ?").run(stored.id);
    } else {
      if (stored !== undefined && isSameFailure(store, run, stored, failure)) return;
      replaceByFailure(store, run, failure);
    }
    addToRun(store, run, { stored: 0, refused: 0, failed: 1, facts: 0 });
  });
}

/** Puts a failed document in the place of whatever the path had; to be called inside a transaction. */
export function replaceByFailure(store: Store, run: Run, failure: FailedDocument): void {
  const { path, sha256, bytes, fileModified, isMember = false, diagnostic } = failure;
  deleteDocument(store, path);
  const key = documentKey(store, failureId(path, sha256), 0);
  store
    .statement(INSERT_FAILED)
    .run(
      key,
      path,
      sha256 ?? null,
      bytes ?? null,
      fileModified ?? null,
      isMember ? 1 : 0,
      run.id,
      run.lexiconVersion,
      run.engines.idForFailure(),
    );
  insertDiagnostics(store, run, key, [diagnostic]);
}

function isKept(stored: StoredRow, failure: FailedDocument): boolean {
  return failure.sha256 === undefined && stored.status !== "failed";
}

function isSameFailure(
  store: Store,
  run: Run,
  stored: StoredRow,
  { sha256, fileModified, diagnostic }: FailedDocument,
): boolean {
  return (
    stored.status === "failed" &&
    stored.sha256 === (sha256 ?? null) &&
    stored.file_modified === (fileModified ?? null) &&
    stored.engine_id === run.engines.idForFailure() &&
    stored.removed_at === null &&
    isTold(store, stored.id, diagnostic)
  );
}

function isTold(store: Store, documentKey: number, { code, message }: Diagnostic): boolean {
  return store.statement(TOLD).get(documentKey, code, message) !== undefined;
}

/** From path and bytes like any document's id, and never one of those. */
function failureId(path: string, sha256 = ""): string {
  return createHash("sha256").update(`failed\n${path}\n${sha256}`).digest("hex").slice(0, 32);
}

const STORED = "SELECT id, sha256, engine_id, file_modified, removed_at, status FROM documents WHERE path = ?";
const TOLD = "SELECT 1 FROM diagnostics WHERE document_id = ? AND code = ? AND message = ?";
const INSERT_FAILED = `
  INSERT INTO documents (
    id, path, sha256, bytes, file_modified, member, status, run_id, lexicon_version, engine_id
  ) VALUES (?, ?, ?, ?, ?, ?, 'failed', ?, ?, ?)`;
