import { existsSync, realpathSync, renameSync, rmSync, type Stats, statSync } from "node:fs";
import { open } from "node:fs/promises";
import path from "node:path";
import { FaktumError } from "./faktum-error.js";

export interface WholeFileOptions {
  /** Put it in the place of a file that is there. */
  readonly force: boolean;
  /** The database that the contents come from, which must not be written over. */
  readonly database: string;
  readonly signal: AbortSignal;
}

/** Files that SQLite keeps beside a database. */
const COMPANIONS = ["", "-wal", "-shm", "-journal", "-lock"] as const;

/**
 * Has `make` write a file beside `target` and gives it that name when it is whole; returns its bytes, or nothing when it was
 * stopped. Throws FaktumError when the file may not or cannot be written; what stood at `target` is then as it was.
 */
export async function makeWholeFile(
  target: string,
  options: WholeFileOptions,
  make: (part: string) => void | Promise<void>,
): Promise<number | undefined> {
  checkTarget(target, options);
  const part = path.resolve(`${target}.part-${process.pid}`);
  try {
    await make(part);
    if (options.signal.aborted) return undefined;
    const handle = await open(part, "r");
    await handle.sync().finally(() => handle.close());
    checkTarget(target, options);
    const { size } = statSync(part);
    renameSync(part, path.resolve(target));
    return size;
  } catch (error) {
    throw writeError(target, error);
  } finally {
    for (const end of COMPANIONS) rmSync(`${part}${end}`, { force: true });
  }
}

/** Writes pieces one after the other, none of which need be in memory with the next; see `makeWholeFile`. */
export function writeWholeFile(
  target: string,
  pieces: Iterable<string | Uint8Array>,
  options: WholeFileOptions,
): Promise<number | undefined> {
  return makeWholeFile(target, options, async (part) => {
    const handle = await open(part, "wx");
    try {
      for (const portion of inPortions(pieces)) {
        if (options.signal.aborted) return;
        await handle.writeFile(portion);
      }
    } finally {
      await handle.close();
    }
  });
}

/** Bytes that are written at a time. */
const PORTION = 1 << 18;

/** Many small pieces as few large ones; between two of them signals are heard. */
export function* inPortions(pieces: Iterable<string | Uint8Array>): Generator<Uint8Array> {
  let waiting: Uint8Array[] = [];
  let size = 0;
  for (const piece of pieces) {
    const bytes = typeof piece === "string" ? Buffer.from(piece) : piece;
    waiting.push(bytes);
    size += bytes.length;
    if (size < PORTION) continue;
    yield Buffer.concat(waiting);
    [waiting, size] = [[], 0];
  }
  if (size > 0) yield Buffer.concat(waiting);
}

function checkTarget(target: string, { force, database }: WholeFileOptions): void {
  const folder = path.dirname(path.resolve(target));
  if (!existsSync(folder)) throw refusal(target, `the folder ${folder} does not exist; make it, or name another file`);
  const found = statOf(target);
  if (found?.isDirectory()) throw refusal(target, "this is a folder; name a file in it");
  if (found !== undefined && !found.isFile()) throw refusal(target, "this is no ordinary file; name another one");
  if (isPartOf(database, target, found)) throw refusal(target, "this is the database itself; name another file");
  if (found !== undefined && !force) throw refusal(target, "this file is there already; name another, or add --force");
  const companion = COMPANIONS.slice(1).find((end) => existsSync(`${target}${end}`));
  if (companion !== undefined) {
    throw refusal(target, `${target}${companion} stands beside it, a database is in use there; name another file`);
  }
}

/** Whether it is the database or one of its companions, under whatever name. */
function isPartOf(database: string, target: string, found: Stats | undefined): boolean {
  const source = statOf(database);
  if (source === undefined) return false;
  if (found !== undefined && found.dev === source.dev && found.ino === source.ino) return true;
  const name = path.join(realpathSync(path.dirname(path.resolve(target))), path.basename(target));
  return COMPANIONS.some((end) => `${realpathSync(database)}${end}` === name);
}

function statOf(file: string): Stats | undefined {
  try {
    return statSync(file, { throwIfNoEntry: false });
  } catch (error) {
    throw refusal(file, "its folder may not be entered; change the folder's rights, or name another file", error);
  }
}

/** What the operating system says of the disk, with the remedy; all other errors as they are. */
function writeError(target: string, error: unknown): unknown {
  const code = typeof error === "object" && error !== null && "code" in error ? String(error.code) : "";
  const remedy = REMEDIES.find(([begin]) => code.startsWith(begin))?.[1];
  if (remedy === undefined) return error;
  return new FaktumError("export.cannot-write", `${target}: ${remedy}`, { exitCode: 4, cause: error });
}

const REMEDIES: readonly (readonly [code: string, remedy: string])[] = [
  ["ENOSPC", "the disk is full; make room, or name a file on another disk"],
  ["EDQUOT", "your quota of the disk is used up; make room, or name a file on another disk"],
  ["EFBIG", "the file would be larger than allowed (ulimit -f); raise the limit, or export less"],
  ["EIO", "the disk failed to write it; check the disk, or name a file on another one"],
  ["EACCES", "it cannot be written; check that you may write to its folder"],
  ["EPERM", "it cannot be written; check that you may write to its folder"],
  ["EROFS", "it cannot be written; the disk is write-protected, name a file on another one"],
  ["ENAMETOOLONG", "the name is too long; name another file"],
];

function refusal(target: string, reason: string, cause?: unknown): FaktumError {
  return new FaktumError("export.refused", `${target}: ${reason}`, { exitCode: 2, cause });
}
