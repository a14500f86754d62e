/** A table of a manual: the head of its first column, lower-cased, and that column's cells without their markup. */
export interface ManualTable {
  readonly head: string;
  readonly cells: readonly string[];
}

/** The tables of a Markdown text, in order. */
export function manualTables(markdown: string): readonly ManualTable[] {
  const lines = markdown.split("\n");
  return lines.flatMap((line, index) => {
    const rule = lines[index + 1] ?? "";
    if (!isRow(line) || !/^\s*\|[\s:|-]+$/u.test(rule)) return [];
    const rows = lines.slice(index + 2);
    const end = rows.findIndex((row) => !isRow(row));
    const cells = (end < 0 ? rows : rows.slice(0, end)).map(firstCell);
    return [{ head: firstCell(line).toLowerCase(), cells }];
  });
}

/** What a table names and the code does not have, and the other way round. Cells count up to the first space. */
export function tableMismatches(table: ManualTable, names: readonly string[]): readonly string[] {
  const told = table.cells.map((cell) => cell.split(" ")[0] ?? cell);
  return [
    ...names.filter((name) => !told.includes(name)).map((name) => `not in the table "${table.head}": ${name}`),
    ...told.filter((name) => !names.includes(name)).map((name) => `only in the table "${table.head}": ${name}`),
  ];
}

/** Targets of a manual's links that are files of the project: no address, no place in the same page. */
export function linkedFiles(markdown: string): readonly string[] {
  return [...markdown.matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/gu)]
    .map((match) => match[1] ?? "")
    .filter((target) => !/^[a-z]+:/u.test(target));
}

function isRow(line: string): boolean {
  return line.trim().startsWith("|");
}

/** `faktum run` in a table of commands is told as `run`. */
function firstCell(row: string): string {
  const cell = (row.split("|")[1] ?? "").replace(/[`*]/gu, "").trim();
  return cell.replace(/^faktum /u, "");
}
