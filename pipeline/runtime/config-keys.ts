import { availableParallelism } from "node:os";
import {
  COUNT,
  COUNT_OR_NONE,
  type ConfigType,
  FILE,
  FILES,
  FORMAT,
  LEVEL,
  NAME,
  SECONDS,
  SECONDS_OR_NONE,
  SIZE,
} from "./config-types.js";
import { FIELD_NAMES, type FieldName, readingChoices } from "./reading-choices.js";

/** Something that the user can set: in `faktum.toml`, by a variable of the environment, on the command line. */
export interface ConfigKey<Value> {
  readonly type: ConfigType<Value>;
  /** As commander writes it; `paths` are arguments. */
  readonly flag: string;
  readonly variable: string;
  usual(): Value;
  /** The usual value for a help text. */
  readonly usualText: string;
  /** One line: what it is. */
  readonly meaning: string;
}

/** One option for all of `read.fields`. */
export const FIELD_FLAG = "--field <name=key>";

/** Everything that can be configured, by its name in `faktum.toml`; `read.max_file_size` is `max_file_size` in `[read]`. */
export const CONFIG_KEYS = {
  database: {
    type: FILE,
    flag: "--db <file>",
    variable: "FAKTUM_DB",
    usual: () => "facts.db",
    usualText: "facts.db",
    meaning: "the database",
  },
  paths: {
    type: FILES,
    flag: "[path...]",
    variable: "FAKTUM_PATHS",
    usual: () => ["corpus"],
    usualText: "corpus",
    meaning: "files of articles, archives and lists of them, and folders",
  },
  workers: {
    type: COUNT,
    flag: "--workers <count>",
    variable: "FAKTUM_WORKERS",
    usual: () => availableParallelism(),
    usualText: "one a core",
    meaning: "threads that read and extract",
  },
  "read.max_file_size": {
    type: SIZE,
    flag: "--max-file-size <size>",
    variable: "FAKTUM_MAX_FILE_SIZE",
    usual: () => readingChoices({}).limits.maxFileBytes,
    usualText: "8M",
    meaning: "largest article, alone or in a container: bytes, or 500K, 8M",
  },
  "read.max_documents": {
    type: COUNT,
    flag: "--max-documents <count>",
    variable: "FAKTUM_MAX_DOCUMENTS",
    usual: () => readingChoices({}).limits.maxDocuments,
    usualText: "1000000",
    meaning: "most articles of one container",
  },
  ...fieldKeys(),
  "run.max_errors": {
    type: COUNT_OR_NONE,
    flag: "--max-errors <count>",
    variable: "FAKTUM_MAX_ERRORS",
    usual: () => undefined,
    usualText: "no limit",
    meaning: "stop a run when more documents than these have failed in it",
  },
  "run.document_seconds": {
    type: SECONDS,
    flag: "--document-seconds <seconds>",
    variable: "FAKTUM_DOCUMENT_SECONDS",
    usual: () => 60,
    usualText: "60",
    meaning: "longest time for one document; what takes longer has failed",
  },
  "run.document_memory": {
    type: COUNT,
    flag: "--document-memory <megabytes>",
    variable: "FAKTUM_DOCUMENT_MEMORY",
    usual: () => 1024,
    usualText: "1024",
    meaning: "most memory of a worker in MB; a document that needs more has failed",
  },
  "watch.settle_seconds": {
    type: SECONDS,
    flag: "--settle-seconds <seconds>",
    variable: "FAKTUM_SETTLE_SECONDS",
    usual: () => 2,
    usualText: "2",
    meaning: "how long a file must have been left alone before it is read",
  },
  "watch.poll_seconds": {
    type: SECONDS_OR_NONE,
    flag: "--poll <seconds>",
    variable: "FAKTUM_POLL_SECONDS",
    usual: () => undefined,
    usualText: "told by the system",
    meaning: "look so often for changes, on network disks whose changes the system does not tell",
  },
  "log.level": {
    type: LEVEL,
    flag: "--log-level <level>",
    variable: "FAKTUM_LOG_LEVEL",
    usual: () => "info",
    usualText: "info",
    meaning: "what is told on stderr: error, warn, info or debug, each with those before it",
  },
  "log.format": {
    type: FORMAT,
    flag: "--log-format <format>",
    variable: "FAKTUM_LOG_FORMAT",
    usual: () => "text",
    usualText: "text",
    meaning: "how it is told: text, or json for one object a line",
  },
} as const satisfies Readonly<Record<string, AnyConfigKey>>;

/** A key whose value is looked at only by its own type. */
export type AnyConfigKey = ConfigKey<unknown>;

export type ConfigName = keyof typeof CONFIG_KEYS;

/** What is set, each key with the type of its value. */
export type ConfigValues = {
  readonly [Name in ConfigName]: (typeof CONFIG_KEYS)[Name]["type"] extends ConfigType<infer Value> ? Value : never;
};

export const CONFIG_NAMES = Object.keys(CONFIG_KEYS) as readonly ConfigName[];

/** Name of the key that says which key or column of a list holds a field. */
export function fieldKeyName(field: FieldName): `read.fields.${FieldName}` {
  return `read.fields.${field}`;
}

function fieldKeys(): Readonly<Record<`read.fields.${FieldName}`, ConfigKey<string | undefined>>> {
  const keys = FIELD_NAMES.map((field) => [fieldKeyName(field), fieldKey(field)] as const);
  return Object.fromEntries(keys) as Record<`read.fields.${FieldName}`, ConfigKey<string | undefined>>;
}

function fieldKey(field: FieldName): ConfigKey<string | undefined> {
  return {
    type: NAME,
    flag: FIELD_FLAG,
    variable: `FAKTUM_FIELD_${field.toUpperCase()}`,
    usual: () => undefined,
    usualText: "found by its name",
    meaning: `the key or column of lists of articles that holds the ${field}`,
  };
}
