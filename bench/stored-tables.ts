import type { Store } from "../pipeline/store/store.js";

/** A column of a table that names a row of another. */
export interface Reference {
  readonly column: string;
  readonly table: string;
  readonly to: string;
}

/** A table of a fact store with all its rows, as values to insert. */
export interface StoredTable {
  readonly name: string;
  readonly columns: readonly string[];
  /** Those by one column. */
  readonly references: readonly Reference[];
  /** Tables that its rows refer to in whatever way. */
  readonly after: readonly string[];
  readonly rows: readonly (readonly unknown[])[];
}

interface NamedObject {
  readonly name: string;
  readonly sql: string;
}

/** Of an index without text of its own the words are not in the store; they are made as faktum makes them. */
const WORDS_OF_SENTENCES = `
  SELECT
    sentences.id,
    search_words(substr(documents.text, sentences.text_start, sentences.text_length)),
    search_forms(substr(documents.text, sentences.text_start, sentences.text_length))
  FROM sentences JOIN documents ON documents.id = sentences.document_id
  ORDER BY sentences.id`;
const WORDS: StoredSource = {
  columns: ["rowid", "words", "forms"],
  references: [{ column: "rowid", table: "sentences", to: "id" }],
  after: ["sentences"],
  query: WORDS_OF_SENTENCES,
};
/** By the name of the index. */
const CONTENTLESS: ReadonlyMap<string, StoredSource> = new Map([["sentence_words", WORDS]]);
const IS_CONTENTLESS = /content\s*=\s*''/u;

interface StoredSource extends Omit<StoredTable, "name" | "rows"> {
  readonly query: string;
}

/**
 * All tables of the store but those that SQLite keeps by itself, each after those that it refers to. Throws when there is
 * an index without text whose words this file does not know how to make.
 */
export function storedTables(store: Store): readonly StoredTable[] {
  const virtual = store.statement<NamedObject>(VIRTUAL).all();
  const isShadow = (name: string) => virtual.some((one) => name.startsWith(`${one.name}_`));
  const plain = store.statement<NamedObject>(PLAIN).all();
  const sources = [
    ...plain.filter(({ name }) => !isShadow(name)).map(({ name }) => [name, plainSource(store, name)] as const),
    ...virtual.map(({ name, sql }) => [name, virtualSource(store, name, sql)] as const),
  ];
  const tables = sources.map(([name, { query, ...source }]) => {
    return { name, ...source, rows: store.prepare(query).raw().all() as readonly (readonly unknown[])[] };
  });
  return inOrderOfReference(tables);
}

function plainSource(store: Store, name: string): StoredSource {
  const columns = columnsOf(store, name);
  const keys = store.prepare(`PRAGMA foreign_key_list(${name})`).all() as readonly ForeignKey[];
  const single = keys.filter(({ id }) => keys.filter((other) => other.id === id).length === 1);
  const references = single.map(({ from, table, to }) => ({ column: from, table, to }));
  return {
    columns,
    references,
    after: keys.map(({ table }) => table),
    query: `SELECT ${columns.join(", ")} FROM ${name}`,
  };
}

function virtualSource(store: Store, name: string, sql: string): StoredSource {
  if (!IS_CONTENTLESS.test(sql)) {
    const columns = ["rowid", ...columnsOf(store, name)];
    return { columns, references: [], after: [], query: `SELECT ${columns.join(", ")} FROM ${name} ORDER BY rowid` };
  }
  const source = CONTENTLESS.get(name);
  if (source === undefined)
    throw new Error(`${name}: an index without text; say in CONTENTLESS how its words are made`);
  return source;
}

function columnsOf(store: Store, name: string): readonly string[] {
  const columns = store.prepare(`PRAGMA table_xinfo(${name})`).all() as readonly Column[];
  return columns.filter(({ hidden }) => hidden === 0).map((column) => column.name);
}

function inOrderOfReference(tables: readonly StoredTable[]): readonly StoredTable[] {
  const ordered: StoredTable[] = [];
  for (let rest = tables; rest.length > 0; ) {
    const waits = ({ name, after }: StoredTable) =>
      after.some((other) => other !== name && rest.some((table) => table.name === other));
    const ready = rest.filter((table) => !waits(table));
    if (ready.length === 0)
      throw new Error(`tables that refer to each other: ${rest.map(({ name }) => name).join(", ")}`);
    ordered.push(...ready);
    rest = rest.filter((table) => !ready.includes(table));
  }
  return ordered;
}

interface ForeignKey {
  /** The same for all columns of one key. */
  readonly id: number;
  readonly table: string;
  readonly from: string;
  readonly to: string;
}

interface Column {
  readonly name: string;
  /** 0: a column as any other, which can be inserted. */
  readonly hidden: number;
}

const PLAIN = `
  SELECT name, sql FROM sqlite_master
  WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND sql NOT LIKE 'CREATE VIRTUAL%'`;
const VIRTUAL = "SELECT name, sql FROM sqlite_master WHERE type = 'table' AND sql LIKE 'CREATE VIRTUAL%'";
