import { html } from "hono/html";
import type { Store } from "../../store/store.js";
import { sqlPath } from "../path-with.js";
import type { Markup } from "../web-context.js";

interface SchemaEntry {
  readonly name: string;
  readonly sort: "view" | "table";
  readonly columns: readonly string[];
}

/** Views, then tables, each with its columns and a first question; unchanged as long as the store is open. */
export function schemaEntries(store: Store): readonly SchemaEntry[] {
  const rows = store.guard(() => store.statement<SchemaRow>(SCHEMA).all());
  const entries = new Map<string, SchemaEntry & { readonly columns: string[] }>();
  for (const { name, sort, column } of rows) {
    const entry = entries.get(name) ?? { name, sort, columns: [] };
    entry.columns.push(column);
    entries.set(name, entry);
  }
  return [...entries.values()];
}

export function schemaList(entries: readonly SchemaEntry[]): Markup {
  return html`${(["view", "table"] as const).map(
    (sort) => html`<h3>${sort === "view" ? "Views" : "Tables"}</h3>
${entries
  .filter((entry) => entry.sort === sort)
  .map(
    ({ name, columns }) => html`<details class="schema"><summary><code>${name}</code></summary>
<p class="small"><code>${columns.join(", ")}</code></p>
<p class="small"><a href="${sqlPath(`SELECT *\nFROM ${name}\nLIMIT 20`)}">the first 20 rows<span class="visually-hidden"> of ${name}</span></a></p>
</details>`,
  )}`,
  )}`;
}

interface SchemaRow {
  readonly name: string;
  readonly sort: "view" | "table";
  readonly column: string;
}

/** Without SQLite's own tables and those in which the full-text index keeps its data. */
const SCHEMA = `
  SELECT list.name, iif(list.type = 'view', 'view', 'table') AS sort, info.name AS column
  FROM pragma_table_list AS list JOIN pragma_table_info(list.name) AS info
  WHERE list.schema = 'main' AND list.type IN ('view', 'table', 'virtual') AND list.name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
  ORDER BY sort DESC, CASE list.name WHEN 'evidence' THEN 0 WHEN 'all_evidence' THEN 2 ELSE 1 END, list.name, info.cid`;
