import { parse } from "csv-parse/sync";
import { type Line, readLines } from "./read-lines.js";
import { delimiterOf } from "./table-head.js";

/** A row of a table, or what is wrong with it and the remedy. `place`: 0 is the row of column names. */
export type CsvRow =
  | { readonly place: number; readonly cells: readonly string[]; readonly problem?: never }
  | { readonly place: number; readonly problem: string; readonly isTooLarge: boolean };

/** A spreadsheet's note to itself. */
const SEPARATOR_LINE = /^sep=(.)$/u;

/**
 * The rows of a CSV text. A row goes on over line ends as long as a quotation mark is open; one that is still open after
 * `longest` bytes, or at the end, was never closed: its first line is told as broken, and the next line begins a row.
 */
export async function* csvRows(chunks: AsyncIterable<Uint8Array>, longest: number): AsyncGenerator<CsvRow> {
  const rows = new RowBuilder(longest);
  for await (const line of readLines(chunks, longest)) yield* rows.add(line);
  yield* rows.end();
}

class RowBuilder {
  readonly #longest: number;
  #delimiter: string | undefined;
  #place = 0;
  /** Lines of a row whose quotation mark is open. */
  #open: string[] = [];
  #openLength = 0;

  constructor(longest: number) {
    this.#longest = longest;
  }

  *add(line: Line): Generator<CsvRow> {
    if (line.problem !== undefined) {
      yield* this.end();
      yield this.#broken(line.problem, line.isTooLong === true);
    } else yield* this.#addText(line.text);
  }

  /** Whatever is open now stays open for good. */
  *end(): Generator<CsvRow> {
    const lines = this.#open;
    this.#open = [];
    this.#openLength = 0;
    if (lines.length === 0) return;
    yield this.#broken("a quotation mark is never closed; mend the row, or get the file anew", false);
    // Each of these lines has an even number of marks, so none stays open again.
    for (const text of lines.slice(1)) yield* this.#addText(text);
  }

  *#addText(text: string): Generator<CsvRow> {
    const isOdd = hasOddQuotes(text);
    if (this.#open.length === 0 && !isOdd) {
      yield* this.#rows(text);
      return;
    }
    const closes = this.#open.length > 0 && isOdd;
    this.#open.push(text);
    this.#openLength += text.length + 1;
    if (closes) {
      const row = this.#open.join("\n");
      this.#open = [];
      this.#openLength = 0;
      yield* this.#rows(row);
    } else if (this.#openLength > this.#longest) yield* this.end();
  }

  /** One row; more where a mark that looked open was a letter's: `5" tief`. */
  *#rows(text: string): Generator<CsvRow> {
    if (text.trim() === "") return;
    const stated = this.#delimiter === undefined ? SEPARATOR_LINE.exec(text)?.[1] : undefined;
    if (stated !== undefined) {
      this.#delimiter = stated;
      return;
    }
    this.#delimiter ??= delimiterOf(text.replace(/^\ufeff/u, ""));
    const options = { delimiter: this.#delimiter, bom: true, relax_quotes: true, relax_column_count: true } as const;
    let parsed: string[][];
    try {
      parsed = parse(text, options);
    } catch {
      yield this.#broken("its quotation marks do not match; mend the row, or get the file anew", false);
      return;
    }
    for (const cells of parsed) yield { place: this.#place++, cells };
  }

  #broken(problem: string, isTooLarge: boolean): CsvRow {
    return { place: this.#place++, problem, isTooLarge };
  }
}

function hasOddQuotes(text: string): boolean {
  let isOdd = false;
  for (let at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at + 1)) isOdd = !isOdd;
  return isOdd;
}
