import { statSync } from "node:fs";
import { homedir } from "node:os";
import path from "node:path";
import type { ConfigFile } from "./config-file.js";
import { type AnyConfigKey, CONFIG_KEYS, CONFIG_NAMES, type ConfigName, type ConfigValues } from "./config-keys.js";
import { FaktumError } from "./faktum-error.js";

/** Name of the file that a folder's configuration stands in. */
export const CONFIG_FILE = "faktum.toml";

/** Everything that settings can come from. */
export interface ConfigSources {
  /** The working folder, absolute. */
  readonly folder: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** What was said on the command line, read already; `from` is the option as the user knows it. */
  readonly flags: ReadonlyMap<ConfigName, { readonly value: unknown; readonly from: string }>;
  /** The configuration file that was named on the command line. */
  readonly file?: string | undefined;
}

/** The settings that apply, and where each comes from. */
export interface Config {
  readonly values: ConfigValues;
  /** `default`, `faktum.toml:3`, `environment FAKTUM_DB` or `--db`. */
  readonly origins: Readonly<Record<ConfigName, string>>;
  /** The configuration files that were read, the stronger first, as messages name them. */
  readonly files: readonly string[];
}

/**
 * The effective configuration: flags before the environment, before the working folder's file, before the user's own, before
 * the usual values. Without a file nothing is read. Throws a FaktumError for a file or variable that is wrong.
 */
export async function resolveConfig(sources: ConfigSources): Promise<Config> {
  const files = await readFiles(sources);
  const values: Record<string, unknown> = {};
  const origins: Record<string, string> = {};
  for (const name of CONFIG_NAMES) {
    const { value, from } = settingOf(name, sources, files);
    values[name] = value;
    origins[name] = from;
  }
  // Each value was made by the type of its key.
  return {
    values: values as unknown as ConfigValues,
    origins: origins as Config["origins"],
    files: files.map(({ shown }) => shown),
  };
}

/** The configuration file that applies in the working folder, absolute: the named one, or the nearest above. */
export function configFileOf({ folder, environment, file }: Omit<ConfigSources, "flags">): string | undefined {
  const named = file ?? environment["FAKTUM_CONFIG"];
  return named === undefined || named === "" ? nearestFile(folder) : path.resolve(folder, named);
}

/** Whether a setting comes from a configuration file, and not from a variable, an option or by default. */
export function isFromFile({ files, origins }: Config, name: ConfigName): boolean {
  return files.some((file) => origins[name].startsWith(`${file}:`));
}

interface Setting {
  readonly value: unknown;
  readonly from: string;
}

function settingOf(name: ConfigName, sources: ConfigSources, files: readonly PlacedFile[]): Setting {
  const key: AnyConfigKey = CONFIG_KEYS[name];
  return (
    sources.flags.get(name) ??
    fromEnvironment(key, sources.environment) ??
    fromFiles(name, files) ?? { value: key.usual(), from: "default" }
  );
}

function fromEnvironment({ type, variable }: AnyConfigKey, environment: ConfigSources["environment"]) {
  const text = environment[variable];
  if (text === undefined || text === "") return undefined;
  const value = type.fromText(text);
  if (value === undefined) {
    throw new FaktumError("config.wrong", `${variable}: not ${JSON.stringify(text.slice(0, 80))}; ${type.remedy}`, {
      exitCode: 2,
    });
  }
  return { value, from: `environment ${variable}` };
}

function fromFiles(name: ConfigName, files: readonly PlacedFile[]): Setting | undefined {
  for (const { shown, values, place } of files) {
    const found = values.get(name);
    if (found === undefined) continue;
    const { type }: AnyConfigKey = CONFIG_KEYS[name];
    return { value: type.moved ? type.moved(found.value, place) : found.value, from: `${shown}:${found.line}` };
  }
  return undefined;
}

/** `place` turns a path of the file into one from the working folder. */
type PlacedFile = ConfigFile & { readonly place: (written: string) => string };

/** The parser is only loaded when there is something to parse. */
async function readFiles(sources: ConfigSources): Promise<readonly PlacedFile[]> {
  const own = configFileOf(sources);
  const users = existingFile(userFile(sources.environment));
  const files = [
    ...(own === undefined ? [] : [{ file: own, shown: path.relative(sources.folder, own) }]),
    ...(users === undefined || users === own ? [] : [{ file: users, shown: users }]),
  ];
  if (files.length === 0) return [];
  const { placeFrom, readConfigFile } = await import("./config-file.js");
  return files.map(({ file, shown }) => {
    const read = readConfigFile(file, shown);
    return { ...read, place: (written) => placeFrom(read.folder, written, sources.folder) };
  });
}

function nearestFile(start: string): string | undefined {
  for (let folder = start; ; folder = path.dirname(folder)) {
    const found = existingFile(path.join(folder, CONFIG_FILE));
    if (found !== undefined || folder === path.dirname(folder)) return found;
  }
}

function userFile(environment: ConfigSources["environment"]): string {
  const base = environment["XDG_CONFIG_HOME"];
  // The standard has relative paths passed over.
  const folder = base !== undefined && path.isAbsolute(base) ? base : path.join(homedir(), ".config");
  return path.join(folder, "faktum", CONFIG_FILE);
}

/** A folder above that may not be entered has no file for us. */
function existingFile(file: string): string | undefined {
  try {
    return statSync(file, { throwIfNoEntry: false }) === undefined ? undefined : file;
  } catch {
    return undefined;
  }
}
