import type { Store } from "./store.js";

const HEX_ID = /^[0-9a-f]{32}$/u;
const KEY_DIGITS = 12;

/**
 * The integer that stands for a document in the database: the first 12 hex digits of its id, halved, so below 2^47 and
 * exact in every program that reads the database. Its sentences have the integers from there on: sentence `n` has key
 * plus `n`. Both come from the content, so that the same corpus gives the same database in whatever order it is read.
 *
 * Where another document already lies in that stretch (one pair in 10^4 databases of 20,000 articles), the key is taken
 * from further on in the id. Throws RangeError when the id is not 32 hex digits.
 */
export function documentKey(store: Store, documentId: string, sentences: number): number {
  if (!HEX_ID.test(documentId)) throw new RangeError(`document id ${documentId}: give 32 lower-case hex digits`);
  for (let from = 0; from + KEY_DIGITS <= documentId.length; from++) {
    const key = Math.floor(Number.parseInt(documentId.slice(from, from + KEY_DIGITS), 16) / 2);
    if (isFree(store, key, key + Math.max(sentences - 1, 0))) return key;
  }
  throw new RangeError(`document id ${documentId}: every place for it is taken; the id is not a hash`);
}

function isFree(store: Store, first: number, last: number): boolean {
  return store.statement(TAKEN).get(first, first, last) === undefined;
}

const TAKEN = `
  SELECT 1 WHERE EXISTS (SELECT 1 FROM documents WHERE id = ?)
    OR EXISTS (SELECT 1 FROM sentences WHERE id BETWEEN ? AND ?)`;
