import { coversText } from "../../extractors/covers-text.js";
import type { Fingerprint } from "../model/fingerprint.js";
import type { Store } from "./store.js";
import { fingerprintBlobs, type StoredText, storedFingerprint } from "./stored-fingerprint.js";

/** Of the texts that share a key so many are compared; more share it only when it is a common phrase. */
const MOST_CANDIDATES = 64;

/**
 * Links a document that was just stored, and the documents that it is the original of; to be called inside a transaction.
 * Documents of the same text have one original, the earliest published, then the first by path; it may in turn be covered
 * by an earlier text. What links exist depends on what is stored, not on the order in which it came.
 */
export function linkDocument(store: Store, key: number, fingerprint: Fingerprint): void {
  const { textHash } = fingerprint;
  addText(store, fingerprint);
  const first = firstOf(store, textHash);
  if (first !== key) {
    // The others of its text know already what they are copies of.
    store.statement(SET_ONE).run(originalOf(store, first) ?? first ?? null, key);
    return;
  }
  relinkText(store, textHash);
  for (const copy of candidates(store, textHash)) {
    if (!coversText(fingerprint, copy.fingerprint)) continue;
    const firstCopy = firstOf(store, copy.textHash);
    if (firstCopy === undefined || !isBefore(store, key, firstCopy)) continue;
    const known = originalOf(store, firstCopy);
    if (known === undefined || isBefore(store, key, known)) setOriginal(store, copy.textHash, key);
  }
}

/** Removes a document's text if no other has it, and links anew what had the document as its original. `remove` deletes its row. */
export function unlinkDocument(store: Store, key: number, remove: () => void): void {
  const textHash = store.statement<{ readonly text_hash: number | null }>(TEXT_OF).get(key)?.text_hash ?? undefined;
  const orphans =
    textHash === undefined ? [] : store.statement<{ readonly text_hash: number }>(TEXTS_LINKED_TO).all(key);
  remove();
  if (textHash === undefined) return;
  if (firstOf(store, textHash) === undefined) removeText(store, textHash);
  for (const orphan of orphans) relinkText(store, orphan.text_hash);
}

/** Finds the original of all documents of a text anew. */
function relinkText(store: Store, textHash: number): void {
  const first = firstOf(store, textHash);
  const text = storedFingerprint(store, textHash);
  if (first === undefined || text === undefined) return;
  let original = first;
  for (const candidate of candidates(store, textHash)) {
    if (!coversText(candidate.fingerprint, text.fingerprint)) continue;
    const other = firstOf(store, candidate.textHash);
    if (other !== undefined && isBefore(store, other, original)) original = other;
  }
  setOriginal(store, textHash, original);
}

/** Texts that share a key with this one. */
function candidates(store: Store, textHash: number): readonly StoredText[] {
  const keys = storedFingerprint(store, textHash)?.keys ?? [];
  const found = new Set<number>();
  for (const key of keys) {
    const sharing = store.statement<{ readonly text_hash: number }>(SHARING_KEY).all(key, MOST_CANDIDATES);
    for (const { text_hash: other } of sharing) found.add(other);
  }
  found.delete(textHash);
  return [...found].flatMap((other) => storedFingerprint(store, other) ?? []);
}

function addText(store: Store, fingerprint: Fingerprint): void {
  const { textHash, sampling } = fingerprint;
  const { keys, shingles, figures } = fingerprintBlobs(fingerprint);
  const { changes } = store.statement(INSERT_TEXT).run(textHash, sampling, keys, shingles, figures);
  if (changes === 0) return;
  for (const key of storedFingerprint(store, textHash)?.keys ?? []) store.statement(INSERT_KEY).run(key, textHash);
}

function removeText(store: Store, textHash: number): void {
  for (const key of storedFingerprint(store, textHash)?.keys ?? []) store.statement(DELETE_KEY).run(key, textHash);
  store.statement("DELETE FROM texts WHERE hash = ?").run(textHash);
}

function firstOf(store: Store, textHash: number): number | undefined {
  return store.statement<{ readonly id: number }>(FIRST_OF).get(textHash)?.id;
}

function originalOf(store: Store, key: number | undefined): number | undefined {
  if (key === undefined) return undefined;
  const row = store.statement<{ readonly duplicate_of: number | null }>(ORIGINAL_OF).get(key);
  return row?.duplicate_of ?? undefined;
}

function isBefore(store: Store, one: number, other: number): boolean {
  return one !== other && store.statement<{ readonly id: number }>(EARLIER).get(one, other)?.id === one;
}

function setOriginal(store: Store, textHash: number, original: number): void {
  store.statement(SET_ORIGINAL).run(original, textHash, original);
}

const IN_ORDER = "coalesce(published_at, '9999'), path";
const FIRST_OF = `SELECT id FROM documents WHERE text_hash = ? ORDER BY ${IN_ORDER} LIMIT 1`;
const EARLIER = `SELECT id FROM documents WHERE id IN (?, ?) ORDER BY ${IN_ORDER} LIMIT 1`;
const TEXT_OF = "SELECT text_hash FROM documents WHERE id = ?";
const ORIGINAL_OF = "SELECT duplicate_of FROM documents WHERE id = ?";
const TEXTS_LINKED_TO = "SELECT DISTINCT text_hash FROM documents WHERE duplicate_of = ?";
const SHARING_KEY = "SELECT text_hash FROM text_keys WHERE key = ? ORDER BY text_hash LIMIT ?";
const SET_ONE = "UPDATE documents SET duplicate_of = ? WHERE id = ?";
const SET_ORIGINAL =
  "UPDATE documents SET duplicate_of = nullif(?, id) WHERE text_hash = ? AND duplicate_of IS NOT nullif(?, id)";
const INSERT_TEXT = "INSERT OR IGNORE INTO texts (hash, sampling, keys, shingles, figures) VALUES (?, ?, ?, ?, ?)";
const INSERT_KEY = "INSERT OR IGNORE INTO text_keys (key, text_hash) VALUES (?, ?)";
const DELETE_KEY = "DELETE FROM text_keys WHERE key = ? AND text_hash = ?";
