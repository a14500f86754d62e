import { z } from "zod";
import { type AnyConfigKey, CONFIG_KEYS, CONFIG_NAMES, type ConfigName } from "./config-keys.js";
import { nearestName } from "./nearest-name.js";

/** What is wrong with a parsed configuration: the key's full name and the remedy. */
export interface ConfigProblem {
  readonly key: readonly string[];
  readonly remedy: string;
}

/** The values of a parsed `faktum.toml` by their full names, or the first thing that is wrong. */
export function checkConfig(parsed: unknown): ReadonlyMap<ConfigName, unknown> | ConfigProblem {
  const checked = configSchema().safeParse(parsed);
  if (!checked.success) return problemOf(checked.error.issues, parsed);
  return new Map(
    CONFIG_NAMES.flatMap((name) => {
      const value = valueAt(checked.data, name.split("."));
      return value === undefined ? [] : [[name, value] as const];
    }),
  );
}

/** Strict objects, nested as the dots in the names say. */
function configSchema(): z.ZodType {
  return tableSchema(CONFIG_NAMES.map((name) => ({ rest: name.split("."), key: CONFIG_KEYS[name] })));
}

interface Leaf {
  readonly rest: readonly string[];
  readonly key: AnyConfigKey;
}

function tableSchema(leaves: readonly Leaf[]): z.ZodType {
  const groups = new Map<string, Leaf[]>();
  for (const { rest, key } of leaves) {
    const [head = "", ...deeper] = rest;
    groups.set(head, [...(groups.get(head) ?? []), { rest: deeper, key }]);
  }
  const shape = [...groups].map(([head, group]) => {
    const [leaf] = group;
    const schema = leaf?.rest.length === 0 ? valueSchema(leaf.key) : tableSchema(group);
    return [head, schema.optional()] as const;
  });
  return z.strictObject(Object.fromEntries(shape));
}

function valueSchema({ type }: AnyConfigKey): z.ZodType {
  return z.unknown().transform((value, context) => {
    const read = type.fromToml(value);
    if (read === undefined) context.addIssue({ code: "custom", message: type.remedy });
    return read;
  });
}

/** A misspelt key before a wrong value: it may be the reason for it. */
function problemOf(issues: readonly z.core.$ZodIssue[], parsed: unknown): ConfigProblem {
  const issue = issues.find(({ code }) => code === "unrecognized_keys") ?? issues[0];
  const key = (issue?.path ?? []).map(String);
  if (issue?.code === "unrecognized_keys") {
    const unknown = [...key, issue.keys[0] ?? ""];
    return { key: unknown, remedy: `there is no such key; ${unknownKeyRemedy(unknown)}` };
  }
  const found = shownValue(valueAt(parsed, key));
  if (issue?.code === "custom") return { key, remedy: `not ${found}; ${issue.message}` };
  return { key, remedy: `not ${found}; this is a table: write [${key.join(".")}] and its keys below` };
}

function unknownKeyRemedy(unknown: readonly string[]): string {
  const tables = CONFIG_NAMES.flatMap((name) => {
    const parts = name.split(".");
    return parts.slice(1).map((_, index) => parts.slice(0, index + 1).join("."));
  });
  const nearest = nearestName(unknown.join("."), [...CONFIG_NAMES, ...new Set(tables)]);
  if (nearest === undefined) return '"faktum config show" lists all keys';
  return `did you mean ${nearest}? "faktum config show" lists all keys`;
}

function valueAt(node: unknown, keys: readonly string[]): unknown {
  let value = node;
  for (const key of keys) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return undefined;
    value = Reflect.get(value, key);
  }
  return value;
}

/** A value as the file may have it, cut so that the message stays one line. */
function shownValue(value: unknown): string {
  if (Array.isArray(value)) return value.length === 0 ? "an empty list" : "this list";
  if (value instanceof Date) return "a date";
  if (typeof value === "object") return "a table";
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
