import Database from "better-sqlite3";

/**
 * What a database holds of each document, by path: its bytes, text, sentences, words, facts and what is told against it.
 * Throws when the database itself is not whole, or holds a row that belongs to no document.
 */
export function wholeDocuments(file: string): ReadonlyMap<string, string> {
  const database = new Database(file, { readonly: true, fileMustExist: true });
  try {
    const integrity = database.pragma("integrity_check", { simple: true });
    const strays = database.pragma("foreign_key_check") as readonly unknown[];
    const orphans = database.prepare(ORPHANS).pluck().get();
    if (integrity !== "ok" || strays.length > 0 || orphans !== 0) {
      throw new Error(`${file}: ${String(integrity)}, ${strays.length} strays, ${String(orphans)} orphans`);
    }
    const rows = database.prepare(DOCUMENTS).raw().all() as readonly (readonly unknown[])[];
    return new Map(rows.map(([path, ...rest]) => [String(path), JSON.stringify(rest)]));
  } finally {
    database.close();
  }
}

const ORPHANS = "SELECT count(*) FROM sentence_words_docsize WHERE id NOT IN (SELECT id FROM sentences)";

const DOCUMENTS = `
  SELECT
    path, id, sha256, status, text,
    (SELECT count(*) FROM sentences WHERE document_id = documents.id),
    (SELECT count(*) FROM sentence_words_docsize
      WHERE id IN (SELECT id FROM sentences WHERE document_id = documents.id)),
    (SELECT group_concat(id ORDER BY id) FROM facts WHERE document_id = documents.id),
    (SELECT count(*) FROM diagnostics WHERE document_id = documents.id)
  FROM documents`;
