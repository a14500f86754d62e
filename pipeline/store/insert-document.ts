import type { Analysis } from "../model/analysis.js";
import type { Diagnostic } from "../model/diagnostic.js";
import type { Fact } from "../model/fact.js";
import { UNDETERMINED } from "../model/language.js";
import type { Sentence } from "../model/sentence.js";
import { documentKey } from "./document-key.js";
import { DocumentRefusal, toRefusal } from "./document-refusal.js";
import { insertDiagnostics } from "./insert-diagnostics.js";
import { insertFact } from "./insert-fact.js";
import type { DocumentStatus } from "./known-documents.js";
import type { Run } from "./runs.js";
import type { Store } from "./store.js";

/**
 * Inserts a document that is not in the store yet, with all that belongs to it but its words for the search; to be called
 * inside a transaction. Returns its key. Throws DocumentRefusal when something in it breaks a constraint.
 */
export function insertDocument(store: Store, run: Run, analysis: Analysis): number {
  const { document, sentences, facts } = analysis;
  if (statusOf(analysis) === "refused" && facts.length > 0) {
    throw new DocumentRefusal("a document in no known language has facts", facts[0]);
  }
  let current: Fact | undefined;
  try {
    const key = insertDocumentRow(store, run, analysis);
    insertSentences(store, key, document.text, sentences);
    for (const fact of facts) {
      current = fact;
      insertFact(store, key, fact);
    }
    current = undefined;
    insertDiagnostics(store, run, key, distinct([...document.diagnostics, ...analysis.diagnostics]));
    return key;
  } catch (error) {
    throw toRefusal(error, current);
  }
}

/** A refused document is kept, so that it is known and can be asked for; it carries no facts. */
export function statusOf({ language }: Analysis): DocumentStatus {
  return language.tag === UNDETERMINED ? "refused" : "ok";
}

function insertDocumentRow(store: Store, run: Run, analysis: Analysis): number {
  const { document, language, sentences } = analysis;
  const key = documentKey(store, document.id, (sentences.at(-1)?.ordinal ?? -1) + 1);
  store
    .statement(INSERT_DOCUMENT)
    .run(
      key,
      document.source.path,
      document.source.sha256,
      document.source.bytes,
      document.mediaType,
      document.encoding,
      document.title ?? null,
      document.byline ?? null,
      document.publisher ?? null,
      document.url ?? null,
      document.publishedAt ?? null,
      document.retrievedAt ?? null,
      language.tag,
      language.score,
      language.runnerUp ?? null,
      language.named ?? null,
      statusOf(analysis),
      run.id,
      run.lexiconVersion,
      document.text,
      document.modifiedAt ?? null,
      document.section ?? null,
      document.claimedLanguage ?? null,
      document.origins === undefined ? null : JSON.stringify(document.origins),
      analysis.fingerprint?.textHash ?? null,
    );
  return key;
}

function insertSentences(store: Store, key: number, text: string, sentences: readonly Sentence[]): void {
  const insert = store.statement(INSERT_SENTENCE);
  const pairsBefore = surrogatePairCounter(text);
  for (const { ordinal, span, language, page, fragment } of sentences) {
    const start = span.start - pairsBefore(span.start);
    const end = span.end - pairsBefore(span.end);
    const place = [page ?? null, fragment ?? null] as const;
    insert.run(key + ordinal, key, ordinal, span.start, span.end, language, start + 1, end - start, ...place);
  }
}

/**
 * SQL counts characters, our offsets count UTF-16 units: they part by one for each character beyond U+FFFF. Returns how
 * many of those stand before an offset, to be asked for in ascending order.
 */
function surrogatePairCounter(text: string): (offset: number) => number {
  if (!HAS_PAIR.test(text)) return () => 0;
  let at = 0;
  let pairs = 0;
  return (offset) => {
    for (; at < offset; at++) if ((text.codePointAt(at) ?? 0) > 0xffff) pairs += 1;
    return pairs;
  };
}

/** The analysis may repeat what the document's own list says. */
function distinct(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const byContent = new Map(
    diagnostics.map((one) => [`${one.code}\n${one.message}\n${one.span?.start ?? ""}-${one.span?.end ?? ""}`, one]),
  );
  return [...byContent.values()];
}

const HAS_PAIR = /[\u{10000}-\u{10ffff}]/u;

const INSERT_DOCUMENT = `
  INSERT INTO documents (
    id, path, sha256, bytes, media_type, encoding, title, byline, publisher, url, published_at, retrieved_at,
    language, language_score, runner_up, named_language, status, run_id, lexicon_version, text,
    modified_at, section, claimed_language, origins, text_hash
  ) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;

const INSERT_SENTENCE = `
  INSERT INTO sentences (id, document_id, ordinal, span_start, span_end, language, text_start, text_length, page, fragment)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;
