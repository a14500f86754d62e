import { membersOf } from "../store/containers.js";
import { knownArticle, knownFileAt } from "../store/known-files.js";
import type { Store } from "../store/store.js";
import { storedDocument } from "../store/stored-document.js";
import { decideFile, type RunScope } from "./decide-file.js";
import { FileWalk, type WalkedFile } from "./file-walk.js";
import { type KnownArticle, type StoredPlace, sizeOf, type WorkItem } from "./work-item.js";

/** Sending a batch costs as much as some documents do; with more than these the gain is small, and waits are not. */
const MOST_ITEMS = 64;
const MOST_BYTES = 1_000_000;

/** The work that there is under paths, in the order of paths. What is stored meanwhile is seen. */
export function* workOfRun(store: Store, paths: readonly string[], scope: RunScope): Generator<WorkItem> {
  const walk = new FileWalk(paths, { isKnown: (path) => knownFileAt(store, path) !== undefined });
  for (const step of walk.steps()) if (step.step === "file") yield* workOfFile(store, step.file, scope);
}

/** Batches as worker threads take them. */
export async function* inBatches(
  items: Iterable<WorkItem> | AsyncIterable<WorkItem>,
): AsyncGenerator<readonly WorkItem[]> {
  let batch: WorkItem[] = [];
  let size = 0;
  for await (const item of items) {
    batch.push(item);
    size += sizeOf(item);
    if (batch.length < MOST_ITEMS && size < MOST_BYTES) continue;
    yield batch;
    batch = [];
    size = 0;
  }
  if (batch.length > 0) yield batch;
}

function* workOfFile(store: Store, file: WalkedFile, scope: RunScope): Generator<WorkItem> {
  const { path, bytes, modified } = file;
  switch (decideFile(file, knownFileAt(store, path), scope)) {
    case "read":
      yield { kind: "file", path, size: bytes, known: articleToCompare(store, path, scope) };
      return;
    case "analyse":
      yield toAnalyse(store, path, { fileModified: modified, isMember: false }) ?? {
        kind: "file",
        path,
        size: bytes,
        known: undefined,
      };
      return;
    case "analyse-members":
      yield* membersToAnalyse(store, path, scope);
      return;
    default:
  }
}

/** What the store has of an article that is read again and may be unchanged; nothing of one that is to be read anyway. */
export function articleToCompare(store: Store, path: string, scope: RunScope): KnownArticle | undefined {
  if (scope.force || scope.selected?.has(path) === true) return undefined;
  const known = knownArticle(store, path);
  return known && { sha256: known.sha256, status: known.status, isCurrent: scope.engines.isCurrent(known.engineId) };
}

function toAnalyse(store: Store, path: string, place: StoredPlace): WorkItem | undefined {
  const document = storedDocument(store, path);
  return document && { kind: "stored", document, place };
}

function* membersToAnalyse(store: Store, path: string, { engines }: RunScope): Generator<WorkItem> {
  for (const member of membersOf(store, path)) {
    if (member.status === "failed" || engines.isCurrent(member.engineId)) continue;
    const item = toAnalyse(store, member.path, { fileModified: undefined, isMember: true });
    if (item !== undefined) yield item;
  }
}
