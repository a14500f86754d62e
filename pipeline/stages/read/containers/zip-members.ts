import { crc32 } from "node:zlib";
import { type Entry, fromBufferPromise, getFileNameLowLevel, openPromise, type ZipFile } from "yauzl";
import { ReadError } from "../read-error.js";
import { type ArchiveEntry, archiveMembers, type NestedReader } from "./archive-members.js";
import { collectBytes } from "./collect-bytes.js";
import type { ContainerContext, ContainerInput } from "./container-input.js";
import type { Member } from "./member.js";
import { memberName } from "./member-name.js";
import type { UnpackBudget } from "./unpack-budget.js";

/** A ZIP file is read from its end, so one inside another container is held in memory. */
const MOST_IN_MEMORY = 64 * 2 ** 20;
/** Names are decoded here: a name that yauzl would refuse ends the whole file there. */
const OPTIONS = { decodeStrings: false, lazyEntries: true, autoClose: false } as const;

/** The articles in a ZIP file. Throws ReadError when its directory cannot be read, at the end or at the beginning. */
export async function* zipMembers(
  input: ContainerInput,
  context: ContainerContext,
  nested: NestedReader,
): AsyncGenerator<Member> {
  const zip = await openZip(input);
  try {
    const entries = await directoryOf(zip, input.path);
    const names = new Set(entries.map(({ name }) => memberName(name)));
    const files = entries.filter(({ name }) => !name.endsWith("/"));
    const opened = archiveEntries(zip, files, context.budget);
    yield* archiveMembers(opened, { input, context, nested, names });
  } finally {
    zip.close();
  }
}

async function openZip({ file, chunks, path }: ContainerInput): Promise<ZipFile> {
  try {
    if (file !== undefined) return await openPromise(file, OPTIONS);
    const bytes = await collectBytes(chunks, { path, most: MOST_IN_MEMORY });
    return await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), OPTIONS);
  } catch (error) {
    throw error instanceof ReadError ? error : damaged(path);
  }
}

interface NamedEntry {
  readonly name: string;
  readonly entry: Entry;
}

/** All entries before the first is unpacked: a page is told from its folder by name, see isPageFolder. */
async function directoryOf(zip: ZipFile, path: string): Promise<readonly NamedEntry[]> {
  const entries: NamedEntry[] = [];
  try {
    for await (const entry of zip.eachEntry()) {
      const { generalPurposeBitFlag, fileNameRaw, extraFields } = entry;
      entries.push({ name: getFileNameLowLevel(generalPurposeBitFlag, fileNameRaw, extraFields, false), entry });
    }
  } catch {
    throw damaged(path);
  }
  return entries;
}

async function* archiveEntries(
  zip: ZipFile,
  entries: readonly NamedEntry[],
  budget: UnpackBudget,
): AsyncGenerator<ArchiveEntry> {
  for (const { name, entry } of entries) {
    yield {
      name,
      size: entry.uncompressedSize,
      refusal: entry.isEncrypted() ? "encrypted; unpack it with its password and add what is inside" : undefined,
      open: async (path) => unpacked(zip, entry, path, budget),
    };
  }
}

async function* unpacked(zip: ZipFile, entry: Entry, path: string, budget: UnpackBudget): AsyncGenerator<Uint8Array> {
  let sum = 0;
  try {
    const stream: AsyncIterable<Uint8Array> = await zip.openReadStreamPromise(entry);
    for await (const chunk of stream) {
      budget.spend(chunk.length);
      sum = crc32(chunk, sum);
      yield chunk;
    }
  } catch (error) {
    throw error instanceof ReadError ? error : damagedMember(path);
  }
  if (sum !== entry.crc32) throw damagedMember(path);
}

function damaged(path: string): ReadError {
  return new ReadError(
    "read.damaged",
    path,
    "the ZIP file's directory cannot be read, cut off or damaged: get it anew",
  );
}

function damagedMember(path: string): ReadError {
  const reason = "it cannot be unpacked, damaged or packed in an unusual way; unpack it by hand, or get it anew";
  return new ReadError("read.damaged", path, reason);
}
