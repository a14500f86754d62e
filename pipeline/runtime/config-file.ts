import { readFileSync, type Stats, statSync } from "node:fs";
import { homedir } from "node:os";
import path from "node:path";
import { parse, TomlError } from "smol-toml";
import { checkConfig } from "./check-config.js";
import type { ConfigName } from "./config-keys.js";
import { FaktumError } from "./faktum-error.js";
import { tomlLines } from "./toml-lines.js";

/** What a configuration file sets. */
export interface ConfigFile {
  /** As messages name it. */
  readonly shown: string;
  /** Absolute path of the folder that its relative paths start from. */
  readonly folder: string;
  /** By the key's full name. Paths are as they are written, see `placeFrom()`. */
  readonly values: ReadonlyMap<ConfigName, { readonly value: unknown; readonly line: number }>;
}

/** A configuration is written by hand; what is larger is another file by mistake. */
const LARGEST = 256 * 1024;

/** Reads and checks the file at the absolute path. Throws a FaktumError that names file, line, key and remedy. */
export function readConfigFile(file: string, shown: string): ConfigFile {
  const text = readText(file, shown);
  const parsed = parseToml(text, shown);
  const checked = checkConfig(parsed);
  const lines = tomlLines(text);
  if ("remedy" in checked) {
    const name = checked.key.join(".");
    throw configError(`${shown}:${lines.get(name) ?? 1}: ${cut(name)}: ${checked.remedy}`);
  }
  const values = [...checked].map(([name, value]) => [name, { value, line: lines.get(name) ?? 1 }] as const);
  return { shown, folder: path.dirname(file), values: new Map(values) };
}

/** A path from a file in `folder`, as it is written from the working folder; `~/` is the user's own folder. */
export function placeFrom(folder: string, written: string, workingFolder: string): string {
  const unfolded = written === "~" || written.startsWith("~/") ? path.join(homedir(), written.slice(1)) : written;
  if (path.isAbsolute(unfolded)) return unfolded;
  return path.relative(workingFolder, path.resolve(folder, unfolded)) || ".";
}

function readText(file: string, shown: string): string {
  const stats = statsOf(file, shown);
  if (stats.isDirectory()) throw configError(`${shown}: this is a folder; rename it, or name a file with --config`);
  if (!stats.isFile()) throw configError(`${shown}: this is no file; rename it, or name a file with --config`);
  if (stats.size > LARGEST) {
    throw configError(`${shown}: larger than ${LARGEST / 1024} KB, so no configuration; rename it`);
  }
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    throw configError(`${shown}: cannot be read (${codeOf(error)}); change its rights, or name a file with --config`);
  }
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw configError(`${shown}: this is no text in UTF-8; save it as UTF-8, or name a file with --config`);
  }
}

function statsOf(file: string, shown: string): Stats {
  try {
    return statSync(file);
  } catch (error) {
    const isMissing = codeOf(error) === "ENOENT" || codeOf(error) === "ENOTDIR";
    const reason = isMissing ? "there is no such configuration file" : `cannot be opened (${codeOf(error)})`;
    throw configError(`${shown}: ${reason}; check the path`);
  }
}

function parseToml(text: string, shown: string): unknown {
  try {
    return parse(text, { unsafeKeyBehaviour: "throw" });
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    const [first = ""] = error.message.replace(/^Invalid TOML document: /u, "").split("\n");
    throw configError(
      `${shown}:${error.line}: ${cut(first)}; correct the line (TOML, as "faktum config show" prints it)`,
    );
  }
}

function cut(text: string): string {
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}

function codeOf(error: unknown): string {
  return typeof error === "object" && error !== null && "code" in error ? String(error.code) : String(error);
}

function configError(message: string): FaktumError {
  return new FaktumError("config.wrong", message, { exitCode: 2 });
}
