import { datasetteMetadata } from "../../pipeline/runtime/datasette-metadata.js";
import { cookbookQueries, describedTables } from "../../pipeline/runtime/described-tables.js";
import { rowsOf, type TemporaryStore, temporaryStore } from "../store/temporary-store.js";

let temporary: TemporaryStore;

beforeAll(() => {
  temporary = temporaryStore();
});

afterAll(() => temporary.remove());

test("every table and view is described, with all of its columns, none of them by a reference to another", () => {
  const tables = describedTables();
  const names = rowsOf(
    temporary.store,
    "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type <> 'shadow' AND name NOT LIKE 'sqlite%'",
  ).map(([name]) => String(name));
  expect([...tables.keys()].sort()).toEqual(names.sort());
  for (const [name, { columns }] of tables) {
    const actual = rowsOf(
      temporary.store,
      `SELECT name FROM pragma_table_xinfo('${name}') WHERE hidden = 0 ORDER BY cid`,
    );
    expect([...columns.keys()]).toEqual(actual.map(([column]) => column));
    for (const meaning of columns.values()) expect(meaning).not.toMatch(/^(?:|as in .*)$/u);
  }
});

test("Datasette is told the facets, order and hidden tables, by columns that are there", () => {
  const metadata = JSON.parse(JSON.stringify(datasetteMetadata("folder/study.v2.db", { queries: new Map() })));
  const { tables, queries } = metadata.databases["study.v2"];
  expect(queries).toEqual({});
  expect(tables.evidence).toMatchObject({ facets: ["kind", "language", "unit", "concept", "publisher"], sort: "path" });
  expect(tables.evidence.description).toMatch(/^Every fact with where it stands/u);
  expect(tables.evidence.columns.value_text).toMatch(/^the value exactly/u);
  expect(tables.changes).toMatchObject({ sort_desc: "run" });
  expect(tables.documents.units).toEqual({ bytes: "B" });
  expect(tables.texts.hidden).toBe(true);
});

test("the questions of a cookbook become queries", () => {
  const page = [
    "# Cookbook",
    "### The largest `counts`",
    "Why.",
    "```sql",
    "SELECT 1;",
    "```",
    "```sql",
    "SELECT 2;",
    "```",
    "## Part",
    "### No SQL here",
    "### A second",
    "```sql",
    "SELECT 3",
    "```",
  ].join("\n");
  const queries = cookbookQueries(page);
  expect([...queries]).toEqual([
    ["The largest counts", "SELECT 1;"],
    ["A second", "SELECT 3"],
  ]);
  const metadata = JSON.parse(JSON.stringify(datasetteMetadata("facts.db", { tables: new Map(), queries })));
  expect(metadata.databases.facts.queries).toEqual({
    "the-largest-counts": { title: "The largest counts", sql: "SELECT 1;", hide_sql: false },
    "a-second": { title: "A second", sql: "SELECT 3", hide_sql: false },
  });
});
