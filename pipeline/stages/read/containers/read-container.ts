import { ReadError } from "../read-error.js";
import { collectBytes } from "./collect-bytes.js";
import { type ContainerFormat, containerFormat } from "./container-format.js";
import type { ContainerContext, ContainerInput } from "./container-input.js";
import type { ContainerLimits } from "./container-limits.js";
import { csvMembers } from "./csv-members.js";
import type { FieldChoice } from "./fields.js";
import { fileSort } from "./file-sort.js";
import { gunzip } from "./gunzip.js";
import { jsonLinesMembers } from "./json-lines-members.js";
import { jsonMembers } from "./json-members.js";
import { type Member, passedOver } from "./member.js";
import { peekBytes } from "./peek-bytes.js";
import { tarMembers } from "./tar-members.js";
import { UnpackBudget } from "./unpack-budget.js";
import { warcMembers } from "./warc-members.js";
import { zipMembers } from "./zip-members.js";

export interface ContainerOptions {
  readonly limits: ContainerLimits;
  /** Keys of lists of records that the user named. */
  readonly fields: FieldChoice;
  /** Size of the container. */
  readonly bytes: number;
}

/**
 * What a container holds, member by member, in its own order and always the same; only one is in memory at a time. What
 * speaks against the container as a whole is thrown as a ReadError of its path, after all that could be read of it.
 */
export async function* readContainer(input: ContainerInput, options: ContainerOptions): AsyncGenerator<Member> {
  const { limits, fields, bytes } = options;
  const context = { limits, fields, budget: new UnpackBudget(input.path, bytes), depth: 0 };
  let documents = 0;
  let passedOver = 0;
  for await (const member of membersOf(input, context)) {
    if (member.kind === "passed-over") passedOver += 1;
    else documents += 1;
    if (documents > limits.maxDocuments) {
      const reason = `more than ${limits.maxDocuments} documents; split it, or allow more by --max-documents`;
      throw new ReadError("read.too-many", input.path, reason);
    }
    yield member;
  }
  if (documents + passedOver === 0) {
    throw new ReadError("read.no-articles", input.path, "it holds no articles; leave it out, or get it anew");
  }
}

async function* membersOf(input: ContainerInput, context: ContainerContext): AsyncGenerator<Member> {
  const format = containerFormat(input.name, input.head);
  if (format === "gzip") yield* gzipMembers(input, context);
  else if (format !== undefined) yield* formatMembers(format, input, context);
}

async function* formatMembers(
  format: Exclude<ContainerFormat, "gzip">,
  input: ContainerInput,
  context: ContainerContext,
): AsyncGenerator<Member> {
  switch (format) {
    case "csv":
      yield* csvMembers(input, context);
      return;
    case "json":
      yield* jsonMembers(input, context);
      return;
    case "jsonl":
      yield* jsonLinesMembers(input, context);
      return;
    case "tar":
      yield* tarMembers(input, context, membersOf);
      return;
    case "warc":
      yield* warcMembers(input, context);
      return;
    case "zip":
      yield* zipMembers(input, context, membersOf);
  }
}

/** gzip packs one file: its members are those of the file inside, or the file is the one member. */
async function* gzipMembers(input: ContainerInput, context: ContainerContext): AsyncGenerator<Member> {
  const name = nameInside(input.name);
  const { path } = input;
  const { head, chunks, close } = await peekBytes(gunzip(input.chunks, path, context.budget));
  try {
    const sort = fileSort(name, head);
    if (sort === "gzip") throw packedTwice(path);
    if (sort !== "article" && sort !== "other") {
      yield* formatMembers(sort, { path, name, head, chunks }, context);
    } else if (sort === "article") {
      const most = context.limits.maxFileBytes;
      const bytes = await collectBytes(chunks, { path, most });
      yield { kind: "part", part: { path: `${path}#${name.slice(name.lastIndexOf("/") + 1)}`, bytes } };
    } else {
      // A damage shows only when the bytes are asked for.
      if (head.length === 0) await collectBytes(chunks, { path, most: 0 });
      yield passedOver("in gzip, no text");
    }
  } finally {
    await close();
  }
}

function nameInside(name: string): string {
  return name.replace(/\.tgz$/iu, ".tar").replace(/\.(?:gz|gzip)$/iu, "");
}

function packedTwice(path: string): ReadError {
  return new ReadError("read.nested", path, "gzip inside gzip; unpack it and add what is inside");
}
