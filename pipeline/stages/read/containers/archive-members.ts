import { extensionOf } from "../media-type.js";
import { ReadError } from "../read-error.js";
import { collectBytes, tooLarge } from "./collect-bytes.js";
import type { ContainerContext, ContainerInput } from "./container-input.js";
import { fileSort, isCalledArticle } from "./file-sort.js";
import { Identities, type Identity } from "./identities.js";
import { isIgnoredName, isPageFolder } from "./ignored-names.js";
import { brokenMember, type Member, passedOver } from "./member.js";
import { memberName } from "./member-name.js";
import { peekBytes } from "./peek-bytes.js";

/** A file in an archive. */
export interface ArchiveEntry {
  /** As the archive states it. */
  readonly name: string;
  /** Unpacked bytes, as the archive states them. */
  readonly size: number;
  /** Why it cannot be unpacked, and the remedy. */
  readonly refusal?: string | undefined;
  /** To be read once, or not at all. Errors are ReadErrors of `path`. */
  open(path: string): Promise<AsyncIterable<Uint8Array>>;
}

/** Reads a container that is a member of another. */
export type NestedReader = (input: ContainerInput, context: ContainerContext) => AsyncGenerator<Member>;

interface ArchiveOptions {
  readonly input: ContainerInput;
  readonly context: ContainerContext;
  readonly nested: NestedReader;
  /** All names, where they are known before; else pages are known from when they were passed. */
  readonly names?: ReadonlySet<string>;
}

/** The articles among an archive's files, and those in containers among them; by the rules that hold for folders. */
export async function* archiveMembers(
  entries: AsyncIterable<ArchiveEntry>,
  options: ArchiveOptions,
): AsyncGenerator<Member> {
  const identities = new Identities(options.input.path);
  const seen = new Set(options.names);
  let ordinal = 0;
  for await (const entry of entries) {
    ordinal += 1;
    const name = memberName(entry.name);
    if (name === "" || isIgnoredName(name) || isPageFolder(name, seen)) continue;
    if (options.names === undefined && isPage(name)) seen.add(name);
    yield* entryMembers(entry, { ...options, name, identity: identities.next(name, ordinal) });
  }
}

interface EntryOptions extends ArchiveOptions {
  readonly name: string;
  readonly identity: Identity;
}

async function* entryMembers(entry: ArchiveEntry, options: EntryOptions): AsyncGenerator<Member> {
  const { name, identity } = options;
  try {
    if (entry.refusal === undefined) yield* openedMembers(entry, options);
    else if (mayBeArticle(name)) throw new ReadError("read.encrypted", identity.path, entry.refusal);
    else yield passedOver(extensionOf(name));
  } catch (error) {
    if (!(error instanceof ReadError) || error.path !== identity.path) throw error;
    yield brokenMember(error);
  }
}

async function* openedMembers(entry: ArchiveEntry, options: EntryOptions): AsyncGenerator<Member> {
  const { name, context, nested, identity } = options;
  const { path, diagnostics } = identity;
  const most = context.limits.maxFileBytes;
  const { head, chunks, close } = await peekBytes(await entry.open(path));
  try {
    const sort = fileSort(name, head);
    if (sort === "other") {
      yield passedOver(extensionOf(name));
    } else if (sort !== "article") {
      if (context.depth > 0) throw tooDeep(path);
      yield* nested({ path, name, head, chunks }, { ...context, depth: context.depth + 1 });
    } else {
      if (entry.size > most) throw tooLarge(path, most);
      yield { kind: "part", part: { path, bytes: await collectBytes(chunks, { path, most }), diagnostics } };
    }
  } finally {
    await close();
  }
}

/** Of a file that cannot be looked into. */
function mayBeArticle(name: string): boolean {
  return extensionOf(name) === "" || isCalledArticle(name);
}

function isPage(name: string): boolean {
  return [".html", ".htm", ".xhtml"].includes(extensionOf(name));
}

function tooDeep(path: string): ReadError {
  const reason = "a container in a container in a container; unpack the outer one and add what is inside";
  return new ReadError("read.nested", path, reason);
}
