/** An INSERT with a place for each column. `?` without numbers: SQLite binds those by position, which is cheaper. */
export function insertSql(table: string, columns: readonly string[]): string {
  return `INSERT INTO ${table} (${columns.join(", ")}) VALUES (${columns.map(() => "?").join(", ")})`;
}
