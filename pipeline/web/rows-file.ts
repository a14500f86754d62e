import { stringify } from "csv-stringify/sync";
import { safeCell } from "./safe-cell.js";
import type { WebRequest } from "./web-context.js";

export const FILE_FORMATS = ["csv", "json"] as const;
export type FileFormat = (typeof FILE_FORMATS)[number];

export interface RowsFile {
  /** Without extension. */
  readonly name: string;
  readonly format: FileFormat;
  readonly columns: readonly string[];
  /** Some rows at a time; what fails breaks the download off, so that no part of a file is taken for the whole. */
  readonly pieces: AsyncIterable<readonly (readonly unknown[])[]>;
}

/** Answers with a file to save, written as it is sent. */
export function sendRows(request: WebRequest, { name, format, columns, pieces }: RowsFile): Response {
  request.header("Content-Type", MEDIA_TYPES[format]);
  request.header("Content-Disposition", `attachment; filename="${name}.${format}"`);
  const texts = (format === "csv" ? csvTexts : jsonTexts)(columns, pieces)[Symbol.asyncIterator]();
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { value, done } = await texts.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await texts.return?.(undefined);
    },
  });
  return request.body(body);
}

const MEDIA_TYPES: Readonly<Record<FileFormat, string>> = {
  csv: "text/csv; charset=utf-8",
  json: "application/json; charset=utf-8",
};

async function* csvTexts(columns: readonly string[], pieces: RowsFile["pieces"]): AsyncGenerator<string> {
  yield stringify([columns.map(safeCell)]);
  for await (const rows of pieces) {
    if (rows.length > 0) yield stringify(rows.map((row) => row.map((value) => safeCell(plain(value)))));
  }
}

async function* jsonTexts(columns: readonly string[], pieces: RowsFile["pieces"]): AsyncGenerator<string> {
  const names = distinctNames(columns);
  let separator = "[\n";
  for await (const rows of pieces) {
    if (rows.length === 0) continue;
    const objects = rows.map((row) => Object.fromEntries(row.map((value, at) => [names[at] ?? "", plain(value)])));
    yield separator + objects.map((object) => JSON.stringify(object)).join(",\n");
    separator = ",\n";
  }
  yield separator === "[\n" ? "[]\n" : "\n]\n";
}

/** Bytes as hex; integers beyond 2^53 as text, since a JSON number would lose digits. */
function plain(value: unknown): unknown {
  if (value instanceof Uint8Array) return Buffer.from(value).toString("hex");
  return typeof value === "bigint" ? String(value) : value;
}

/** `SELECT a.id, b.id` has two columns of one name: the second becomes `id_2`, so that no value is lost. */
function distinctNames(columns: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return columns.map((column) => {
    let name = column;
    for (let count = 2; taken.has(name); count++) name = `${column}_${count}`;
    taken.add(name);
    return name;
  });
}
