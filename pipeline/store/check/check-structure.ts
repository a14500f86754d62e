import type { Store } from "../store.js";
import type { FoundProblems, ProblemCode } from "./problem.js";

/** What SQLite itself can tell of the file: pages, indexes, rules of tables, and the full-text index within itself. */
export function checkStructure(store: Store, found: FoundProblems): void {
  for (const row of store.statement<{ readonly integrity_check: string }>("PRAGMA integrity_check(1000)").iterate()) {
    const message = row.integrity_check;
    if (message !== "ok") found.add(codeOf(message), message.replaceAll("\n", " "));
  }
}

/** SQLite's messages have no codes. */
function codeOf(message: string): ProblemCode {
  if (FULL_TEXT.test(message)) return "search";
  if (INDEX.test(message)) return "index";
  if (CONSTRAINT.test(message)) return "constraint";
  return "damaged";
}

const FULL_TEXT = /fts5/iu;
const INDEX = /^(?:row .* missing from index|wrong # of entries in index|non-unique entry in index|rowid not at end)/u;
const CONSTRAINT = /^(?:CHECK constraint failed|NULL value in|NUMERIC value in|TEXT value in|non-[A-Z]+ value in)/u;

interface Violation {
  readonly table: string;
  readonly rowid: number | null;
  readonly parent: string;
}

/** Rows that name others that are not there. */
export function checkReferences(store: Store, found: FoundProblems): void {
  for (const { table, rowid, parent } of store.statement<Violation>("PRAGMA foreign_key_check").iterate()) {
    const row = rowid === null ? "" : `, row ${rowid}`;
    found.add(REFERENCES[`${table} ${parent}`] ?? "reference", `${table}${row}: none of ${parent}`);
  }
  for (const { what, sql } of UNREFERENCED) {
    for (const { place } of store.statement<{ readonly place: string }>(sql).iterate()) {
      found.add("orphan", `${what} ${place}`);
    }
  }
  for (const { id } of store.statement<{ readonly id: number }>(WITHOUT_RULE).iterate()) found.toAnalyse.add(id);
}

const REFERENCES: Readonly<Record<string, ProblemCode>> = {
  "facts documents": "orphan",
  "facts sentences": "orphan",
  "sentences documents": "orphan",
  "diagnostics documents": "orphan",
  "rules lexicon_versions": "orphan",
  "facts rules": "rule",
  "documents documents": "duplicate",
  "documents engines": "engine",
  "containers engines": "engine",
};

/** What no reference of SQLite's guards. */
const UNREFERENCED: readonly { readonly what: string; readonly sql: string }[] = [
  {
    what: "text",
    sql: "SELECT hash AS place FROM texts WHERE hash NOT IN (SELECT text_hash FROM documents WHERE text_hash IS NOT NULL AND removed_at IS NULL)",
  },
  {
    what: "key of text",
    sql: "SELECT text_hash AS place FROM text_keys WHERE text_hash NOT IN (SELECT hash FROM texts)",
  },
];

const WITHOUT_RULE = `
  SELECT DISTINCT document_id AS id FROM facts WHERE (lexicon_version, rule) IN (
    SELECT lexicon_version, rule FROM (SELECT DISTINCT lexicon_version, rule FROM facts) AS used
    WHERE NOT EXISTS (SELECT 1 FROM rules WHERE rules.lexicon_version = used.lexicon_version AND rules.id = used.rule)
  )`;

/** Whether the full-text index has every sentence, and nothing else; and links between documents. */
export function checkLinks(store: Store, found: FoundProblems): void {
  for (const { code, say, sql, isLost = false } of LINKS) {
    for (const { id, place } of store.statement<{ readonly id: number; readonly place: string }>(sql).iterate()) {
      found.add(code, `${place}: ${say}`);
      if (code === "text") found.toAnalyse.add(id);
      // A sentence's key is its document's and some more: it may be missing from the end, where no gap tells.
      const owner = isLost ? store.statement<{ readonly id: number }>(BEFORE).get(id)?.id : undefined;
      if (owner !== undefined && id - owner < MOST_SENTENCES) found.toAnalyse.add(owner);
    }
  }
}

const BEFORE = "SELECT id FROM documents WHERE id <= ? AND status <> 'failed' ORDER BY id DESC LIMIT 1";
const MOST_SENTENCES = 1_000_000;

interface Link {
  readonly code: ProblemCode;
  readonly say: string;
  /** Whether it is a sentence that its document has lost. */
  readonly isLost?: boolean;
  /** Gives `id` and `place` of what is wrong. */
  readonly sql: string;
}

const LINKS: readonly Link[] = [
  {
    code: "search",
    say: "not in the index",
    sql: "SELECT id, 'sentence ' || id AS place FROM sentences WHERE id NOT IN (SELECT id FROM sentence_words_docsize)",
  },
  {
    code: "search",
    say: "in the index, but not in the database",
    isLost: true,
    sql: "SELECT id, 'sentence ' || id AS place FROM sentence_words_docsize WHERE id NOT IN (SELECT id FROM sentences)",
  },
  {
    code: "duplicate",
    say: "its original is itself, or a document whose file is gone",
    sql: `
      SELECT copy.id AS id, copy.path AS place FROM documents AS copy
      JOIN documents AS original ON original.id = copy.duplicate_of
      WHERE copy.duplicate_of IS NOT NULL AND (original.removed_at IS NOT NULL OR original.id = copy.id)`,
  },
  {
    code: "duplicate",
    say: "its file is gone, it should be no duplicate",
    sql: "SELECT id, path AS place FROM documents WHERE duplicate_of IS NOT NULL AND removed_at IS NOT NULL",
  },
  {
    code: "text",
    say: "nothing is known of its text to compare it by",
    sql: `
      SELECT id, path AS place FROM documents
      WHERE text_hash IS NOT NULL AND removed_at IS NULL AND text_hash NOT IN (SELECT hash FROM texts)`,
  },
];
