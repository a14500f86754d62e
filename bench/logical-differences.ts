import { openStore } from "../pipeline/store/open-store.js";
import type { Store } from "../pipeline/store/store.js";

/** What one question gives in two databases. */
export interface Difference {
  readonly what: string;
  /** Of the second. */
  readonly rows: number;
  readonly onlyFirst: readonly string[];
  readonly onlySecond: readonly string[];
}

/** By what is in the databases for their readers; not by ids, since a renamed file keeps its document's. */
const QUESTIONS: Readonly<Record<string, string>> = {
  documents: `
    SELECT documents.path, documents.sha256, documents.text, documents.status, documents.language, documents.media_type,
      documents.title, documents.url, documents.publisher, documents.published_at, first.path AS copy_of
    FROM documents LEFT JOIN documents AS first ON first.id = documents.duplicate_of
    WHERE documents.removed_at IS NULL`,
  problems: "SELECT path, code, message FROM problems",
  "facts in evidence": evidence("evidence"),
  "facts in all_evidence": evidence("all_evidence"),
  "sentences with a word": `
    SELECT path, sentence FROM sentence_search
    WHERE sentence_search MATCH 'prozent OR persen OR prosent OR tahun OR desember OR kommune OR المئة'`,
};

/** One for each question, in order. */
export function differencesOf(first: string, second: string): readonly Difference[] {
  const stores = [first, second].map((file) => openStore(file, { mode: "read" }));
  try {
    return Object.entries(QUESTIONS).map(([what, sql]) => {
      const [ours = [], theirs = []] = stores.map((store) => rowsOf(store, sql));
      return {
        what,
        rows: theirs.length,
        onlyFirst: without(ours, theirs),
        onlySecond: without(theirs, ours),
      };
    });
  } finally {
    for (const store of stores) store.close();
  }
}

/** Every column but those that name rows. */
function evidence(view: string): string {
  return `
    SELECT fact_id, kind, value_text, low, high, unit, modifier, item, item_key, concept, subject, holds_for, ref_type, ref_number,
      iso, surface, sentence, language, path, title, url, publisher, published_at, rule, confidence
    FROM ${view}`;
}

function rowsOf(store: Store, sql: string): readonly string[] {
  return store
    .prepare(sql)
    .all()
    .map((row) => JSON.stringify(row));
}

/** As often as a row is more often in the first. */
function without(rows: readonly string[], others: readonly string[]): readonly string[] {
  const left = new Map<string, number>();
  for (const row of others) left.set(row, (left.get(row) ?? 0) + 1);
  return rows.filter((row) => {
    const count = left.get(row) ?? 0;
    if (count > 0) left.set(row, count - 1);
    return count === 0;
  });
}
