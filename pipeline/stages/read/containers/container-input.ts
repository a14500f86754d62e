import type { ContainerLimits } from "./container-limits.js";
import type { FieldChoice } from "./fields.js";
import { Identities } from "./identities.js";
import type { UnpackBudget } from "./unpack-budget.js";

/** A container to be read once, from its beginning to its end. */
export interface ContainerInput {
  /** Its identity: the path of the file, and of a container in a container the member behind `#`. */
  readonly path: string;
  /** The name that its extension is read from. */
  readonly name: string;
  /** Its beginning, see HEAD_BYTES. */
  readonly head: Uint8Array;
  readonly chunks: AsyncIterable<Uint8Array>;
  /** Where it lies on the disk, when it does. */
  readonly file?: string | undefined;
}

export interface ContainerContext {
  readonly limits: ContainerLimits;
  readonly fields: FieldChoice;
  readonly budget: UnpackBudget;
  /** 0 in the file itself; members of its members are not unpacked any further. */
  readonly depth: number;
}

export interface RecordReading {
  readonly path: string;
  readonly fields: FieldChoice;
  readonly identities: Identities;
}

export function recordOptions(input: ContainerInput, context: ContainerContext): RecordReading {
  return { path: input.path, fields: context.fields, identities: new Identities(input.path) };
}
