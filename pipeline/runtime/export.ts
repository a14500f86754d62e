import { annotatedFacts } from "../store/annotated-facts.js";
import { askView, documentsOfView, type ViewQuestion } from "../store/ask-view.js";
import { copyDocuments } from "../store/copy-documents.js";
import { markedSentences } from "../store/marked-sentences.js";
import { openStore } from "../store/open-store.js";
import type { Store } from "../store/store.js";
import { datasetteMetadata } from "./datasette-metadata.js";
import { goldOfMarks } from "./gold-of-marks.js";
import { jsonLines } from "./json-lines.js";
import { parquetFile } from "./parquet-file.js";
import { spreadsheetCsv } from "./spreadsheet-csv.js";
import { webAnnotations } from "./web-annotations.js";
import { makeWholeFile, type WholeFileOptions } from "./whole-file.js";

/** Formats that are written piece by piece, one row after the other. */
export type PieceFormat = "csv" | "jsonl" | "parquet" | "web-annotation";

export interface ExportedRows extends ViewQuestion {
  readonly format: PieceFormat;
  /** Of CSV: begin with a byte order mark, for Excel. */
  readonly bom: boolean;
}

/** What is written: rows of a view, marks as gold lines, or what Datasette should know of the database. */
export type Exported = ExportedRows | "gold" | "datasette";

/**
 * Hands what is exported to `write`, piece by piece, while the database is open. Throws StoreError when it cannot be opened, or for
 * a view or condition that is wrong.
 */
export async function exportPieces<Result>(
  database: string,
  exported: Exported,
  write: (pieces: Iterable<string | Uint8Array>) => Promise<Result>,
): Promise<Result> {
  const store = openStore(database, { mode: "read" });
  try {
    return await write(piecesOf(store, exported));
  } finally {
    store.close();
  }
}

function piecesOf(store: Store, exported: Exported): Iterable<string | Uint8Array> {
  if (exported === "gold")
    return markedSentences(store).map((sentence) => `${JSON.stringify(goldOfMarks(sentence))}\n`);
  if (exported === "datasette") return [`${JSON.stringify(datasetteMetadata(store.path), undefined, 2)}\n`];
  switch (exported.format) {
    case "csv":
      return spreadsheetCsv(askView(store, exported), exported);
    case "jsonl":
      return jsonLines(askView(store, exported));
    case "parquet":
      return parquetFile(askView(store, exported));
    case "web-annotation":
      return webAnnotations(annotatedFacts(store, exported));
  }
}

/**
 * Makes a database of its own of the documents that have rows in a view, whole. Returns its bytes, or nothing when it was stopped.
 * Throws like `makeWholeFile` and `exportPieces`.
 */
export async function exportDatabase(
  database: string,
  question: ViewQuestion,
  output: string,
  options: WholeFileOptions,
): Promise<number | undefined> {
  const source = openStore(database, { mode: "read" });
  try {
    // Asked first: what is wrong with the question should be told before a file is made.
    const keys = documentsOfView(source, question);
    return await makeWholeFile(output, options, async (part) => {
      const target = openStore(part, { mode: "write" });
      try {
        await copyDocuments(source, target, keys, () => !options.signal.aborted);
        target.makeOneFile();
      } finally {
        target.close();
      }
    });
  } finally {
    source.close();
  }
}
