import type { Store } from "./store.js";

/** `ok`: read and its facts stored. `refused`: in no language that a lexicon covers. `failed`: could not be read or stored. */
export type DocumentStatus = "ok" | "refused" | "failed";

/** What the store knows of a file: an article, or a container of many. */
export interface KnownFile {
  readonly path: string;
  readonly kind: "article" | "container";
  /** Of a container `failed` when one of its documents is. */
  readonly status: DocumentStatus;
  readonly engineId: number | null;
  /** Absent when the file could not be read at all; `fileModified` in ms since 1970. */
  readonly bytes: number | null;
  readonly fileModified: number | null;
  /** A run no longer found it. */
  readonly isRemoved: boolean;
  /** Its failure need not be told again. */
  readonly isIgnored: boolean;
  /** Of a container: documents, those that failed, and whether it was read to its end by these settings. */
  readonly documents: number;
  readonly failed: number;
  readonly complete: boolean;
  readonly settings: string | null;
}

interface KnownRow {
  readonly path: string;
  readonly kind: "article" | "container";
  readonly status: DocumentStatus;
  readonly engine_id: number | null;
  readonly bytes: number | null;
  readonly file_modified: number | null;
  readonly is_removed: number;
  readonly is_ignored: number;
  readonly documents: number;
  readonly failed: number;
  readonly complete: number;
  readonly settings: string | null;
}

/**
 * Every file from path `from` on to before `to`, in the order of their paths' UTF-8 bytes, read as they are asked for. A
 * container that something is told against has two rows, its own first. Nothing may be written until the end.
 */
export function* knownFiles(store: Store, from: string, to: string): Generator<KnownFile> {
  for (const row of store.statement<KnownRow>(RANGE).iterate(from, to, from, to)) yield knownFile(row);
}

/** What is known of the file at a path: the container's row before a document's. */
export function knownFileAt(store: Store, path: string): KnownFile | undefined {
  const row = store.statement<KnownRow>(ONE).get(path, path);
  return row && knownFile(row);
}

/** An article, file or member of a container, by what it is known to be unchanged by. */
export interface KnownArticle {
  readonly sha256: string;
  readonly status: DocumentStatus;
  readonly engineId: number | null;
}

/** Nothing of one that is unknown, removed or could not be read. */
export function knownArticle(store: Store, path: string): KnownArticle | undefined {
  const row = store
    .statement<{ readonly sha256: string; readonly status: DocumentStatus; readonly engine_id: number | null }>(
      KNOWN_ARTICLE,
    )
    .get(path);
  return row && { sha256: row.sha256, status: row.status, engineId: row.engine_id };
}

/** SHA-256 of a known file's bytes, also of one that is removed. */
export function knownFileHash(store: Store, { path, kind }: KnownFile): string | undefined {
  const sql = kind === "container" ? CONTAINER_HASH : FILE_HASH;
  return store.statement<{ readonly sha256: string | null }>(sql).get(path)?.sha256 ?? undefined;
}

function knownFile(row: KnownRow): KnownFile {
  return {
    path: row.path,
    kind: row.kind,
    status: row.status,
    engineId: row.engine_id,
    bytes: row.bytes,
    fileModified: row.file_modified,
    isRemoved: row.is_removed === 1,
    isIgnored: row.is_ignored === 1,
    documents: row.documents,
    failed: row.failed,
    complete: row.complete === 1,
    settings: row.settings,
  };
}

const ARTICLE = `
  SELECT path, 'article' AS kind, status, engine_id, bytes, file_modified,
    removed_at IS NOT NULL AS is_removed, ignored_at IS NOT NULL AS is_ignored,
    1 AS documents, status = 'failed' AS failed, 1 AS complete, NULL AS settings
  FROM documents WHERE member = 0`;
const CONTAINER = `
  SELECT path, 'container' AS kind, iif(failed > 0, 'failed', 'ok') AS status, engine_id, bytes,
    iif(EXISTS (SELECT 1 FROM documents WHERE documents.path = containers.path AND sha256 IS NULL), NULL, file_modified)
      AS file_modified,
    removed_at IS NOT NULL AS is_removed, 0 AS is_ignored, documents, failed, complete, settings
  FROM containers WHERE TRUE`;
const RANGE = `${CONTAINER} AND path >= ? AND path < ? UNION ALL ${ARTICLE} AND path >= ? AND path < ? ORDER BY path`;
const ONE = `${CONTAINER} AND path = ? UNION ALL ${ARTICLE} AND path = ? LIMIT 1`;
const KNOWN_ARTICLE =
  "SELECT sha256, status, engine_id FROM documents WHERE path = ? AND removed_at IS NULL AND sha256 IS NOT NULL";
const FILE_HASH = "SELECT sha256 FROM documents WHERE path = ?";
const CONTAINER_HASH = "SELECT sha256 FROM containers WHERE path = ?";
