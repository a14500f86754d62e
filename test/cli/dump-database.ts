import Database from "better-sqlite3";

/** When things happened and how long they took is all that two databases of the same articles do not share. */
const CLOCK_COLUMNS = ["started_at", "finished_at", "timings", "file_modified", "removed_at", "ignored_at"];

/** Every row of every table, sorted, as text; the full-text index by what it finds. */
export function dumpDatabase(file: string): string {
  const database = new Database(file, { readonly: true });
  try {
    const tables = database
      .prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND sql LIKE '%STRICT%' ORDER BY name")
      .pluck()
      .all();
    const search = database
      .prepare("SELECT rowid FROM sentence_words WHERE sentence_words MATCH ? ORDER BY rowid")
      .pluck();
    const found = ["euro", "desa", "prozent"].map((word) => [word, search.all(word)]);
    return JSON.stringify({ tables: tables.map((name) => [name, tableRows(database, String(name))]), found }, null, 1);
  } finally {
    database.close();
  }
}

/** Number of documents stored so far; nothing while there is no such table. */
export function countDocuments(file: string): number | undefined {
  let database: Database.Database | undefined;
  try {
    database = new Database(file, { readonly: true, fileMustExist: true });
    return Number(database.prepare("SELECT count(*) FROM documents").pluck().get());
  } catch {
    return undefined; // not there yet, or not yet whole
  } finally {
    database?.close();
  }
}

function tableRows(database: Database.Database, name: string): readonly string[] {
  const columns = database.pragma(`table_info(${name})`) as readonly { readonly name: string }[];
  const kept = columns.map((column) => column.name).filter((column) => !CLOCK_COLUMNS.includes(column));
  const rows = database
    .prepare(`SELECT ${kept.join(", ")} FROM ${name}`)
    .raw()
    .all();
  return rows.map((row) => JSON.stringify(row)).sort();
}
