import type { Config } from "../runtime/config.js";
import { type AnyConfigKey, CONFIG_KEYS, CONFIG_NAMES, type ConfigName } from "../runtime/config-keys.js";
import { oneLine } from "./exit.js";

interface ShowOptions {
  /** Also where each value comes from. */
  readonly origins: boolean;
}

/** The settings as TOML, with what each means; what has no value stands there as a comment. */
export function formatConfig(config: Config, { origins }: ShowOptions): string {
  const lines: string[] = config.files.length > 0 ? [`# from ${config.files.map(oneLine).join(", ")}`, ""] : [];
  let table = "";
  for (const name of CONFIG_NAMES) {
    const { table: own, key } = placeOf(name);
    if (own !== table) lines.push("", `[${own}]`);
    table = own;
    const { meaning, usualText }: AnyConfigKey = CONFIG_KEYS[name];
    const value = config.values[name];
    const set = value === undefined ? `# ${key} = ...  (${usualText})` : `${key} = ${tomlValue(value)}`;
    lines.push(`# ${meaning}`, origins ? `${set}  # ${oneLine(config.origins[name])}` : set);
  }
  return `${lines.join("\n")}\n`;
}

/** The same as data, by the keys' full names; what has no value is null. */
export function configJson({ values, origins }: Config, options: ShowOptions): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    CONFIG_NAMES.map((name) => {
      const value = values[name] ?? null;
      return [name, options.origins ? { value, origin: origins[name] } : value];
    }),
  );
}

function placeOf(name: ConfigName): { readonly table: string; readonly key: string } {
  const at = name.lastIndexOf(".");
  return { table: name.slice(0, Math.max(at, 0)), key: name.slice(at + 1) };
}

function tomlValue(value: string | number | readonly string[]): string {
  if (typeof value === "number") return String(value);
  return typeof value === "string" ? tomlString(value) : `[${value.map(tomlString).join(", ")}]`;
}

/** JSON's strings are TOML's, but for the DEL character, which TOML wants escaped. */
function tomlString(text: string): string {
  return JSON.stringify(text).replaceAll("\u007F", "\\u007F");
}
