import { readFileSync } from "node:fs";
import { setImmediate as nextTurn } from "node:timers/promises";
import { contentHash } from "../stages/read/document-id.js";
import { extensionOf } from "../stages/read/media-type.js";
import { type KnownFile, knownFileAt, knownFileHash, knownFiles } from "../store/known-files.js";
import type { RenamedFile } from "../store/rename-file.js";
import type { Store } from "../store/store.js";
import { comparePaths } from "./compare-paths.js";
import { decideFile, type RunScope } from "./decide-file.js";
import { type FileProblem, FileWalk, type PathRange, type WalkedFile } from "./file-walk.js";

/** What there is to do, found out without opening a file that is known. */
export interface RunPlan {
  /** Files to be read or analysed anew, and their bytes. */
  readonly files: number;
  readonly bytes: number;
  /** Files that were changed just now and are left to the next run. */
  readonly settling: number;
  readonly unchanged: number;
  readonly failedBefore: number;
  /** Of those that failed before, documents that nobody needs to be told of again. */
  readonly ignored: number;
  readonly unchangedContainers: number;
  readonly renamed: readonly RenamedFile[];
  /** Paths of files that are gone. */
  readonly removed: readonly string[];
  readonly skipped: ReadonlyMap<string, number>;
  readonly problems: readonly FileProblem[];
}

/** How long signals may have to wait, in ms. */
const LONGEST_TURN = 50;

/**
 * Compares the files under paths with what the store knows of them, in one go through both in the order of paths. Throws
 * like `FileWalk.steps`. A signal that aborts ends it early: what was not come by is then neither new nor gone.
 */
export async function planRun(
  store: Store,
  paths: readonly string[],
  scope: RunScope,
  signal: AbortSignal,
): Promise<RunPlan> {
  const walk = new FileWalk(paths, { isKnown: (path) => knownFileAt(store, path) !== undefined });
  const counts = { files: 0, bytes: 0, settling: 0, unchanged: 0, failedBefore: 0, ignored: 0, unchangedContainers: 0 };
  const gone: KnownFile[] = [];
  let newFiles = 0;
  let turn = performance.now();
  let known = new KnownRange(store, undefined);
  for (const step of walk.steps()) {
    if (performance.now() - turn > LONGEST_TURN) {
      await nextTurn();
      turn = performance.now();
      if (signal.aborted) break;
    }
    if (step.step === "search") {
      gone.push(...known.rest());
      known = new KnownRange(store, step.range);
    } else if (step.step === "closed") {
      gone.push(...known.before(step.range.from));
      known.before(step.range.to);
    } else {
      gone.push(...known.before(step.file.path));
      const found = known.at(step.file.path);
      if (found === undefined) newFiles += 1;
      count(counts, step.file, found, scope);
    }
  }
  if (signal.aborted) known.close();
  else gone.push(...known.rest());
  const isWhole = scope.since === undefined && scope.selected === undefined && !signal.aborted;
  const missing = isWhole ? gone.filter(({ isRemoved }) => !isRemoved) : [];
  const renamed = missing.length > 0 && newFiles > 0 ? await findRenamed(store, paths, missing, signal) : [];
  const moved = new Map(renamed.map((file) => [file.from, file]));
  for (const known of missing) {
    const file = moved.get(known.path);
    if (file !== undefined) countMoved(counts, known, file, scope);
  }
  const removed = new Set(missing.map(({ path }) => path).filter((path) => !moved.has(path)));
  const { skipped, problems } = walk;
  return { ...counts, renamed, removed: [...removed], skipped, problems };
}

type Counts = { -readonly [Key in keyof Omit<RunPlan, "renamed" | "removed" | "skipped" | "problems">]: number };

