import { deleteDocument } from "./record-failure.js";
import type { Run } from "./runs.js";
import type { Store } from "./store.js";

/** A file that holds several articles, as a run reads it. */
export interface Container {
  readonly path: string;
  readonly sha256: string;
  readonly bytes: number;
  /** IANA media type. */
  readonly mediaType: string;
  /** JSON: the options that decide what is read out of it. */
  readonly settings: string;
}

/** A container that was read to its end. */
export interface ReadContainer extends Container {
  /** Members that are no articles. */
  readonly passedOver: number;
  /** Whether it has the document at a path, failed ones too; the others that the store has of it are gone from it. */
  holds(path: string): boolean;
}

export interface KnownContainer extends Container {
  readonly lexiconVersion: string;
  readonly complete: boolean;
}

/** Documents of a container by what became of them; what is told of the container itself counts as failed. */
export interface MemberCounts {
  readonly read: number;
  readonly failed: number;
}

interface ContainerRow {
  readonly path: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly media_type: string;
  readonly settings: string;
  readonly complete: number;
  readonly lexicon_version: string;
}

export function knownContainer(store: Store, path: string): KnownContainer | undefined {
  const row = store.guard(() => store.statement<ContainerRow>(KNOWN).get(path));
  if (row === undefined) return undefined;
  const { media_type: mediaType, lexicon_version: lexiconVersion, complete, ...rest } = row;
  return { ...rest, mediaType, lexiconVersion, complete: complete === 1 };
}

export function countMembers(store: Store, path: string): MemberCounts {
  return store.guard(() => {
    const counts = store.statement<MemberCounts>(COUNT_BY_STATUS).get(path, ...memberRange(path));
    return { read: counts?.read ?? 0, failed: counts?.failed ?? 0 };
  });
}

/** Notes that a container is being read: what is stored of it is not all. To be called inside a transaction. */
export function beginContainer(store: Store, run: Run, container: Container): void {
  const { path, sha256, bytes, mediaType, settings } = container;
  store.statement(UPSERT).run(path, sha256, bytes, mediaType, settings, 0, 0, 0, run.lexiconVersion, run.id);
}

/**
 * Notes that a container is stored whole, and removes the documents that are no longer in it; to be called inside the
 * transaction that stores the last of them. A document at the container's own path, from when it was read as one article,
 * is removed too, unless the container holds that path: then it tells what is wrong with the container.
 */
export function finishContainer(store: Store, run: Run, container: ReadContainer): void {
  const { path, sha256, bytes, mediaType, settings, passedOver, holds } = container;
  const stored = store.statement<{ readonly path: string }>(MEMBERS).all(...memberRange(path));
  const gone = stored.filter((member) => !holds(member.path));
  for (const member of gone) deleteDocument(store, member.path);
  if (!holds(path)) deleteDocument(store, path);
  const documents = stored.length - gone.length;
  store
    .statement(UPSERT)
    .run(path, sha256, bytes, mediaType, settings, documents, passedOver, 1, run.lexiconVersion, run.id);
}

/** Forgets a container with all its documents: the file is none any more. To be called inside a transaction. */
export function removeContainer(store: Store, path: string): void {
  const members = store.statement<{ readonly path: string }>(MEMBERS).all(...memberRange(path));
  for (const member of members) deleteDocument(store, member.path);
  store.statement("DELETE FROM containers WHERE path = ?").run(path);
}

/** `$` follows `#`: between the two lie the paths that begin with the container's and `#`. */
function memberRange(path: string): readonly [from: string, to: string] {
  return [`${path}#`, `${path}$`];
}

const KNOWN =
  "SELECT path, sha256, bytes, media_type, settings, complete, lexicon_version FROM containers WHERE path = ?";
const MEMBERS = "SELECT path FROM documents WHERE path > ? AND path < ? ORDER BY path";
const COUNT_BY_STATUS = `
  SELECT count(*) FILTER (WHERE status <> 'failed') AS read, count(*) FILTER (WHERE status = 'failed') AS failed
  FROM documents WHERE path = ? OR (path > ? AND path < ?)`;
const UPSERT = `
  INSERT INTO containers (
    path, sha256, bytes, media_type, settings, documents, passed_over, complete, lexicon_version, run_id
  ) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
  ON CONFLICT (path) DO UPDATE SET
    sha256 = excluded.sha256, bytes = excluded.bytes, media_type = excluded.media_type, settings = excluded.settings,
    documents = excluded.documents, passed_over = excluded.passed_over, complete = excluded.complete,
    lexicon_version = excluded.lexicon_version, run_id = excluded.run_id`;
