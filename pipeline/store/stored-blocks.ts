import type { Block, BlockKind, TableCell } from "../model/document.js";

/** A kind of block as one letter: every document has many blocks. */
const LETTERS: Readonly<Record<BlockKind, string>> = {
  heading: "h",
  paragraph: "p",
  "list-item": "l",
  "table-row": "t",
  boilerplate: "b",
};
const KINDS = new Map(Object.entries(LETTERS).map(([kind, letter]) => [letter, kind as BlockKind]));

type CellTuple = readonly [start: number, end: number, row: number, column: number, ...headers: (string | null)[]];
type BlockTuple = readonly [letter: string, start: number, end: number, page?: number | null, cells?: CellTuple[]];

/** Blocks as the JSON that `documents.blocks` holds. */
export function storedBlocks(blocks: readonly Block[]): string {
  return JSON.stringify(
    blocks.map(({ kind, span, page, cells }): BlockTuple => {
      const plain = [LETTERS[kind], span.start, span.end] as const;
      if (cells !== undefined) return [...plain, page ?? null, cells.map(cellTuple)];
      return page === undefined ? plain : [...plain, page];
    }),
  );
}

/** The blocks that were stored so. */
export function blocksOf(stored: string): readonly Block[] {
  return (JSON.parse(stored) as readonly BlockTuple[]).map(([letter, start, end, page, cells]) => ({
    kind: KINDS.get(letter) ?? "paragraph",
    span: { start, end },
    ...(page == null ? {} : { page }),
    ...(cells === undefined ? {} : { cells: cells.map(cellOf) }),
  }));
}

function cellTuple({ span, row, column, rowHeader, columnHeaders }: TableCell): CellTuple {
  const place = [span.start, span.end, row, column] as const;
  if (columnHeaders !== undefined) return [...place, rowHeader ?? null, ...columnHeaders];
  return rowHeader === undefined ? place : [...place, rowHeader];
}

function cellOf([start, end, row, column, rowHeader, ...columnHeaders]: CellTuple): TableCell {
  return {
    span: { start, end },
    row,
    column,
    ...(rowHeader == null ? {} : { rowHeader }),
    ...(columnHeaders.length === 0 ? {} : { columnHeaders: columnHeaders.filter((header) => header !== null) }),
  };
}
