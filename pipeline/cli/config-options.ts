import { type Command, InvalidArgumentError, Option } from "commander";
import { type Config, type ConfigSources, resolveConfig } from "../runtime/config.js";
import { type AnyConfigKey, CONFIG_KEYS, CONFIG_NAMES, type ConfigName, FIELD_FLAG } from "../runtime/config-keys.js";
import { FIELD_NAMES, fieldCalled } from "../runtime/reading-choices.js";

/** `[read.fields]` has a key for each field; on the command line one option sets them all. */
const FIELDS_OPTION = "read.fields";
const FIELD_MEANING = `the key or column of lists of articles (JSON, JSONL, CSV) that holds a field, such as text=maintext; may be repeated (fields: ${FIELD_NAMES.join(", ")})`;

/** The options by which files and containers are read, the same for every command that reads. */
export const READING_OPTIONS = [FIELDS_OPTION, "read.max_file_size", "read.max_documents"] as const;

/** What has an option: every key but those of fields, which share one, and the paths, which are arguments. */
export type ConfigOption = Exclude<ConfigName, "paths" | `read.fields.${string}`> | typeof FIELDS_OPTION;

/** Adds the option that sets `name`. It has no default: what is not said is left to the configuration. */
export function addConfigOption(command: Command, name: ConfigOption, meaning?: string): Command {
  if (name === FIELDS_OPTION) return command.addOption(new Option(FIELD_FLAG, FIELD_MEANING).argParser(collectField));
  const key: AnyConfigKey = CONFIG_KEYS[name];
  const text = `${meaning ?? key.meaning} (default: ${key.usualText})`;
  return command.addOption(new Option(key.flag, text).argParser((value) => readOption(key, value)));
}

export function addConfigOptions(command: Command, names: readonly ConfigOption[]): Command {
  for (const name of names) addConfigOption(command, name);
  return command;
}

/**
 * The settings that apply to a command that is being run: its options and `paths`, the environment, the configuration
 * files, the usual values. Throws a FaktumError when a file or variable is wrong.
 */
export function configOf(command: Command, paths: readonly string[] = []): Promise<Config> {
  return resolveConfig(sourcesOf(command, paths));
}

/** Where the settings of a command that is being run come from. */
export function sourcesOf(command: Command, paths: readonly string[] = []): ConfigSources {
  const given = command.optsWithGlobals<Readonly<Record<string, unknown>>>();
  const flags = new Map<ConfigName, { readonly value: unknown; readonly from: string }>();
  for (const name of CONFIG_NAMES) {
    if (name === "paths") continue;
    const option = new Option(CONFIG_KEYS[name].flag);
    const value = givenFor(name, given[option.attributeName()]);
    if (value !== undefined) flags.set(name, { value, from: option.long ?? option.flags });
  }
  if (paths.length > 0) flags.set("paths", { value: paths, from: "command line" });
  const file = given["config"];
  return {
    folder: process.cwd(),
    environment: process.env,
    flags,
    file: typeof file === "string" ? file : undefined,
  };
}

/** Of the option that sets all fields, what it says of this one. */
function givenFor(name: ConfigName, value: unknown): unknown {
  return value instanceof Map ? value.get(name) : value;
}

function readOption({ type }: AnyConfigKey, text: string): unknown {
  const value = type.fromText(text);
  if (value === undefined) throw new InvalidArgumentError(sentence(type.remedy));
  return value;
}

/** By the full names of the keys. */
function collectField(text: string, before: ReadonlyMap<string, string> = new Map()): ReadonlyMap<string, string> {
  const at = text.indexOf("=");
  const field = fieldCalled(text.slice(0, Math.max(at, 0)));
  const key = text.slice(at + 1);
  if (field === undefined || key === "") {
    throw new InvalidArgumentError(`Give NAME=KEY; names are ${FIELD_NAMES.join(", ")}.`);
  }
  return new Map([...before, [`${FIELDS_OPTION}.${field}`, key]]);
}

function sentence(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}.`;
}
