import { documentKey } from "./document-key.js";
import { DocumentRefusal, type RefusedFact, toRefusal } from "./document-refusal.js";
import { insertDiagnosticRows } from "./insert-diagnostics.js";
import { insertSql } from "./insert-sql.js";
import {
  type ColumnValue,
  DOCUMENT_COLUMNS,
  FACT_COLUMNS,
  type PreparedDocument,
  SENTENCE_COLUMNS,
} from "./prepared-document.js";
import type { Run } from "./runs.js";
import type { Store } from "./store.js";

/** What the run knows of a document beside its rows. */
export interface DocumentPlace {
  /** See `engineId`. */
  readonly engineId: number;
  /** Of the file, in ms since 1970; absent where there is none of its own. */
  readonly fileModified: number | undefined;
  /** Of a container. */
  readonly isMember: boolean;
}

/**
 * Inserts a document that is not in the store yet, with all that belongs to it but its words for the search; to be called
 * inside a transaction. Returns its key. Throws DocumentRefusal when something in it breaks a constraint.
 */
export function insertDocument(store: Store, run: Run, prepared: PreparedDocument, place: DocumentPlace): number {
  const { engineId, fileModified = null, isMember } = place;
  if (prepared.status === "refused" && prepared.facts.length > 0) {
    throw new DocumentRefusal("a document in no known language has facts", refusedFact(prepared.facts, 0));
  }
  let fact: number | undefined;
  try {
    const key = documentKey(store, prepared.id, prepared.sentences.length / SENTENCE_COLUMNS.length);
    store
      .statement(INSERT_DOCUMENT)
      .run(key, run.id, run.lexiconVersion, engineId, fileModified, isMember ? 1 : 0, ...prepared.document);
    const insertSentence = store.statement(INSERT_SENTENCE);
    forEachRow(prepared.sentences, SENTENCE_COLUMNS.length, ([ordinal, ...rest]) => {
      insertSentence.run(key + Number(ordinal), key, ordinal, ...rest);
    });
    const insertFact = store.statement(INSERT_FACT);
    forEachRow(prepared.facts, FACT_COLUMNS.length, ([ordinal, ...rest], at) => {
      fact = at;
      insertFact.run(key, key + Number(ordinal), ...rest);
    });
    fact = undefined;
    insertDiagnosticRows(store, run, key, prepared.diagnostics);
    return key;
  } catch (error) {
    throw toRefusal(error, fact === undefined ? undefined : refusedFact(prepared.facts, fact));
  }
}

/** `at`: where the row begins. */
function forEachRow(
  values: readonly ColumnValue[],
  width: number,
  work: (row: readonly ColumnValue[], at: number) => void,
): void {
  for (let at = 0; at < values.length; at += width) work(values.slice(at, at + width), at);
}

function refusedFact(facts: readonly ColumnValue[], at: number): RefusedFact {
  const column = (name: (typeof FACT_COLUMNS)[number]) => facts[at + FACT_COLUMNS.indexOf(name)];
  return {
    kind: String(column("kind")),
    exact: String(column("surface")),
    rule: String(column("rule")),
    span: { start: Number(column("span_start")), end: Number(column("span_end")) },
  };
}

const INSERT_DOCUMENT = insertSql("documents", [
  "id",
  "run_id",
  "lexicon_version",
  "engine_id",
  "file_modified",
  "member",
  ...DOCUMENT_COLUMNS,
]);
const INSERT_SENTENCE = insertSql("sentences", ["id", "document_id", ...SENTENCE_COLUMNS]);
const INSERT_FACT = insertSql("facts", ["document_id", ...FACT_COLUMNS]);
