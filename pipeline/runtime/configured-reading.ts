import { type ConfigValues, fieldKeyName } from "./config-keys.js";
import { FIELD_NAMES, type ReadingChoices, readingChoices } from "./reading-choices.js";

/** How files and containers are to be read by a configuration. */
export function configuredReading(values: ConfigValues): ReadingChoices {
  const fields = FIELD_NAMES.flatMap((field) => {
    const key = values[fieldKeyName(field)];
    return key === undefined ? [] : [[field, key] as const];
  });
  return readingChoices({
    fields: new Map(fields),
    maxFileBytes: values["read.max_file_size"],
    maxDocuments: values["read.max_documents"],
  });
}