function count(counts: Counts, file: WalkedFile, known: KnownFile | undefined, scope: RunScope): void {
  switch (decideFile(file, known, scope)) {
    case "read":
    case "analyse":
    case "analyse-members":
      counts.files += 1;
      counts.bytes += file.bytes;
      return;
    case "failed-before":
      if (known?.isIgnored === true) counts.ignored += 1;
      else counts.failedBefore += 1;
      return;
    case "unchanged":
      counts.unchanged += known === undefined ? 0 : known.documents - known.failed;
      if (known?.kind !== "container") return;
      counts.failedBefore += known.failed;
      counts.unchangedContainers += 1;
      return;
    case "settling":
      counts.settling += 1;
      return;
    case "left-out":
  }
}

/** A file that was counted as new where it is now. */
function countMoved(counts: Counts, known: KnownFile, { to, fileModified }: RenamedFile, scope: RunScope): void {
  const file = { path: to, bytes: known.bytes ?? 0, modified: fileModified, changed: fileModified };
  counts.files -= 1;
  counts.bytes -= file.bytes;
  count(counts, file, { ...known, fileModified }, scope);
}

/** What the store knows in a range, in the order of paths, one look ahead. */
class KnownRange {
  readonly #rows: Generator<KnownFile> | undefined;
  /** The working folder's range holds all paths, but those that lead out of it are not in it. */
  readonly #isWorkingFolder: boolean;
  #next: KnownFile | undefined;

  constructor(store: Store, range: PathRange | undefined) {
    this.#rows = range && knownFiles(store, range.from, range.to);
    this.#isWorkingFolder = range?.from === "";
    this.#advance();
  }

  /** Takes what comes before a path. */
  before(path: string): readonly KnownFile[] {
    const taken: KnownFile[] = [];
    while (this.#next !== undefined && comparePaths(this.#next.path, path) < 0) taken.push(this.#take(this.#next));
    return taken;
  }

  /** Takes what is known at a path: a container's own row, and what is told against it counts with it. */
  at(path: string): KnownFile | undefined {
    if (this.#next?.path !== path) return undefined;
    const first = this.#take(this.#next);
    if (this.#next?.path === path) this.#take(this.#next);
    return first;
  }

  rest(): readonly KnownFile[] {
    const taken: KnownFile[] = [];
    while (this.#next !== undefined) taken.push(this.#take(this.#next));
    return taken;
  }

  close(): void {
    this.#rows?.return(undefined);
  }

  #take(file: KnownFile): KnownFile {
    this.#advance();
    return file;
  }

  #advance(): void {
    do {
      const step = this.#rows?.next();
      this.#next = step === undefined || step.done === true ? undefined : step.value;
    } while (this.#isWorkingFolder && this.#next?.path.startsWith("../") === true);
  }
}

/** New files with the bytes, size and extension of one that is missing; of several the first by path. */
async function findRenamed(
  store: Store,
  paths: readonly string[],
  missing: readonly KnownFile[],
  signal: AbortSignal,
): Promise<readonly RenamedFile[]> {
  const bySize = new Map<number | null, KnownFile[]>();
  for (const file of missing) bySize.set(file.bytes, [...(bySize.get(file.bytes) ?? []), file]);
  const renamed: RenamedFile[] = [];
  const walk = new FileWalk(paths);
  for (const step of walk.steps()) {
    if (signal.aborted) break;
    if (step.step !== "file") continue;
    const { path, bytes, modified } = step.file;
    const candidates = bySize.get(bytes);
    if (candidates === undefined || knownFileAt(store, path) !== undefined) continue;
    await nextTurn();
    const sha256 = hashOfFile(path);
    const at = candidates.findIndex(
      (file) => extensionOf(file.path) === extensionOf(path) && knownFileHash(store, file) === sha256,
    );
    const [found] = at < 0 ? [] : candidates.splice(at, 1);
    if (found !== undefined) renamed.push({ from: found.path, to: path, fileModified: modified });
  }
  return renamed;
}

/** Nothing of a file that cannot be read; whoever reads it next will tell. */
function hashOfFile(path: string): string | undefined {
  try {
    return contentHash(readFileSync(path));
  } catch {
    return undefined;
  }
}
