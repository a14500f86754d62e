import { readFileSync } from "node:fs";
import path from "node:path";
import { sqlStemmer } from "../../pipeline/runtime/sql-stemmer.js";
import { openStore } from "../../pipeline/store/open-store.js";
import { rowsOf, type TemporaryStore, temporaryStore } from "./temporary-store.js";

const PAGE = readFileSync(path.resolve(import.meta.dirname, "../../docs/schema.md"), "utf8");

describe("docs/schema.md", () => {
  let temporary: TemporaryStore;

  beforeAll(() => {
    temporary = temporaryStore();
  });

  afterAll(() => temporary.remove());

  test("describes every table and view with every column and its type, in their order", () => {
    const described = sections(PAGE);
    const actual = Object.fromEntries(
      rowsOf(temporary.store, TABLES).map(([table, kind]) => [
        table,
        rowsOf(temporary.store, COLUMNS.replace("?", `'${table}'`)).map(([name, type]) =>
          kind === "view" ? String(name) : `${name} ${type}`.trim(),
        ),
      ]),
    );
    expect(Object.keys(described).sort()).toEqual(Object.keys(actual).sort());
    expect(described).toEqual(actual);
    expect(Object.keys(actual).length).toBeGreaterThan(15);
  });

  test("says something of every column", () => {
    const empty = PAGE.split("\n").filter((line) => line.startsWith("| `") && cells(line).at(-1) === "");
    expect(empty).toEqual([]);
  });

  const examples = [...PAGE.matchAll(/```sql\n([^`]*)```/gu)].map((match) => match[1] ?? "");

  test.each(examples)("its example runs: %s", async (sql) => {
    const reader = openStore(temporary.file, { mode: "read", stem: await sqlStemmer(sql) });
    expect(rowsOf(reader, sql)).toEqual([]);
    reader.close();
  });

  test("has examples", () => {
    expect(examples.length).toBeGreaterThan(5);
  });
});

const TABLES = `
  SELECT name, type FROM pragma_table_list
  WHERE schema = 'main' AND type <> 'shadow' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'`;

const COLUMNS = "SELECT name, type FROM pragma_table_xinfo(?) WHERE hidden = 0 ORDER BY cid";

/**
 * Each `### name` with the columns of the table under it that begins with `column`: `name`, or `name type`. A row may name
 * several columns, separated by commas.
 */
function sections(page: string): Readonly<Record<string, readonly string[]>> {
  const found: Record<string, string[]> = {};
  let columns: string[] | undefined;
  let header: readonly string[] = [];
  for (const line of page.split("\n")) {
    const name = /^### `([a-z_]+)`$/u.exec(line)?.[1];
    if (name !== undefined) {
      columns = [];
      found[name] = columns;
    }
    if (!line.startsWith("| ")) header = [];
    else if (header.length === 0) header = cells(line);
    else if (header[0] === "column" && !line.startsWith("| ---")) {
      const [names = "", type = ""] = cells(line);
      for (const name of names.replaceAll("`", "").split(", ")) {
        columns?.push(header[1] === "type" ? `${name} ${type}`.trim() : name);
      }
    }
  }
  return found;
}

function cells(line: string): readonly string[] {
  return line
    .slice(1, line.trimEnd().length - 1)
    .split("|")
    .map((cell) => cell.trim());
}
