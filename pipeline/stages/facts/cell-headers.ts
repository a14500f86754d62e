import { latinDigits } from "../../../extractors/text/latin-digits.js";
import type { Block, TableCell } from "../../model/document.js";
import type { Span } from "../../model/span.js";

/** What the headers of a table's cell say of a figure in it. */
export interface CellHeaders {
  /** `Torgau, Anteil`: the headers of row and column that are no years. */
  readonly subject?: string;
  /** The year that one of them is. */
  readonly when?: string;
}

const YEAR = /^(?:1[5-9]|20)[0-9]{2}$/u;

/** Finds the cells of spans that come in the order of the text, in time linear in the blocks. */
export class CellFinder {
  readonly #blocks: readonly Block[];
  #at = 0;

  constructor(blocks: readonly Block[]) {
    this.#blocks = blocks;
  }

  /** The cell that holds a span, which must not stand before a block that was asked for already. */
  cellOf(span: Span): TableCell | undefined {
    while ((this.#blocks[this.#at]?.span.end ?? Number.POSITIVE_INFINITY) < span.end) this.#at++;
    return this.#blocks[this.#at]?.cells?.find((cell) => isInside(span, cell.span));
  }
}

export function cellHeaders({ rowHeader, columnHeaders = [] }: TableCell): CellHeaders {
  const headers = rowHeader === undefined ? columnHeaders : [rowHeader, ...columnHeaders];
  const year = headers.map(latinDigits).find((header) => YEAR.test(header));
  const subject = headers.filter((header) => !YEAR.test(latinDigits(header))).join(", ");
  return { ...(subject === "" ? {} : { subject }), ...(year === undefined ? {} : { when: year }) };
}

export function isInside(inner: Span, outer: Span): boolean {
  return inner.start >= outer.start && inner.end <= outer.end;
}
