import path from "node:path";
import { cookbookQueries, type DescribedTable, describedTables } from "./described-tables.js";

/** Facets that narrow a view down best, of those that it has. */
const FACETS = ["kind", "language", "unit", "concept", "publisher", "verdict", "state", "change", "severity", "code"];
/** Columns that a page of rows is sorted by, the first that there is. */
const SORTS: readonly (readonly [column: string, order: "sort" | "sort_desc"])[] = [
  ["run", "sort_desc"],
  ["marked_at", "sort_desc"],
  ["path", "sort"],
];
/** Needed to keep the database, not to ask it. */
const HIDDEN: ReadonlySet<string> = new Set([
  "containers",
  "engines",
  "fact_changes",
  "lexicon_versions",
  "sentence_words",
  "text_keys",
  "texts",
]);
const UNITS: Readonly<Record<string, string>> = { bytes: "B" };
const SOURCE_NOTE =
  "Facts that faktum found in news articles, each with its sentence, file and rule. Start with the views, such as evidence. All views work without faktum; its own SQL functions (such as search_key) are there only in faktum's commands: search sentence_search with words as written, and Arabic ones without vowel points.";

/** Metadata with which Datasette shows a database: what docs/schema.md says of its tables, and the questions of docs/cookbook.md. */
export function datasetteMetadata(
  database: string,
  pages: { readonly tables?: ReadonlyMap<string, DescribedTable>; readonly queries?: ReadonlyMap<string, string> } = {},
): Readonly<Record<string, unknown>> {
  const { tables = describedTables(), queries = cookbookQueries() } = pages;
  return {
    title: "Facts from news articles",
    description: SOURCE_NOTE,
    databases: {
      // Datasette knows a database by its file's name without the ending.
      [path.basename(database, path.extname(database))]: {
        description: SOURCE_NOTE,
        tables: Object.fromEntries([...tables].map(([name, table]) => [name, tableMetadata(name, table)])),
        queries: Object.fromEntries([...queries].map(([title, sql]) => [slug(title), { title, sql, hide_sql: false }])),
      },
    },
  };
}

function tableMetadata(name: string, { description, columns }: DescribedTable): Readonly<Record<string, unknown>> {
  const has = (column: string): boolean => columns.has(column);
  const sort = SORTS.find(([column]) => has(column));
  const units = Object.fromEntries(Object.entries(UNITS).filter(([column]) => has(column)));
  const facets = FACETS.filter(has);
  return {
    ...(description === "" ? {} : { description: description.replaceAll("`", "") }),
    columns: Object.fromEntries(columns),
    ...(facets.length === 0 ? {} : { facets }),
    ...(sort === undefined ? {} : { [sort[1]]: sort[0] }),
    ...(Object.keys(units).length === 0 ? {} : { units }),
    ...(HIDDEN.has(name) ? { hidden: true } : {}),
  };
}

/** A name for an address. */
function slug(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, "-")
    .replace(/^-|-$/gu, "");
}
