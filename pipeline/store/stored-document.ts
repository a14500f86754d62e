import { inflateRawSync } from "node:zlib";
import type { Diagnostic, Severity } from "../model/diagnostic.js";
import type { Document } from "../model/document.js";
import type { MetadataField, MetadataOrigins } from "../model/metadata.js";
import type { StageName } from "../model/stages.js";
import type { Store } from "./store.js";
import { blocksOf } from "./stored-blocks.js";

interface DocumentRow {
  readonly id: number;
  readonly path: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly media_type: string;
  readonly encoding: string;
  readonly title: string | null;
  readonly byline: string | null;
  readonly publisher: string | null;
  readonly url: string | null;
  readonly published_at: string | null;
  readonly retrieved_at: string | null;
  readonly modified_at: string | null;
  readonly section: string | null;
  readonly claimed_language: string | null;
  readonly origins: string | null;
  readonly text: string;
  readonly blocks: string;
  readonly shown: Uint8Array | null;
}

interface DiagnosticRow {
  readonly code: string;
  readonly severity: Severity;
  readonly stage: StageName;
  readonly message: string;
  readonly span_start: number | null;
  readonly span_end: number | null;
}

/** What an article's file does not say is found among the dates of its text, and may be found otherwise another time. */
const FOUND_BY_FACTS: ReadonlySet<string> = new Set<MetadataField>(["publishedAt", "modifiedAt"]);

/**
 * A stored document as the read stage made it, but for its id, to be analysed again without its file. Nothing when the
 * store has no text of it, or was written before texts could be analysed again.
 */
export function storedDocument(store: Store, path: string): Omit<Document, "id"> | undefined {
  const row = store.guard(() => store.statement<DocumentRow>(DOCUMENT).get(path));
  if (row === undefined) return undefined;
  const origins = row.origins === null ? {} : (JSON.parse(row.origins) as MetadataOrigins);
  const fields: Readonly<Record<MetadataField, string | null>> = {
    title: row.title,
    byline: row.byline,
    publisher: row.publisher,
    url: row.url,
    publishedAt: row.published_at,
    modifiedAt: row.modified_at,
    section: row.section,
    claimedLanguage: row.claimed_language,
  };
  const isRead = (field: string): boolean => !FOUND_BY_FACTS.has(field) || origins[field as MetadataField] !== "text";
  const read = Object.entries(fields).filter(([field, value]) => value !== null && isRead(field));
  const readOrigins = Object.entries(origins).filter(([field]) => isRead(field));
  return {
    source: { path: row.path, sha256: row.sha256, bytes: row.bytes },
    mediaType: row.media_type,
    encoding: row.encoding,
    ...Object.fromEntries(read),
    ...(row.retrieved_at === null ? {} : { retrievedAt: row.retrieved_at }),
    ...(readOrigins.length === 0 ? {} : { origins: Object.fromEntries(readOrigins) }),
    text: row.text,
    blocks: blocksOf(row.blocks),
    ...(row.shown === null ? {} : { shownText: inflateRawSync(row.shown).toString() }),
    diagnostics: store.guard(() => store.statement<DiagnosticRow>(DIAGNOSTICS).all(row.id).map(diagnosticOf)),
  };
}

function diagnosticOf({ span_start: start, span_end: end, ...diagnostic }: DiagnosticRow): Diagnostic {
  return start === null || end === null ? diagnostic : { ...diagnostic, span: { start, end } };
}

const DOCUMENT = `
  SELECT
    id, path, sha256, bytes, media_type, encoding, title, byline, publisher, url, published_at, retrieved_at,
    modified_at, section, claimed_language, origins, text, blocks, shown
  FROM documents WHERE path = ? AND blocks IS NOT NULL`;

const DIAGNOSTICS = `
  SELECT code, severity, stage, message, span_start, span_end FROM diagnostics
  WHERE document_id = ? AND stage = 'read' AND severity <> 'error' ORDER BY ordinal`;
