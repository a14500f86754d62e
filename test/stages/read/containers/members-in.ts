import type { ContainerLimits } from "../../../../pipeline/stages/read/containers/container-limits.js";
import type { Field } from "../../../../pipeline/stages/read/containers/fields.js";
import type { Member } from "../../../../pipeline/stages/read/containers/member.js";
import { HEAD_BYTES } from "../../../../pipeline/stages/read/containers/peek-bytes.js";
import { readContainer } from "../../../../pipeline/stages/read/containers/read-container.js";
import { ReadError } from "../../../../pipeline/stages/read/read-error.js";
import { inPieces } from "./make-archives.js";

export interface ReadingOptions {
  readonly fields?: readonly (readonly [Field, string])[];
  readonly limits?: Partial<ContainerLimits>;
  /** Bytes that come at a time. */
  readonly piece?: number;
}

export interface Reading {
  readonly members: readonly Member[];
  /** What was thrown at the end. */
  readonly damage?: ReadError;
}

const LIMITS: ContainerLimits = { maxFileBytes: 2 ** 20, maxDocuments: 1000 };

/** Everything that a container called `name` holds. */
export async function membersIn(
  name: string,
  content: string | Uint8Array,
  options: ReadingOptions = {},
): Promise<Reading> {
  const bytes = Buffer.from(content);
  const members: Member[] = [];
  const input = {
    path: name,
    name,
    head: bytes.subarray(0, HEAD_BYTES),
    chunks: inPieces(bytes, options.piece ?? 65_536),
  };
  const reading = {
    limits: { ...LIMITS, ...options.limits },
    fields: new Map(options.fields ?? []),
    bytes: bytes.length,
  };
  try {
    for await (const member of readContainer(input, reading)) members.push(member);
    return { members };
  } catch (error) {
    if (error instanceof ReadError) return { members, damage: error };
    throw error;
  }
}

/** `path: text`, `path! code` or `- what` for each member, and `! code` for what is wrong with the container. */
export function shown({ members, damage }: Reading): readonly string[] {
  const lines = members.map((member) => {
    if (member.kind === "part") return `${member.part.path}: ${Buffer.from(member.part.bytes).toString("utf8")}`;
    return member.kind === "broken" ? `${member.path}! ${member.error.code}` : `- ${member.what}`;
  });
  return damage === undefined ? lines : [...lines, `! ${damage.code}`];
}
