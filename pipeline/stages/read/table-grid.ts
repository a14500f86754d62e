import type { CellLine } from "./article.js";

/** A cell as a table's source has it. */
export interface SourceCell {
  readonly text: string;
  readonly isHeader: boolean;
  readonly columns: number;
  readonly rows: number;
}

/** Wider tables keep no headers beyond, and no cell reaches down further: spans may claim anything. */
const MOST_COLUMNS = 200;
const MOST_ROWS = 2_000;
const LONGEST_HEADER = 120;
const YEAR = /^\p{Nd}{4}$/u;

interface Carried {
  readonly cell: SourceCell;
  /** Rows that it still reaches down. */
  left: number;
}

/**
 * Gives the cells of a table, row by row, their places and headers. Column headers are rows of header cells, or a first
 * row without figures; one below another goes on with it. The row's header is its first cell, when it is a header cell
 * or no figure.
 */
export class TableGrid {
  #row = 0;
  /** By column. */
  #headers: (readonly string[] | undefined)[] = [];
  #isAfterHeader = false;
  readonly #carried: (Carried | undefined)[] = [];

  addRow(cells: readonly SourceCell[]): readonly CellLine[] {
    this.#row++;
    const placed = this.#place(cells);
    const isHeader = cells.every(({ isHeader, text }) => isHeader || text === "") || this.#isPlainHeader(cells);
    if (isHeader) this.#takeHeaders(placed);
    this.#isAfterHeader = isHeader;
    const rowHeader = isHeader ? undefined : rowHeaderOf(placed);
    return placed
      .filter(({ isCarried }) => !isCarried)
      .map(({ cell, column }) => ({
        text: cell.text,
        row: this.#row,
        column: column + 1,
        rowHeader: cell === rowHeader ? undefined : headerText(rowHeader?.text),
        columnHeaders: isHeader ? [] : (this.#headers[column] ?? []),
      }));
  }

  /** The cells with their columns, those that reach down from rows above among them. */
  #place(cells: readonly SourceCell[]): readonly Placed[] {
    const placed: Placed[] = [];
    let column = 0;
    const passCarried = () => {
      for (let at = this.#carried[column]; at !== undefined; at = this.#carried[column]) {
        placed.push({ cell: at.cell, column, isCarried: true });
        at.left--;
        if (at.left === 0) this.#carried[column] = undefined;
        column++;
      }
    };
    for (const cell of cells) {
      passCarried();
      placed.push({ cell, column, isCarried: false });
      for (let end = column + cell.columns; column < end; column++) {
        if (cell.rows > 1 && column < MOST_COLUMNS) this.#carried[column] = { cell, left: cell.rows - 1 };
      }
    }
    passCarried();
    return placed;
  }

  /** Many tables mark no header: their first row holds words, or words and years. */
  #isPlainHeader(cells: readonly SourceCell[]): boolean {
    const isFirst = this.#row === 1 && cells.length > 1;
    return isFirst && cells.every(({ text }) => !/\p{Nd}/u.test(text) || YEAR.test(text));
  }

  #takeHeaders(placed: readonly Placed[]): void {
    const above = this.#isAfterHeader ? this.#headers : [];
    const headers = [...above];
    for (const { cell, column, isCarried } of placed) {
      if (isCarried || headerText(cell.text) === undefined) continue;
      for (let at = column; at < Math.min(column + cell.columns, MOST_COLUMNS); at++) {
        headers[at] = [...(above[at] ?? []), cell.text];
      }
    }
    this.#headers = headers;
  }
}

/** How many columns or rows a span says that a cell takes. */
export function spanOf(value: string, isRows: boolean): number {
  const count = /^[0-9]{1,5}$/u.test(value) ? Number(value) : 1;
  return Math.max(1, Math.min(count, isRows ? MOST_ROWS : MOST_COLUMNS));
}

interface Placed {
  readonly cell: SourceCell;
  /** From 0. */
  readonly column: number;
  readonly isCarried: boolean;
}

function rowHeaderOf([first]: readonly Placed[]): SourceCell | undefined {
  if (first === undefined || first.cell.text === "") return undefined;
  const { isHeader, text } = first.cell;
  return isHeader || !/\p{Nd}/u.test(text) || YEAR.test(text) ? first.cell : undefined;
}

function headerText(text: string | undefined): string | undefined {
  return text === undefined || text === "" || text.length > LONGEST_HEADER ? undefined : text;
}
