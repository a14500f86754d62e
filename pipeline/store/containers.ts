import { deleteDocument } from "./delete-document.js";
import type { Run } from "./runs.js";
import type { Store } from "./store.js";

/** A file that holds several articles, as a run reads it. */
export interface Container {
  readonly path: string;
  readonly sha256: string;
  readonly bytes: number;
  /** IANA media type. */
  readonly mediaType: string;
  /** Of the file, in ms since 1970. */
  readonly fileModified: number;
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

/** By what its articles are known to be all stored. */
export interface KnownContainer extends Pick<Container, "sha256" | "settings"> {
  readonly complete: boolean;
  readonly isRemoved: boolean;
  readonly engineId: number | null;
}

/**
 * Documents of a container by what became of them; what is told of the container itself counts as failed, what need not be
 * told again as read.
 */
export interface MemberCounts {
  readonly read: number;
  readonly failed: number;
}

interface ContainerRow {
  readonly sha256: string;
  readonly settings: string;
  readonly complete: number;
  readonly is_removed: number;
  readonly engine_id: number | null;
}

export function knownContainer(store: Store, path: string): KnownContainer | undefined {
  const row = store.guard(() => store.statement<ContainerRow>(KNOWN).get(path));
  if (row === undefined) return undefined;
  const { sha256, settings, complete, is_removed: isRemoved, engine_id: engineId } = row;
  return { sha256, settings, complete: complete === 1, isRemoved: isRemoved === 1, engineId };
}

export function countMembers(store: Store, path: string): MemberCounts {
  return store.guard(() => {
    const counts = store.statement<MemberCounts>(COUNT_BY_STATUS).get(path, ...memberRange(path));
    return { read: counts?.read ?? 0, failed: counts?.failed ?? 0 };
  });
}

/** Notes that a container is being read: what is stored of it is not all. To be called inside a transaction. */
export function beginContainer(store: Store, run: Run, container: Container): void {
  upsert(store, run, container, { passedOver: 0, complete: false });
}

/**
 * Notes that a container is stored whole, and removes the documents that are no longer in it; to be called inside the
 * transaction that stores the last of them. A document at the container's own path, from when it was read as one article,
 * is removed too, unless the container holds that path: then it tells what is wrong with the container.
 */
export function finishContainer(store: Store, run: Run, container: ReadContainer): void {
  const { path, passedOver, holds } = container;
  for (const member of memberPaths(store, path)) if (!holds(member)) deleteDocument(store, member);
  if (!holds(path)) deleteDocument(store, path);
  upsert(store, run, container, { passedOver, complete: true });
}

/** Paths of the stored documents of a container, in order. */
export function memberPaths(store: Store, path: string): readonly string[] {
  return store
    .statement<{ readonly path: string }>(MEMBERS)
    .all(...memberRange(path))
    .map((member) => member.path);
}

/** A document of a container, and what it was made by. */
export interface MemberRow {
  readonly path: string;
  readonly status: "ok" | "refused" | "failed";
  readonly engineId: number | null;
}

const MEMBERS_AT_A_TIME = 500;

/** The documents of a container in the order of their paths; the store may be written to meanwhile. */
export function* membersOf(store: Store, path: string): Generator<MemberRow> {
  const [from, to] = memberRange(path);
  let after = from;
  for (;;) {
    const some = store.guard(() => store.statement<MemberRow>(SOME_MEMBERS).all(after, to, MEMBERS_AT_A_TIME));
    yield* some;
    const last = some.at(-1);
    if (last === undefined) return;
    after = last.path;
  }
}

/** Whether a container has a document that was read, by an engine of which this is so. */
export function hasMemberMadeBy(store: Store, path: string, isSo: (engineId: number | null) => boolean): boolean {
  for (const { status, engineId } of membersOf(store, path)) if (status !== "failed" && isSo(engineId)) return true;
  return false;
}

/** Counts anew how many documents of a container failed; to be called inside a transaction. */
export function recountFailures(store: Store, path: string): void {
  store.statement("UPDATE containers SET failed = ? WHERE path = ?").run(countMembers(store, path).failed, path);
}

/** Whether a run knew the file at a path as a container. */
export function isContainer(store: Store, path: string): boolean {
  return knownContainer(store, path) !== undefined;
}

/** Whether an earlier run could not open the file at all, and no run since did. */
export function couldNotBeOpened(store: Store, path: string): boolean {
  return store.guard(() => store.statement(UNOPENED).get(path) !== undefined);
}

/** The container that a document lies in by its path. */
export function containerOf(store: Store, path: string): string | undefined {
  for (let at = path.indexOf("#"); at > 0; at = path.indexOf("#", at + 1)) {
    const container = path.slice(0, at);
    if (knownContainer(store, container) !== undefined) return container;
  }
  return undefined;
}

function upsert(
  store: Store,
  run: Run,
  container: Container,
  { passedOver, complete }: { readonly passedOver: number; readonly complete: boolean },
): void {
  const { path, sha256, bytes, mediaType, settings, fileModified } = container;
  const { read, failed } = complete ? countMembers(store, path) : { read: 0, failed: 0 };
  store
    .statement(UPSERT)
    .run(
      path,
      sha256,
      bytes,
      mediaType,
      settings,
      read + failed,
      failed,
      passedOver,
      complete ? 1 : 0,
      run.lexiconVersion,
      run.engines.idForFailure(),
      fileModified,
      run.id,
    );
}

/** Forgets a container with all its documents: the file is none any more. To be called inside a transaction. */
export function removeContainer(store: Store, path: string): void {
  for (const member of memberPaths(store, path)) deleteDocument(store, member);
  store.statement("DELETE FROM containers WHERE path = ?").run(path);
}

/** `$` follows `#`: between the two lie the paths that begin with the container's and `#`. */
function memberRange(path: string): readonly [from: string, to: string] {
  return [`${path}#`, `${path}$`];
}

const KNOWN =
  "SELECT sha256, settings, complete, removed_at IS NOT NULL AS is_removed, engine_id FROM containers WHERE path = ?";
const MEMBERS = "SELECT path FROM documents WHERE path > ? AND path < ? ORDER BY path";
const UNOPENED = "SELECT 1 FROM documents WHERE path = ? AND sha256 IS NULL";
const SOME_MEMBERS = `
  SELECT path, status, engine_id AS engineId FROM documents
  WHERE path > ? AND path < ? AND removed_at IS NULL ORDER BY path LIMIT ?`;
const COUNT_BY_STATUS = `
  SELECT count(*) FILTER (WHERE status <> 'failed' OR ignored_at IS NOT NULL) AS read, count(*) FILTER (WHERE status = 'failed' AND ignored_at IS NULL) AS failed
  FROM documents WHERE path = ? OR (path > ? AND path < ?)`;
const UPSERT = `
  INSERT INTO containers (
    path, sha256, bytes, media_type, settings, documents, failed, passed_over, complete, lexicon_version, engine_id,
    file_modified, run_id
  ) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
  ON CONFLICT (path) DO UPDATE SET
    sha256 = excluded.sha256, bytes = excluded.bytes, media_type = excluded.media_type, settings = excluded.settings,
    documents = excluded.documents, failed = excluded.failed, passed_over = excluded.passed_over,
    complete = excluded.complete, lexicon_version = excluded.lexicon_version, engine_id = excluded.engine_id,
    file_modified = excluded.file_modified, run_id = excluded.run_id, removed_at = NULL`;
