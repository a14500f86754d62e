import type { Diagnostic } from "../model/diagnostic.js";
import type { Run } from "./runs.js";
import type { Store } from "./store.js";

/** Adds to what is known against a document, after what is there; to be called inside a transaction. */
export function insertDiagnostics(
  store: Store,
  run: Run,
  documentKey: number,
  diagnostics: readonly Diagnostic[],
): void {
  if (diagnostics.length === 0) return;
  const next = store.statement<{ readonly ordinal: number }>(NEXT_ORDINAL).get(documentKey)?.ordinal ?? 0;
  const insert = store.statement(INSERT_DIAGNOSTIC);
  for (const [index, { code, severity, stage, message, span }] of diagnostics.entries()) {
    insert.run(
      documentKey,
      next + index,
      run.id,
      code,
      severity,
      stage,
      message,
      span?.start ?? null,
      span?.end ?? null,
    );
  }
}

const NEXT_ORDINAL = "SELECT coalesce(max(ordinal) + 1, 0) AS ordinal FROM diagnostics WHERE document_id = ?";

const INSERT_DIAGNOSTIC = `
  INSERT INTO diagnostics (document_id, ordinal, run_id, code, severity, stage, message, span_start, span_end)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`;
