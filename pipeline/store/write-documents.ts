import type { Diagnostic } from "../model/diagnostic.js";
import { takeDocument } from "./delete-document.js";
import { DocumentRefusal } from "./document-refusal.js";
import { type Exchange, exchangeWords } from "./exchange-words.js";
import { insertFactChanges, preparedFacts, statedFacts } from "./fact-changes.js";
import { insertDocument } from "./insert-document.js";
import { linkDocument } from "./link-document.js";
import { FACT_COLUMNS, type PreparedDocument } from "./prepared-document.js";
import { type FailedDocument, replaceByFailure } from "./record-failure.js";
import { addToRun, type FactChanges, type Run } from "./runs.js";
import type { Store } from "./store.js";

/** A document that was read or analysed anew. */
export interface ReadDocument {
  readonly prepared: PreparedDocument;
  /** Of its file, in ms since 1970; absent for an article of a container. */
  readonly fileModified?: number | undefined;
  readonly isMember?: boolean;
}

export interface WriteReport {
  /** Documents stored with their facts. */
  readonly stored: number;
  /** Documents stored without facts, being in no known language. */
  readonly refused: number;
  readonly facts: number;
  readonly changes: FactChanges;
  /** Documents that the database would not take; they are recorded as failed. */
  readonly failures: readonly FailedDocument[];
}

/**
 * Stores a batch in one transaction, each document all or nothing in the place of what its path had before. A document
 * that breaks a constraint is recorded as failed and the rest is stored; when the database itself fails (full, locked,
 * read-only) nothing of the batch is, and StoreError is thrown. Of two documents of one path the later counts.
 */
export function writeDocuments(store: Store, run: Run, documents: readonly ReadDocument[]): WriteReport {
  return store.transaction(() => {
    const exchanges: Exchange[] = [];
    const failures: FailedDocument[] = [];
    const changes = { added: 0, changed: 0, gone: 0 };
    for (const document of inKeyOrder(documents)) {
      const outcome = replaceDocument(store, run, document);
      exchanges.push(outcome.exchange);
      if ("failure" in outcome) {
        failures.push(outcome.failure);
        continue;
      }
      changes.added += outcome.changes.added;
      changes.changed += outcome.changes.changed;
      changes.gone += outcome.changes.gone;
    }
    // When all documents are stored, so that no words need be taken back.
    exchangeWords(store, exchanges);
    const inserted = exchanges.flatMap(({ after }) => after ?? []);
    const refused = inserted.filter(({ prepared }) => prepared.status === "refused").length;
    const facts = inserted.reduce((sum, { prepared }) => sum + prepared.facts.length / FACT_COLUMNS.length, 0);
    const stored = inserted.length - refused;
    addToRun(store, run, { stored, refused, failed: failures.length, facts });
    return { stored, refused, facts, changes, failures };
  });
}

/** The full-text index writes itself out whenever keys stop ascending, so a batch goes in by ascending key. */
function inKeyOrder(documents: readonly ReadDocument[]): readonly ReadDocument[] {
  const byPath = new Map(documents.map((document) => [document.prepared.path, document]));
  return [...byPath.values()].sort((one, other) => (one.prepared.id < other.prepared.id ? -1 : 1));
}

type Replaced = { readonly exchange: Exchange } & (
  | { readonly changes: FactChanges }
  /** Why it could not be stored; it stands in the store as failed then. */
  | { readonly failure: FailedDocument }
);

function replaceDocument(store: Store, run: Run, { prepared, fileModified, isMember = false }: ReadDocument): Replaced {
  const { path, sha256 } = prepared;
  const stored = store.statement<{ readonly id: number }>(READ_BEFORE).get(path);
  const factsBefore = stored === undefined ? undefined : statedFacts(store, stored.id);
  const before = takeDocument(store, path);
  try {
    const place = { engineId: run.engines.idFor(prepared.languages), fileModified, isMember };
    const key = insertDocument(store, run, prepared, place);
    if (prepared.fingerprint !== undefined) linkDocument(store, key, prepared.fingerprint);
    const exchange = { before, after: { key, prepared } };
    if (factsBefore === undefined) return { exchange, changes: NO_CHANGES };
    const facts = { before: factsBefore, after: preparedFacts(prepared.facts) };
    return { exchange, changes: insertFactChanges(store, run, path, facts) };
  } catch (error) {
    if (!(error instanceof DocumentRefusal)) throw error;
    const failure = { path, sha256, fileModified, isMember, diagnostic: refusalDiagnostic(path, error) };
    // No savepoint, it would cost every document a tenth: what got in goes out again. Its sentences first, because the
    // search index knows nothing of them yet and must not be told to forget them.
    store.statement(DELETE_SENTENCES).run(path);
    replaceByFailure(store, run, failure);
    return { exchange: { before }, failure };
  }
}

function refusalDiagnostic(path: string, { fact, message }: DocumentRefusal): Diagnostic {
  const culprit = fact && ` (${fact.kind} "${fact.exact}", rule ${fact.rule})`;
  return {
    code: "store.constraint",
    severity: "error",
    stage: "store",
    message: `${path}: not stored, ${message}${culprit ?? ""}; a fault in faktum or a lexicon: report it with the file`,
    ...(fact && { span: fact.span }),
  };
}

const NO_CHANGES: FactChanges = { added: 0, changed: 0, gone: 0 };

const READ_BEFORE = "SELECT id FROM documents WHERE path = ? AND status = 'ok'";
const DELETE_SENTENCES = "DELETE FROM sentences WHERE document_id = (SELECT id FROM documents WHERE path = ?)";
