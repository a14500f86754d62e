import { coversText } from "../../extractors/covers-text.js";
import type { Fingerprint } from "../model/fingerprint.js";
import type { Store } from "./store.js";
import { fingerprintBlobs, lookupKeys, type StoredText, storedText } from "./stored-text.js";

/** Of the texts that share a key so many are compared; more share it only when it is a common phrase. */
const MOST_CANDIDATES = 64;

/**
 * Links a document that was just stored, and the documents that it is the original of; to be called inside a transaction.
 * Documents of the same text have one original, the earliest published, then the first by path; it may in turn be covered
 * by an earlier text. What links exist depends on what is stored, not on the order in which it came.
 */
export function linkDocument(store: Store, key: number, fingerprint: Fingerprint): void {
  const { textHash } = fingerprint;
  const text: StoredText = { textHash, keys: lookupKeys(fingerprint.keys), fingerprint };
  const isNewText = addText(store, text, fingerprint);
  const first = isNewText ? key : firstOf(store, textHash);
  if (first !== key) {
    // The others of its text know already what they are copies of.
    store.statement(SET_ONE).run(originalOf(store, first) ?? first ?? null, key);
    return;
  }
  const near = candidates(store, text);
  const original = originalAmong(store, near, text, key);
  if (original !== key || !isNewText) setOriginal(store, textHash, original);
  for (const copy of near) {
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

/**
 * Finds anew what a document is a copy of, and what are copies of it: of two that were published at the same time the
 * first by path is the original, and its path has changed.
 */
export function relinkDocument(store: Store, key: number): void {
  const textHash = store.statement<{ readonly text_hash: number | null }>(TEXT_OF).get(key)?.text_hash ?? undefined;
  const text = textHash === undefined ? undefined : storedText(store, textHash);
  if (text === undefined) return;
  for (const { textHash: each } of [text, ...candidates(store, text)]) relinkText(store, each);
}

/** Finds the original of all documents of a text anew. */
function relinkText(store: Store, textHash: number): void {
  const first = firstOf(store, textHash);
  const text = storedText(store, textHash);
  if (first === undefined || text === undefined) return;
  setOriginal(store, textHash, originalAmong(store, candidates(store, text), text, first));
}

/** The earliest of the documents that have a text or cover it; `first` is the earliest that has it. */
function originalAmong(store: Store, near: readonly StoredText[], text: StoredText, first: number): number {
  let original = first;
  for (const candidate of near) {
    if (!coversText(candidate.fingerprint, text.fingerprint)) continue;
    const other = firstOf(store, candidate.textHash);
    if (other !== undefined && isBefore(store, other, original)) original = other;
  }
  return original;
}

/** Texts that share a key with this one. */
function candidates(store: Store, { textHash, keys }: StoredText): readonly StoredText[] {
  const found = new Set<number>();
  const sharing = store.statement<{ readonly text_hash: number }>(SHARING_KEY);
  for (const key of keys) {
    for (const { text_hash: other } of sharing.all(key, MOST_CANDIDATES)) found.add(other);
  }
  found.delete(textHash);
  return [...found].flatMap((other) => storedText(store, other) ?? []);
}

/** Whether the text is new to the store. */
function addText(store: Store, { textHash, keys }: StoredText, fingerprint: Fingerprint): boolean {
  const blobs = fingerprintBlobs(fingerprint);
  const { changes } = store
    .statement(INSERT_TEXT)
    .run(textHash, fingerprint.sampling, blobs.keys, blobs.shingles, blobs.figures);
  if (changes === 0) return false;
  const insert = store.statement(INSERT_KEY);
  for (const key of keys) insert.run(key, textHash);
  return true;
}

function removeText(store: Store, textHash: number): void {
  for (const key of storedText(store, textHash)?.keys ?? []) store.statement(DELETE_KEY).run(key, textHash);
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
const FIRST_OF = `SELECT id FROM documents WHERE text_hash = ? AND removed_at IS NULL ORDER BY ${IN_ORDER} LIMIT 1`;
const EARLIER = `SELECT id FROM documents WHERE id IN (?, ?) ORDER BY ${IN_ORDER} LIMIT 1`;
const TEXT_OF = "SELECT text_hash FROM documents WHERE id = ?";
const ORIGINAL_OF = "SELECT duplicate_of FROM documents WHERE id = ?";
const TEXTS_LINKED_TO = "SELECT DISTINCT text_hash FROM documents WHERE duplicate_of = ?";
const SHARING_KEY = "SELECT text_hash FROM text_keys WHERE key = ? ORDER BY text_hash LIMIT ?";
const SET_ONE = "UPDATE documents SET duplicate_of = ? WHERE id = ?";
const SET_ORIGINAL =
  "UPDATE documents SET duplicate_of = nullif(?, id) WHERE text_hash = ? AND removed_at IS NULL AND duplicate_of IS NOT nullif(?, id)";
const INSERT_TEXT = "INSERT OR IGNORE INTO texts (hash, sampling, keys, shingles, figures) VALUES (?, ?, ?, ?, ?)";
const INSERT_KEY = "INSERT OR IGNORE INTO text_keys (key, text_hash) VALUES (?, ?)";
const DELETE_KEY = "DELETE FROM text_keys WHERE key = ? AND text_hash = ?";
