import { type FileHandle, open } from "node:fs/promises";
import { DEFAULT_LIMITS } from "../stages/read/containers/container-limits.js";
import { FaktumError } from "./faktum-error.js";

/** A file is refused before so much of it is in memory. */
const LONGEST_FILE = DEFAULT_LIMITS.maxFileBytes;

/** The bytes of a file. Throws FaktumError `read.…`, naming the file and the remedy, for whatever speaks against it. */
export async function readBytes(path: string): Promise<Uint8Array> {
  let handle: FileHandle | undefined;
  try {
    handle = await open(path);
    const { size } = await handle.stat();
    if (size > LONGEST_FILE) throw tooLarge(path, size);
    return await handle.readFile();
  } catch (error) {
    throw error instanceof FaktumError ? error : readError(path, error);
  } finally {
    await handle?.close();
  }
}

/** What the disk says against a file, with the remedy. */
export function readError(path: string, error: unknown): FaktumError {
  const code = typeof error === "object" && error !== null && "code" in error ? String(error.code) : String(error);
  const [name, reason] = KNOWN[code] ?? ["failed", `cannot be read (${code}); check the file and the disk`];
  return new FaktumError(`read.${name}`, `${path}: ${reason}`, { exitCode: 1, cause: error });
}

function tooLarge(path: string, size: number): FaktumError {
  const message = `${path}: ${size} bytes, more than the ${LONGEST_FILE} of any article; split it, or leave it out`;
  return new FaktumError("read.too-large", message, { exitCode: 1 });
}

const DENIED = ["no-permission", "may not be read; change its rights, or run as a user who may"] as const;
const KNOWN: Readonly<Record<string, readonly [name: string, reason: string]>> = {
  ENOENT: ["missing", "there is no such file; check its name, or run again if it was moved meanwhile"],
  EACCES: DENIED,
  EPERM: DENIED,
  EISDIR: ["folder", "is a folder; name the files in it"],
};
