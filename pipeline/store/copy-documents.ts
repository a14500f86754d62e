import { insertSql } from "./insert-sql.js";
import { relinkDocument } from "./link-document.js";
import { searchForms, searchWords } from "./search-words.js";
import type { Store } from "./store.js";
import { storedText } from "./stored-text.js";

/** Documents copied in one transaction. */
const PORTION = 100;

/**
 * Copies documents with all that belongs to them - sentences, facts, words, diagnostics, what they were made by, their marks and
 * what is known of changes - into a new database. `keys` ascend, as the full-text index wants it. `goesOn` is asked between portions;
 * nothing else is copied once it says no.
 */
export async function copyDocuments(
  source: Store,
  target: Store,
  keys: readonly number[],
  goesOn: () => boolean,
): Promise<void> {
  // References are whole at the end: a document may name one that is copied later.
  for (const table of ["runs", "lexicon_versions", "rules", "engines"]) copyRows(source, target, table, "TRUE", []);
  for (let at = 0; at < keys.length; at += PORTION) {
    await new Promise((resolve) => setImmediate(resolve));
    if (!goesOn()) return;
    target.withoutForeignKeys(() =>
      target.transaction(() => {
        for (const key of keys.slice(at, at + PORTION)) copyDocument(source, target, key);
      }),
    );
  }
  target.transaction(() => {
    for (const { id } of target.statement<{ readonly id: number }>(LOST_ORIGINAL).all()) {
      target.statement("UPDATE documents SET duplicate_of = NULL WHERE id = ?").run(id);
      relinkDocument(target, id);
    }
    copyContainers(source, target);
  });
}

function copyDocument(source: Store, target: Store, key: number): void {
  copyRows(source, target, "documents", "id = ?", [key]);
  copyRows(source, target, "sentences", "document_id = ?", [key]);
  copyRows(source, target, "facts", "document_id = ?", [key]);
  copyRows(source, target, "diagnostics", "document_id = ?", [key]);
  const document = source.statement<DocumentRow>(DOCUMENT).get(key);
  if (document === undefined) return;
  copyRows(source, target, "texts", "hash = ?", [document.text_hash]);
  const insertKey = target.statement("INSERT INTO text_keys (key, text_hash) VALUES (?, ?) ON CONFLICT DO NOTHING");
  for (const textKey of keysOf(source, document.text_hash)) insertKey.run(textKey, document.text_hash);
  copyRows(source, target, "marks", "sha256 = ?", [document.sha256]);
  copyRows(source, target, "fact_changes", "path = ?", [document.path]);
  const insert = target.statement("INSERT INTO sentence_words (rowid, words, forms) VALUES (?, ?, ?)");
  for (const { id, span_start, span_end } of source.statement<SentenceRow>(SENTENCES).all(key)) {
    const sentence = (document.text ?? "").slice(span_start, span_end);
    insert.run(id, searchWords(sentence), searchForms(sentence));
  }
}

/** `text_keys` is looked up by key; which keys a text has its fingerprint says. */
function keysOf(source: Store, textHash: number | null): readonly number[] {
  return textHash === null ? [] : (storedText(source, textHash)?.keys ?? []);
}

interface DocumentRow {
  readonly path: string;
  readonly sha256: string | null;
  readonly text_hash: number | null;
  readonly text: string | null;
}

interface SentenceRow {
  readonly id: number;
  readonly span_start: number;
  readonly span_end: number;
}

/** Rows as they are; those that are there already stay. */
function copyRows(source: Store, target: Store, table: string, condition: string, values: readonly unknown[]): void {
  const columns = source
    .statement<{ readonly name: string }>(`SELECT name FROM pragma_table_info('${table}')`)
    .all()
    .map(({ name }) => name);
  const insert = target.statement(`${insertSql(table, columns)} ON CONFLICT DO NOTHING`);
  const rows = source.statement<Readonly<Record<string, unknown>>>(
    `SELECT ${columns.join(", ")} FROM ${table} WHERE ${condition}`,
  );
  for (const row of rows.iterate(...values)) insert.run(...columns.map((name) => row[name]));
}

/** As far as they hold copied articles; marked as read in part, so that a run with their files reads them to their ends. */
function copyContainers(source: Store, target: Store): void {
  for (const { path } of source.statement<{ readonly path: string }>("SELECT path FROM containers").all()) {
    const held = target.statement<{ readonly n: number }>(HELD).get(`${path}#`, `${path}$`)?.n ?? 0;
    if (held === 0) continue;
    copyRows(source, target, "containers", "path = ?", [path]);
    target.statement("UPDATE containers SET complete = 0, documents = ?, failed = 0 WHERE path = ?").run(held, path);
  }
}

const DOCUMENT = "SELECT path, sha256, text_hash, text FROM documents WHERE id = ?";
const SENTENCES = "SELECT id, span_start, span_end FROM sentences WHERE document_id = ? ORDER BY id";
const LOST_ORIGINAL =
  "SELECT id FROM documents WHERE duplicate_of IS NOT NULL AND duplicate_of NOT IN (SELECT id FROM documents)";
/** `$` is the sign behind `#`. */
const HELD = "SELECT count(*) AS n FROM documents WHERE member = 1 AND path >= ? AND path < ?";
