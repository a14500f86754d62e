import { deflateRawSync } from "node:zlib";
import type { Analysis } from "../model/analysis.js";
import type { Diagnostic } from "../model/diagnostic.js";
import { UNDETERMINED } from "../model/language.js";
import type { Kind } from "../model/mention.js";
import type { Sentence } from "../model/sentence.js";
import { factRow } from "./fact-row.js";
import type { ColumnValue, FactCounts, PreparedDocument } from "./prepared-document.js";
import { searchForms, searchWords } from "./search-words.js";
import { storedBlocks } from "./stored-blocks.js";

/** An analysis as the rows that it will be stored as; without a look at the database. */
export function prepareDocument(analysis: Analysis): PreparedDocument {
  const { document, language, sentences, facts } = analysis;
  const { text } = document;
  // A refused document is kept, so that it is known and can be asked for; it carries no facts.
  const status = language.tag === UNDETERMINED ? "refused" : "ok";
  return {
    id: document.id,
    path: document.source.path,
    sha256: document.source.sha256,
    status,
    language: language.tag,
    named: language.named,
    languages: [...new Set(sentences.map((sentence) => sentence.language))].sort(),
    size: text.length,
    document: documentRow(analysis, status),
    sentences: sentenceRows(text, sentences),
    words: searchedWords(text, sentences),
    facts: facts.flatMap(factRow),
    diagnostics: distinct([...document.diagnostics, ...analysis.diagnostics]).flatMap(diagnosticRow),
    fingerprint: analysis.fingerprint,
    counts: countFacts(analysis),
  };
}

export function diagnosticRow({ code, severity, stage, message, span }: Diagnostic): readonly ColumnValue[] {
  return [code, severity, stage, message, span?.start ?? null, span?.end ?? null];
}

function documentRow({ document, language, fingerprint }: Analysis, status: string): readonly ColumnValue[] {
  const { shownText } = document;
  return [
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
    status,
    document.text,
    document.modifiedAt ?? null,
    document.section ?? null,
    document.claimedLanguage ?? null,
    document.origins === undefined ? null : JSON.stringify(document.origins),
    fingerprint?.textHash ?? null,
    storedBlocks(document.blocks),
    // Links lead to sentences of documents with an address only.
    shownText === undefined || document.url === undefined ? null : deflateRawSync(shownText, { level: 1 }),
  ];
}

function sentenceRows(text: string, sentences: readonly Sentence[]): readonly ColumnValue[] {
  const pairsBefore = surrogatePairCounter(text);
  const rows: ColumnValue[] = [];
  for (const { ordinal, span, language, page, fragment } of sentences) {
    const start = span.start - pairsBefore(span.start);
    const end = span.end - pairsBefore(span.end);
    rows.push(ordinal, span.start, span.end, language, start + 1, end - start, page ?? null, fragment ?? null);
  }
  return rows;
}

function searchedWords(text: string, sentences: readonly Sentence[]): readonly string[] {
  const words: string[] = [];
  for (const { span } of sentences) {
    const sentence = text.slice(span.start, span.end);
    words.push(searchWords(sentence), searchForms(sentence));
  }
  return words;
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

function countFacts({ language, sentences, facts }: Analysis): FactCounts {
  const counts: Record<string, Partial<Record<Kind, number>>> = {};
  for (const fact of facts) {
    const tag = sentences[fact.evidence.sentence]?.language ?? language.tag;
    counts[tag] ??= {};
    counts[tag][fact.mention.kind] = (counts[tag][fact.mention.kind] ?? 0) + 1;
  }
  return counts;
}

const HAS_PAIR = /[\u{10000}-\u{10ffff}]/u;
