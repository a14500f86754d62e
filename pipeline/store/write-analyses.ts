import type { Analysis } from "../model/analysis.js";
import type { Diagnostic } from "../model/diagnostic.js";
import { DocumentRefusal } from "./document-refusal.js";
import { insertDocument, statusOf } from "./insert-document.js";
import { linkDocument } from "./link-document.js";
import { deleteDocument, type FailedDocument, replaceByFailure } from "./record-failure.js";
import { addToRun, type Run } from "./runs.js";
import { searchForms, searchWords } from "./search-words.js";
import type { Store } from "./store.js";

export interface WriteReport {
  /** Documents stored with their facts. */
  readonly stored: number;
  /** Documents stored without facts, being in no known language. */
  readonly refused: number;
  readonly facts: number;
  /** Documents that the database would not take; they are recorded as failed. */
  readonly failures: readonly FailedDocument[];
}

interface Inserted {
  readonly key: number;
  readonly analysis: Analysis;
}

/**
 * Stores a batch in one transaction, each document all or nothing in the place of what its path had before. A document
 * that breaks a constraint is recorded as failed and the rest is stored; when the database itself fails (full, locked,
 * read-only) nothing of the batch is, and StoreError is thrown. Of two analyses of one path the later counts.
 */
export function writeAnalyses(store: Store, run: Run, analyses: readonly Analysis[]): WriteReport {
  return store.transaction(() => {
    const inserted: Inserted[] = [];
    const failures: FailedDocument[] = [];
    for (const analysis of inKeyOrder(analyses)) {
      const outcome = replaceDocument(store, run, analysis);
      if (typeof outcome === "number") inserted.push({ key: outcome, analysis });
      else failures.push(outcome);
    }
    insertWords(store, inserted);
    const refused = inserted.filter(({ analysis }) => statusOf(analysis) === "refused").length;
    const facts = inserted.reduce((sum, { analysis }) => sum + analysis.facts.length, 0);
    const stored = inserted.length - refused;
    addToRun(store, run, { stored, refused, failed: failures.length, facts });
    return { stored, refused, facts, failures };
  });
}

/** The full-text index writes itself out whenever keys stop ascending, so a batch goes in by ascending key. */
function inKeyOrder(analyses: readonly Analysis[]): readonly Analysis[] {
  const byPath = new Map(analyses.map((analysis) => [analysis.document.source.path, analysis]));
  return [...byPath.values()].sort((one, other) => (one.document.id < other.document.id ? -1 : 1));
}

/** The document's key, or why it could not be stored; then it stands in the store as failed. */
function replaceDocument(store: Store, run: Run, analysis: Analysis): number | FailedDocument {
  const { path, sha256 } = analysis.document.source;
  deleteDocument(store, path);
  try {
    const key = insertDocument(store, run, analysis);
    if (analysis.fingerprint !== undefined) linkDocument(store, key, analysis.fingerprint);
    return key;
  } catch (error) {
    if (!(error instanceof DocumentRefusal)) throw error;
    const failure = { path, sha256, diagnostic: refusalDiagnostic(path, error) };
    // No savepoint, it would cost every document a tenth: what got in goes out again. Its sentences first, because the
    // search index knows nothing of them yet and must not be told to forget them.
    store.statement(DELETE_SENTENCES).run(path);
    replaceByFailure(store, run, failure);
    return failure;
  }
}

/** Words are written when all documents are, so that none need be taken back. */
function insertWords(store: Store, inserted: readonly Inserted[]): void {
  const insert = store.statement("INSERT INTO sentence_words (rowid, words, forms) VALUES (?, ?, ?)");
  for (const { key, analysis } of inserted) {
    for (const { ordinal, span } of analysis.sentences) {
      const sentence = analysis.document.text.slice(span.start, span.end);
      insert.run(key + ordinal, searchWords(sentence), searchForms(sentence));
    }
  }
}

function refusalDiagnostic(path: string, { fact, message }: DocumentRefusal): Diagnostic {
  const culprit = fact && ` (${fact.mention.kind} "${fact.evidence.exact}", rule ${fact.mention.rule})`;
  return {
    code: "store.constraint",
    severity: "error",
    stage: "store",
    message: `${path}: not stored, ${message}${culprit ?? ""}; a fault in faktum or a lexicon: report it with the file`,
    ...(fact && { span: fact.mention.span }),
  };
}

const DELETE_SENTENCES = "DELETE FROM sentences WHERE document_id = (SELECT id FROM documents WHERE path = ?)";
