import { ByteWriter, ParquetWriter } from "hyparquet-writer";
import type { ViewRows } from "../store/ask-view.js";
import { plainValue } from "./json-lines.js";
import { packageVersion } from "./package-root.js";

/** Rows in memory at a time; a row group of the file. */
const ROW_GROUP = 20_000;

type ColumnType = "DOUBLE" | "INT64" | "STRING";

/** Rows as a Parquet file, piece by piece: numbers as DOUBLE, whole ones as INT64, all else as text; every column may be empty. */
export function* parquetFile({ columns, types, rows }: ViewRows): Generator<Uint8Array> {
  const kinds = types.map(columnType);
  const writer = new ByteWriter();
  const parquet = new ParquetWriter({
    writer,
    schema: [
      { name: "rows", num_children: columns.length },
      ...columns.map((name, index) => ({
        name,
        repetition_type: "OPTIONAL" as const,
        ...ELEMENTS[kinds[index] ?? "STRING"],
      })),
    ],
    createdBy: `faktum version ${packageVersion()}`,
  });
  let group: (readonly unknown[])[] = [];
  const writeGroup = (): Uint8Array => {
    const columnData = columns.map((name, index) => ({
      name,
      data: group.map((row) => cellOf(row[index], kinds[index] ?? "STRING")),
    }));
    parquet.write({ columnData, rowGroupSize: ROW_GROUP });
    group = [];
    return taken(writer);
  };
  for (const row of rows) {
    group.push(row);
    if (group.length === ROW_GROUP) yield writeGroup();
  }
  if (group.length > 0) yield writeGroup();
  parquet.finish();
  yield taken(writer);
}

const ELEMENTS = {
  DOUBLE: { type: "DOUBLE" },
  INT64: { type: "INT64" },
  STRING: { type: "BYTE_ARRAY", converted_type: "UTF8" },
} as const;

function columnType(type: string): ColumnType {
  if (type === "REAL") return "DOUBLE";
  return type === "INTEGER" ? "INT64" : "STRING";
}

function cellOf(value: unknown, type: ColumnType): unknown {
  if (value === null || value === undefined) return null;
  if (type === "DOUBLE") return Number(value);
  return type === "INT64" ? BigInt(value as number | bigint) : String(plainValue(value));
}

/** What was written so far, which the writer then lets go of; it goes on counting where it stands in the file. */
function taken(writer: ByteWriter): Uint8Array {
  const bytes = writer.getBytes().slice();
  writer.index = 0;
  return bytes;
}
