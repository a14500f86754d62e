import { readFileSync } from "node:fs";
import path from "node:path";
import { packageRoot } from "./package-root.js";

/** What the manual says of a table or view. */
export interface DescribedTable {
  readonly description: string;
  /** Column to its meaning, in the order of the columns. */
  readonly columns: ReadonlyMap<string, string>;
}

/** Tables and views by their names, as docs/schema.md describes them: the one place where they are described. */
export function describedTables(page = readManual("schema.md") ?? ""): ReadonlyMap<string, DescribedTable> {
  const tables = new Map<string, { description: string; columns: Map<string, string> }>();
  let table: { description: string; columns: Map<string, string> } | undefined;
  let head: readonly string[] = [];
  let isFenced = false;
  for (const line of page.split("\n")) {
    const name = NAME.exec(line)?.[1];
    if (line.startsWith("```")) isFenced = !isFenced;
    else if (isFenced) continue;
    else if (name !== undefined) {
      table = { description: "", columns: new Map() };
      tables.set(name, table);
    } else if (line.startsWith("#")) table = undefined;
    else if (!line.startsWith("|")) {
      head = [];
      if (table !== undefined && table.columns.size === 0) table.description = `${table.description} ${line}`.trim();
    } else if (head.length === 0) head = cells(line);
    else if (head[0] === "column" && !line.startsWith("| ---")) {
      const [names = "", ...rest] = cells(line);
      for (const column of names.replaceAll("`", "").split(", ")) table?.columns.set(column, rest.at(-1) ?? "");
    }
  }
  return new Map(
    [...tables].map(([name, found]) => [name, { ...found, columns: withMeanings(found.columns, tables) }]),
  );
}

/** The questions of docs/cookbook.md: the first SQL under each `###` heading; none without such a page. */
export function cookbookQueries(page = readManual("cookbook.md") ?? ""): ReadonlyMap<string, string> {
  const queries = new Map<string, string>();
  for (const part of page.split(/^### /mu).slice(1)) {
    const title = part.slice(0, part.indexOf("\n")).replaceAll("`", "").trim();
    const sql = SQL.exec(part)?.[1]?.trim();
    if (sql !== undefined && !queries.has(title)) queries.set(title, sql);
  }
  return queries;
}

function readManual(name: string): string | undefined {
  try {
    return readFileSync(path.join(packageRoot(), "docs", name), "utf8");
  } catch {
    return undefined;
  }
}

/** `as in facts` is what is said there. */
function withMeanings(
  columns: ReadonlyMap<string, string>,
  tables: ReadonlyMap<string, { readonly columns: ReadonlyMap<string, string> }>,
): ReadonlyMap<string, string> {
  return new Map([...columns].map(([name, meaning]) => [name, followed(name, meaning, tables)]));
}

function followed(
  column: string,
  meaning: string,
  tables: ReadonlyMap<string, { readonly columns: ReadonlyMap<string, string> }>,
): string {
  const other = AS_IN.exec(meaning)?.[1];
  const there = other === undefined ? undefined : tables.get(other)?.columns.get(column);
  return there === undefined ? meaning.replaceAll("`", "") : followed(column, there, tables);
}

const NAME = /^### `([a-z_]+)`$/u;
const SQL = /```sql\n([^`]*)```/u;
const AS_IN = /^as in `([a-z_]+)`/u;

function cells(line: string): readonly string[] {
  return line
    .slice(1, line.trimEnd().length - 1)
    .split("|")
    .map((cell) => cell.trim());
}
