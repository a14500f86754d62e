import { unlinkDocument } from "./link-document.js";
import { searchForms, searchWords } from "./search-words.js";
import type { Store } from "./store.js";

/** What the full-text index knows of a document: its sentences, `start` and `end` in UTF-16 units of its text. */
export interface IndexedText {
  readonly text: string;
  readonly sentences: readonly { readonly id: number; readonly start: number; readonly end: number }[];
}

/**
 * Removes a document with its sentences, facts, diagnostics and words, and finds the original of its duplicates anew; to
 * be called inside a transaction. Of several the one with the smallest key should go first: the full-text index writes
 * itself out whenever keys stop ascending.
 */
export function deleteDocument(store: Store, path: string): void {
  const indexed = takeDocument(store, path);
  if (indexed !== undefined) forgetWords(store, indexed);
}

/**
 * Like `deleteDocument`, but its words stay in the full-text index, and what the index knows is returned: who puts the
 * same text in its place can leave them there. Nothing when no document stands at the path.
 */
export function takeDocument(store: Store, path: string): IndexedText | undefined {
  const stored = store.statement<{ readonly id: number; readonly text: string | null }>(STORED).get(path);
  if (stored === undefined) return undefined;
  const { id, text } = stored;
  const sentences = store.statement<IndexedText["sentences"][number]>(SENTENCES).all(id);
  unlinkDocument(store, id, () => {
    // Facts first: the sentences would look for theirs one by one. And those before the document: what the index knows of
    // the sentences that a document still has, a trigger makes it forget in a much slower way.
    for (const sql of DELETE) store.statement(sql).run(id);
  });
  return { text: text ?? "", sentences };
}

/** Takes a document's words out of the full-text index; it has to be told them as they were put in. */
export function forgetWords(store: Store, { text, sentences }: IndexedText): void {
  const forget = store.statement(FORGET);
  for (const { id, start, end } of sentences) {
    const sentence = text.slice(start, end);
    forget.run(id, searchWords(sentence), searchForms(sentence));
  }
}

const STORED = "SELECT id, text FROM documents WHERE path = ?";
const SENTENCES =
  'SELECT id, span_start AS "start", span_end AS "end" FROM sentences WHERE document_id = ? ORDER BY id';
const DELETE = [
  "DELETE FROM facts WHERE document_id = ?",
  "DELETE FROM sentences WHERE document_id = ?",
  "DELETE FROM documents WHERE id = ?",
];
const FORGET = "INSERT INTO sentence_words (sentence_words, rowid, words, forms) VALUES ('delete', ?, ?, ?)";
