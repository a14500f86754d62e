import { stringify } from "csv-stringify/sync";
import { distinctNames, plainValue } from "../runtime/json-lines.js";
import { spreadsheetCell } from "../runtime/spreadsheet-cell.js";
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
  yield stringify([columns.map(spreadsheetCell)]);
  for await (const rows of pieces) {
    if (rows.length > 0) yield stringify(rows.map((row) => row.map(spreadsheetCell)));
  }
}

async function* jsonTexts(columns: readonly string[], pieces: RowsFile["pieces"]): AsyncGenerator<string> {
  const names = distinctNames(columns);
  let separator = "[\n";
  for await (const rows of pieces) {
    if (rows.length === 0) continue;
    const objects = rows.map((row) => Object.fromEntries(row.map((value, at) => [names[at] ?? "", plainValue(value)])));
    yield separator + objects.map((object) => JSON.stringify(object)).join(",\n");
    separator = ",\n";
  }
  yield separator === "[\n" ? "[]\n" : "\n]\n";
}
