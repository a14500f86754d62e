import { closeSync, createReadStream, fstatSync, openSync, readFileSync, readSync } from "node:fs";
import { type ContainerFormat, containerFormat } from "../stages/read/containers/container-format.js";
import type { ContainerInput } from "../stages/read/containers/container-input.js";
import { HEAD_BYTES } from "../stages/read/containers/peek-bytes.js";
import { FaktumError } from "./faktum-error.js";
import { readError } from "./read-bytes.js";

/** What is at a path: one article, whole, or a container, of which a large one is not in memory but for its beginning. */
export type OpenedFile = { readonly modified: number } & (
  | { readonly bytes: Uint8Array; readonly container?: never }
  | { readonly bytes?: Uint8Array; readonly container: ContainerFile }
);

export interface ContainerFile {
  readonly path: string;
  readonly format: ContainerFormat;
  readonly size: number;
  readonly head: Uint8Array;
  /** All of it, when it is no larger than an article may be. */
  readonly bytes?: Uint8Array;
}

/**
 * Opens the file at a path. One of up to `maxBytes` is read; of a longer one only the beginning, and it is refused unless
 * it is a container. `modified` is its time, in ms since 1970, before it was read. Throws FaktumError `read.…`, naming the
 * file and the remedy, for whatever speaks against it. Blocks the thread: that costs half of what promises do.
 */
export function openFile(path: string, maxBytes: number): OpenedFile {
  let file: number | undefined;
  try {
    file = openSync(path, "r");
    const { size, mtimeMs: modified } = fstatSync(file);
    if (size > maxBytes) return { modified, container: openLarge(path, file, { size, maxBytes }) };
    const bytes = readFileSync(file);
    const head = bytes.subarray(0, HEAD_BYTES);
    const format = containerFormat(path, head);
    if (format === undefined) return { modified, bytes };
    return { modified, container: { path, format, size: bytes.length, head, bytes } };
  } catch (error) {
    throw error instanceof FaktumError ? error : readError(path, error);
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

/** To be read once, from the beginning. An error of the disk is thrown as FaktumError. */
export function containerInput({ path, head, bytes }: ContainerFile): ContainerInput {
  if (bytes !== undefined) return { path, name: path, head, chunks: once(bytes) };
  return { path, name: path, head, chunks: fileChunks(path), file: path };
}

/** The bytes of a file, piece by piece. An error of the disk is thrown as FaktumError. */
export async function* fileChunks(path: string): AsyncGenerator<Uint8Array> {
  const stream: AsyncIterable<Uint8Array> = createReadStream(path, { highWaterMark: CHUNK_BYTES });
  try {
    yield* stream;
  } catch (error) {
    throw readError(path, error);
  }
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

function openLarge(
  path: string,
  file: number,
  { size, maxBytes }: { readonly size: number; readonly maxBytes: number },
): ContainerFile {
  const buffer = Buffer.alloc(HEAD_BYTES);
  const head = buffer.subarray(0, readSync(file, buffer, 0, HEAD_BYTES, 0));
  const format = containerFormat(path, head);
  if (format === undefined) throw tooLarge(path, size, maxBytes);
  return { path, format, size, head };
}

function tooLarge(path: string, size: number, maxBytes: number): FaktumError {
  const reason = `${size} bytes, more than the ${maxBytes} of any article`;
  const message = `${path}: ${reason}; split it, leave it out, or allow more by --max-file-size`;
  return new FaktumError("read.too-large", message, { exitCode: 1 });
}

const CHUNK_BYTES = 262_144;
