import { type ContainerLimits, DEFAULT_LIMITS } from "../stages/read/containers/container-limits.js";
import { FIELDS, type Field, type FieldChoice } from "../stages/read/containers/fields.js";

/** How files and containers are to be read, as far as the user has a say. */
export interface ReadingChoices {
  readonly limits: ContainerLimits;
  readonly fields: FieldChoice;
}

export type FieldName = Field;

/** What `--field` and `[read.fields]` can name. */
export const FIELD_NAMES: readonly FieldName[] = FIELDS;

/** The field called `name`, if there is one. */
export function fieldCalled(name: string): Field | undefined {
  return FIELDS.find((field) => field === name);
}

/** What was chosen, and the usual for the rest. */
export function readingChoices(chosen: {
  readonly fields?: FieldChoice | undefined;
  readonly maxFileBytes?: number | undefined;
  readonly maxDocuments?: number | undefined;
}): ReadingChoices {
  return {
    fields: chosen.fields ?? new Map(),
    limits: {
      maxFileBytes: chosen.maxFileBytes ?? DEFAULT_LIMITS.maxFileBytes,
      maxDocuments: chosen.maxDocuments ?? DEFAULT_LIMITS.maxDocuments,
    },
  };
}
