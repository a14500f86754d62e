import { relinkDocument } from "../link-document.js";
import { releaseDocuments } from "../quarantined.js";
import { searchForms, searchWords } from "../search-words.js";
import type { Store } from "../store.js";
import type { FoundProblems } from "./problem.js";

/** Mends what needs no text to be looked at, in one transaction: indexes, rows that belong to nothing, links. */
export function repairRows(store: Store, found: FoundProblems): void {
  store.withoutForeignKeys(() =>
    store.transaction(() => {
      if (found.has("index")) store.prepare("REINDEX").run();
      if (found.has("orphan")) for (const sql of DELETE_ORPHANS) store.statement(sql).run();
      if (found.has("engine")) for (const sql of FORGET_ENGINES) store.statement(sql).run();
      if (found.has("duplicate")) linkAnew(store);
      releaseDocuments(store, pathsOf(store, found.toRead));
    }),
  );
}

/** Whether the full-text index is to be built anew: it cannot be told to forget sentences that are not as they were. */
export function needsSearch(found: FoundProblems): boolean {
  return (["search", "orphan", "sentence", "text", "damaged"] as const).some((code) => found.has(code));
}

/** Documents at a time, so that texts do not fill the memory. */
const AT_A_TIME = 50;

/** Builds the full-text index anew from the sentences, in one transaction. */
export function rebuildSearch(store: Store): void {
  store.transaction(() => {
    store.statement(EMPTY_SEARCH).run();
    const insert = store.statement("INSERT INTO sentence_words (rowid, words, forms) VALUES (?, ?, ?)");
    for (const { id, text } of inPortions(store)) {
      for (const sentence of store.statement<SentenceRow>(SENTENCES).all(id)) {
        const words = text.slice(sentence.span_start, sentence.span_end);
        insert.run(sentence.id, searchWords(words), searchForms(words));
      }
    }
  });
}

/**
 * The documents of which a fact or sentence breaks a rule of its table. SQLite says only that there are some: each row is
 * written as it is, which checks it, and nothing of that is kept.
 */
export function breakingDocuments(store: Store): readonly number[] {
  const checks = (["facts", "sentences"] as const).map((table) => {
    const columns = store.statement<{ readonly name: string }>(`SELECT name FROM pragma_table_info('${table}')`).all();
    return `UPDATE ${table} SET ${columns.map(({ name }) => `${name} = ${name}`).join(", ")} WHERE document_id = ?`;
  });
  const breaking: number[] = [];
  for (const { id } of inPortions(store)) {
    try {
      store.transaction(() => {
        for (const sql of checks) store.statement(sql).run(id);
        throw TAKE_BACK;
      });
    } catch (error) {
      if (error !== TAKE_BACK) breaking.push(id);
    }
  }
  return breaking;
}

/** Paths of documents whose files were there when a run last looked. */
export function pathsOf(store: Store, keys: Iterable<number>): readonly string[] {
  const path = store.statement<{ readonly path: string }>(PATH);
  return [...keys].flatMap((key) => path.get(key)?.path ?? []);
}

interface SentenceRow {
  readonly id: number;
  readonly span_start: number;
  readonly span_end: number;
}

interface TextRow {
  readonly id: number;
  readonly text: string;
}

/** Documents with a text, by ascending keys; the store may be written to meanwhile. */
function* inPortions(store: Store): Generator<TextRow> {
  let last = -1;
  for (;;) {
    const some = store.statement<TextRow>(SOME_TEXTS).all(last, AT_A_TIME);
    yield* some;
    const end = some.at(-1);
    if (end === undefined) return;
    last = end.id;
  }
}

function linkAnew(store: Store): void {
  const wrong = store.statement<{ readonly id: number }>(WRONGLY_LINKED).all();
  for (const { id } of wrong) store.statement("UPDATE documents SET duplicate_of = NULL WHERE id = ?").run(id);
  for (const { id } of wrong) relinkDocument(store, id);
}

/** Thrown to undo a transaction that only asked. */
const TAKE_BACK = new Error("nothing of this is kept");

const EMPTY_SEARCH = "INSERT INTO sentence_words (sentence_words) VALUES ('delete-all')";
const SENTENCES = "SELECT id, span_start, span_end FROM sentences WHERE document_id = ? ORDER BY id";
const SOME_TEXTS = "SELECT id, text FROM documents WHERE id > ? AND text IS NOT NULL ORDER BY id LIMIT ?";
const PATH = "SELECT path FROM documents WHERE id = ? AND removed_at IS NULL";
const DELETE_ORPHANS = [
  "DELETE FROM sentences WHERE document_id NOT IN (SELECT id FROM documents)",
  "DELETE FROM facts WHERE document_id NOT IN (SELECT id FROM documents) OR sentence_id NOT IN (SELECT id FROM sentences)",
  "DELETE FROM diagnostics WHERE document_id NOT IN (SELECT id FROM documents)",
  "DELETE FROM rules WHERE lexicon_version NOT IN (SELECT version FROM lexicon_versions)",
  "DELETE FROM texts WHERE hash NOT IN (SELECT text_hash FROM documents WHERE text_hash IS NOT NULL AND removed_at IS NULL)",
  "DELETE FROM text_keys WHERE text_hash NOT IN (SELECT hash FROM texts)",
];
const FORGET_ENGINES = [
  "UPDATE documents SET engine_id = NULL WHERE engine_id NOT IN (SELECT id FROM engines)",
  "UPDATE containers SET engine_id = NULL WHERE engine_id NOT IN (SELECT id FROM engines)",
];
const WRONGLY_LINKED = `
  SELECT copy.id AS id FROM documents AS copy LEFT JOIN documents AS original ON original.id = copy.duplicate_of
  WHERE copy.duplicate_of IS NOT NULL AND (
    original.id IS NULL OR original.id = copy.id OR original.removed_at IS NOT NULL OR copy.removed_at IS NOT NULL
  )`;
