import { forgetWords, type IndexedText } from "./delete-document.js";
import { DOCUMENT_COLUMNS, type PreparedDocument, SENTENCE_COLUMNS } from "./prepared-document.js";
import type { Store } from "./store.js";

/** A path's document in a batch: what the full-text index knew of the one before it, and what stands there now. */
export interface Exchange {
  readonly before?: IndexedText | undefined;
  /** Absent when the new one could not be stored. */
  readonly after?: { readonly key: number; readonly prepared: PreparedDocument };
}

/**
 * Brings the full-text index up to date with a batch, when all its documents are stored. A text that is only analysed
 * anew has the words that it had: those are left alone, they are most of the cost of storing it. Others go in ascending
 * order of their keys, first out, then in.
 */
export function exchangeWords(store: Store, exchanges: readonly Exchange[]): void {
  const changed = exchanges.filter((exchange) => !keepsWords(exchange));
  const gone = changed.flatMap(({ before }) => (before === undefined || before.sentences.length === 0 ? [] : [before]));
  for (const before of gone.sort((one, other) => firstKey(one) - firstKey(other))) forgetWords(store, before);
  const added = changed.flatMap(({ after }) => (after === undefined ? [] : [after]));
  const insert = store.statement("INSERT INTO sentence_words (rowid, words, forms) VALUES (?, ?, ?)");
  for (const { key, prepared } of added.sort((one, other) => one.key - other.key)) {
    const { words } = prepared;
    // Sentences are numbered from 0 without a gap, and each has two texts.
    for (let at = 0; at < words.length; at += 2) insert.run(key + at / 2, words[at], words[at + 1]);
  }
}

function keepsWords({ before, after }: Exchange): boolean {
  if (before === undefined || after === undefined) return false;
  const { key, prepared } = after;
  const rows = prepared.sentences;
  return (
    before.sentences.length * SENTENCE_COLUMNS.length === rows.length &&
    before.sentences.every(({ id, start, end }, index) => {
      const at = index * SENTENCE_COLUMNS.length;
      return id === key + index && start === rows[at + START] && end === rows[at + END];
    }) &&
    before.text === prepared.document[TEXT]
  );
}

function firstKey({ sentences }: IndexedText): number {
  return sentences[0]?.id ?? 0;
}

const TEXT = DOCUMENT_COLUMNS.indexOf("text");
const START = SENTENCE_COLUMNS.indexOf("span_start");
const END = SENTENCE_COLUMNS.indexOf("span_end");
