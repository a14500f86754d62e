import { createHash, randomBytes } from "node:crypto";
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  unlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";

const HOUR = 3_600_000;
/** A file that no one has used for so long is deleted, and so are all but so many of a sort. */
const LONGEST_UNUSED = 30 * 24 * HOUR;
const MOST_KEPT = 8;
/** How exactly a file's time tells when it was used last. */
const TOUCHED_AFTER = HOUR;
/** An unfinished file that is older was left by a process that died. */
const LONGEST_WRITING = HOUR;
/** A larger file is none of ours. */
const LARGEST = 256 * 2 ** 20;
const CHECKSUM_BYTES = 32;

/** One file of a cache: `sort` is a lower-case word, `key` tells what it was made of, in hex digits. */
export interface CacheFile {
  readonly folder: string;
  readonly sort: string;
  readonly key: string;
}

/** The bytes that were kept for a key; undefined when there are none or they are not whole. Never throws. */
export function readCache(entry: CacheFile): Buffer | undefined {
  const file = fileOf(entry);
  try {
    const stat = statSync(file);
    if (!stat.isFile() || stat.size > LARGEST) return undefined;
    const found = readFileSync(file);
    const kept = found.subarray(CHECKSUM_BYTES);
    if (!found.subarray(0, CHECKSUM_BYTES).equals(checksum(entry, kept))) return undefined;
    if (Date.now() - stat.mtimeMs > TOUCHED_AFTER) touch(file);
    return kept;
  } catch {
    return undefined; // not there, or not readable: then it is made anew
  }
}

/**
 * Keeps bytes for a key, whole or not at all, whoever else does so at the same time, and deletes what has not been used
 * for long. Does nothing where the folder cannot be written. Never throws.
 */
export function writeCache(entry: CacheFile, bytes: Uint8Array): void {
  const file = fileOf(entry);
  const unfinished = `${file}.${process.pid}-${randomBytes(6).toString("hex")}${UNFINISHED}`;
  try {
    mkdirSync(entry.folder, { recursive: true });
    writeFileSync(unfinished, Buffer.concat([checksum(entry, bytes), bytes]), { flag: "wx" });
    renameSync(unfinished, file);
  } catch {
    remove(unfinished); // no room, no right, no folder: the next start is just slower
    return;
  }
  prune(entry);
}

const UNFINISHED = ".tmp";

function fileOf({ folder, sort, key }: CacheFile): string {
  return path.join(folder, `${sort}-${key}.bin`);
}

/** Of the bytes and of what they are for: a file under another's name is found out. */
function checksum({ sort, key }: CacheFile, bytes: Uint8Array): Buffer {
  return createHash("sha256").update(`${sort}-${key}\n`).update(bytes).digest();
}

function prune({ folder, sort }: CacheFile): void {
  const now = Date.now();
  const files = filesIn(folder, `${sort}-`);
  for (const { file, time } of files) {
    if (file.endsWith(UNFINISHED) && now - time > LONGEST_WRITING) remove(file);
  }
  const kept = files.filter(({ file }) => file.endsWith(".bin")).sort((one, other) => other.time - one.time);
  for (const [index, { file, time }] of kept.entries()) {
    if (index >= MOST_KEPT || now - time > LONGEST_UNUSED) remove(file);
  }
}

/** The files that are still there by the time they are looked at. */
function filesIn(folder: string, start: string): readonly { readonly file: string; readonly time: number }[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.startsWith(start))
      .flatMap((name) => {
        const file = path.join(folder, name);
        const stat = statSync(file, { throwIfNoEntry: false });
        return stat?.isFile() ? [{ file, time: stat.mtimeMs }] : [];
      });
  } catch {
    return []; // then it is not ours to clean up
  }
}

function touch(file: string): void {
  try {
    utimesSync(file, new Date(), new Date());
  } catch {
    return; // read-only: it is used all the same
  }
}

function remove(file: string): void {
  try {
    unlinkSync(file);
  } catch {
    return; // another process was first, or it cannot be deleted
  }
}
