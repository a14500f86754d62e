import { type ContainerContext, type ContainerInput, recordOptions } from "./container-input.js";
import { csvRows } from "./csv-rows.js";
import type { Member } from "./member.js";
import { type ListRecord, recordMembers } from "./record-members.js";
import { utf8Chunks } from "./utf8-chunks.js";

/** The articles of a table: a row of column names, then a row for each article. A row that is broken is told. */
export async function* csvMembers(input: ContainerInput, context: ContainerContext): AsyncGenerator<Member> {
  const chunks = utf8Chunks(input.chunks, input.head, input.path);
  yield* recordMembers(rowRecords(chunks, context.limits.maxFileBytes), recordOptions(input, context));
}

async function* rowRecords(chunks: AsyncIterable<Uint8Array>, longest: number): AsyncGenerator<ListRecord> {
  let names: readonly string[] | undefined;
  for await (const row of csvRows(chunks, longest)) {
    if (row.problem !== undefined) yield row;
    else if (names === undefined) names = row.cells.map((name) => name.trim());
    else yield { place: row.place, value: record(names, row.cells) };
  }
}

/** Of two columns with one name the first counts. */
function record(names: readonly string[], cells: readonly string[]): Readonly<Record<string, string>> {
  const values = new Map<string, string>();
  for (const [column, name] of names.entries()) if (!values.has(name)) values.set(name, cells[column] ?? "");
  return Object.fromEntries(values);
}
