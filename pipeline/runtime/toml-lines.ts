import { parse } from "smol-toml";

/**
 * Line (from 1) where each key of a TOML text is set, by its full dotted name; a table has the line of its first mention.
 * The text must be valid TOML. The parser tells no places, so the text is cut into statements and each is parsed alone.
 */
export function tomlLines(text: string): ReadonlyMap<string, number> {
  const lines = new Map<string, number>();
  let table: readonly string[] = [];
  for (const { statement, line } of statementsOf(text)) {
    const parsed = parse(statement);
    if (statement.trimStart().startsWith("[")) table = chainOf(parsed);
    else addKeys(parsed, table, line, lines);
    for (let depth = 1; depth <= table.length; depth += 1) addOnce(lines, table.slice(0, depth), line);
  }
  return lines;
}

interface Statement {
  readonly statement: string;
  readonly line: number;
}

/** Pieces that end with a line at which no string, list or inline table is open; blank ones and comments left out. */
function* statementsOf(text: string): Generator<Statement> {
  let begun = 0;
  let line = 1;
  for (let at = 0; at < text.length; ) {
    const end = endOfStatement(text, at);
    const statement = text.slice(at, end);
    begun = line;
    line += statement.split("\n").length - 1;
    at = end;
    if (!/^\s*(?:#|$)/u.test(statement.trimEnd())) yield { statement, line: begun };
  }
}

/** Offset behind the line break that ends the statement which begins at `start`, in UTF-16 units. */
function endOfStatement(text: string, start: number): number {
  let depth = 0;
  for (let at = start; at < text.length; at += 1) {
    const char = text[at] ?? "";
    if (char === "#") at = Math.min(endOfLine(text, at), text.length) - 1;
    else if (char === '"' || char === "'") at = endOfString(text, at) - 1;
    else if (char === "[" || char === "{") depth += 1;
    else if (char === "]" || char === "}") depth -= 1;
    else if (char === "\n" && depth <= 0) return at + 1;
  }
  return text.length;
}

function endOfLine(text: string, at: number): number {
  const end = text.indexOf("\n", at);
  return end < 0 ? text.length : end;
}

/** Offset behind the string that begins with the quotation mark at `start`. */
function endOfString(text: string, start: number): number {
  const quote = text[start] ?? "";
  const closing = text.startsWith(quote.repeat(3), start) ? quote.repeat(3) : quote;
  for (let at = start + closing.length; at < text.length; at += 1) {
    if (text[at] === "\\" && quote === '"') at += 1;
    else if (text.startsWith(closing, at)) {
      let end = at + closing.length;
      // A long string may end with one or two marks of its own before the closing three.
      while (closing.length === 3 && text[end] === quote) end += 1;
      return end;
    }
  }
  return text.length;
}

/** `[a.b]` alone is parsed as `{ a: { b: {} } }`, and `[[a]]` as `{ a: [{}] }`. */
function chainOf(parsed: unknown): readonly string[] {
  const chain: string[] = [];
  let node = parsed;
  while (isTable(node)) {
    const [entry] = Object.entries(node);
    if (entry === undefined) break;
    chain.push(entry[0]);
    node = entry[1];
  }
  return chain;
}

function addKeys(node: unknown, above: readonly string[], line: number, lines: Map<string, number>): void {
  if (!isTable(node)) return;
  for (const [key, value] of Object.entries(node)) {
    const keys = [...above, key];
    addOnce(lines, keys, line);
    addKeys(value, keys, line, lines);
  }
}

function addOnce(lines: Map<string, number>, keys: readonly string[], line: number): void {
  const name = keys.join(".");
  if (!lines.has(name)) lines.set(name, line);
}

function isTable(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Date);
}
