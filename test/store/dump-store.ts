import type { Store } from "../../pipeline/store/store.js";
import { rowsOf } from "./temporary-store.js";

/** Tables whose rows are stored contents; the full-text index is compared by what it finds. */
const TABLES = [
  "runs",
  "lexicon_versions",
  "rules",
  "documents",
  "sentences",
  "facts",
  "diagnostics",
  "texts",
  "text_keys",
];

/** Everything in a store but the times of its runs, in an order of its own, so that equal contents are equal texts. */
export function dumpStore(store: Store): string {
  const rows = TABLES.flatMap((table) => {
    const columns = rowsOf(store, `SELECT name FROM pragma_table_info('${table}')`).flat();
    const compared = columns.filter((name) => name !== "started_at" && name !== "finished_at").join(", ");
    return rowsOf(store, `SELECT '${table}', ${compared} FROM ${table} ORDER BY ${compared}`);
  });
  const words = rowsOf(store, "SELECT rowid FROM sentence_words ORDER BY rowid");
  return [...rows, ...words].map((row) => JSON.stringify(row)).join("\n");
}
