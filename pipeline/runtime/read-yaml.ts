import { readFileSync } from "node:fs";
import { FAILSAFE_SCHEMA, load, YAMLException } from "js-yaml";
import { isMap, isScalar, LineCounter, parseDocument } from "yaml";
import type { z } from "zod";
import type { DataFile } from "../../extractors/lexicon/data-file.js";
import { LexiconError } from "../../extractors/lexicon/lexicon-error.js";

/**
 * Reads a YAML file in which every scalar stays text (`no`, `010`, `1.10`, `null:`) and checks it by a schema.
 * Throws LexiconError naming file, line, key and remedy.
 */
export function readYaml<T extends z.ZodType>(path: string, shownPath: string, schema: T): DataFile<z.output<T>> {
  const text = readFileSync(path, "utf8");
  const checked = schema.safeParse(parse(text, shownPath));
  const lineOf = (keys: readonly string[]) => lineOfKey(text, keys);
  if (checked.success) return { file: shownPath, lineOf, data: checked.data };
  const { keys, remedy } = describe(checked.error.issues);
  throw new LexiconError(`${shownPath}:${lineOf(keys)}`, keys.join(".") || "the file", remedy);
}

function parse(text: string, shownPath: string): unknown {
  try {
    return load(text, { schema: FAILSAFE_SCHEMA }) ?? {};
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    const line = (error.mark?.line ?? 0) + 1;
    throw new LexiconError(`${shownPath}:${line}`, "YAML", `${error.reason}; correct the indentation, quotes or keys`);
  }
}

/** The issue to tell: a misspelt key before what is then missing. */
function describe(issues: readonly z.core.$ZodIssue[]): { keys: readonly string[]; remedy: string } {
  const issue = issues.find(({ code }) => code === "unrecognized_keys") ?? issues[0];
  const keys = (issue?.path ?? []).map(String);
  if (issue?.code === "unrecognized_keys") {
    const unknown = issue.keys[0] ?? "";
    return { keys: [...keys, unknown], remedy: `"${unknown}" is no key here; correct or remove it` };
  }
  if (issue?.code === "invalid_key") {
    return { keys, remedy: `"${keys.at(-1) ?? ""}" is no such key; expected ${issue.issues[0]?.message ?? "another"}` };
  }
  const message = issue?.message ?? "does not fit";
  return { keys, remedy: message.endsWith("received undefined") ? "is missing; add it" : `${message}; correct it` };
}

/** Line of a key, from 1; of the nearest key above when it is not there. Slow: only asked for when something is wrong. */
function lineOfKey(text: string, keys: readonly string[]): number {
  const lines = new LineCounter();
  let node: unknown = parseDocument(text, { lineCounter: lines, schema: "failsafe" }).contents;
  let offset = 0;
  for (const key of keys) {
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && item.key.value === key);
      if (pair === undefined || !isScalar(pair.key)) break;
      offset = pair.key.range?.[0] ?? offset;
      node = pair.value;
    } else if (typeof node === "object" && node !== null && "items" in node && Array.isArray(node.items)) {
      node = node.items[Number(key)];
      offset = startOf(node) ?? offset;
    } else break;
  }
  return lines.linePos(offset).line;
}

function startOf(node: unknown): number | undefined {
  if (typeof node !== "object" || node === null || !("range" in node) || !Array.isArray(node.range)) return undefined;
  return Number(node.range[0]);
}
