/** What a question gave; each row's values are in the order of `columns`. */
export interface Rows {
  readonly columns: readonly string[];
  readonly rows: Iterable<readonly unknown[]>;
}

/** A row as one line of JSON, its line feed with it. */
export function* jsonLines({ columns, rows }: Rows): Generator<string> {
  const names = distinctNames(columns);
  for (const row of rows) {
    const entries = row.map((value, column) => [names[column], plainValue(value)]);
    yield `${JSON.stringify(Object.fromEntries(entries))}\n`;
  }
}

/** Bytes as hex; integers beyond 2^53 as text, since a JSON number would lose digits. */
export function plainValue(value: unknown): unknown {
  if (value instanceof Uint8Array) return Buffer.from(value).toString("hex");
  return typeof value === "bigint" ? String(value) : value;
}

/** `SELECT a.id, b.id` has two columns of one name: the second becomes `id_2`, so that no value is lost. */
export function distinctNames(columns: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return columns.map((column) => {
    let name = column;
    for (let count = 2; taken.has(name); count++) name = `${column}_${count}`;
    taken.add(name);
    return name;
  });
}
