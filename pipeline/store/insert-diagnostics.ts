import type { Diagnostic } from "../model/diagnostic.js";
import { insertSql } from "./insert-sql.js";
import { diagnosticRow } from "./prepare-document.js";
import { type ColumnValue, DIAGNOSTIC_COLUMNS } from "./prepared-document.js";
import type { Run } from "./runs.js";
import type { Store } from "./store.js";

/** Adds to what is known against a document, after what is there; to be called inside a transaction. */
export function insertDiagnostics(
  store: Store,
  run: Run,
  documentKey: number,
  diagnostics: readonly Diagnostic[],
): void {
  insertDiagnosticRows(store, run, documentKey, diagnostics.flatMap(diagnosticRow));
}

/** Likewise for rows of `DIAGNOSTIC_COLUMNS`, one behind the other. */
export function insertDiagnosticRows(store: Store, run: Run, documentKey: number, rows: readonly ColumnValue[]): void {
  if (rows.length === 0) return;
  let ordinal = store.statement<{ readonly ordinal: number }>(NEXT_ORDINAL).get(documentKey)?.ordinal ?? 0;
  const insert = store.statement(INSERT_DIAGNOSTIC);
  for (let at = 0; at < rows.length; at += DIAGNOSTIC_COLUMNS.length) {
    insert.run(documentKey, ordinal, run.id, ...rows.slice(at, at + DIAGNOSTIC_COLUMNS.length));
    ordinal += 1;
  }
}

const NEXT_ORDINAL = "SELECT coalesce(max(ordinal) + 1, 0) AS ordinal FROM diagnostics WHERE document_id = ?";

const INSERT_DIAGNOSTIC = insertSql("diagnostics", ["document_id", "ordinal", "run_id", ...DIAGNOSTIC_COLUMNS]);
