import type { Document } from "../../model/document.js";
import type { Fact } from "../../model/fact.js";

/**
 * The facts, those in tables with their row and column, as their cell says. Where the format tells no cells, rows are
 * counted from the first of those that follow each other, the table's head too; columns by the `cellSeparator` in the
 * row's line.
 */
export function withTablePlaces(
  { text, blocks }: Document,
  facts: readonly Fact[],
  cellSeparator: string,
): readonly Fact[] {
  if (!blocks.some(({ kind }) => kind === "table-row")) return facts;
  let at = 0;
  let row = blocks[0]?.kind === "table-row" ? 1 : 0;
  return facts.map((fact) => {
    const { start, end } = fact.mention.span;
    for (; at < blocks.length && (blocks[at]?.span.end ?? 0) < end; at++) {
      row = blocks[at + 1]?.kind === "table-row" ? row + 1 : 0;
    }
    const block = blocks[at];
    if (block === undefined || row === 0 || start < block.span.start) return fact;
    const cell = block.cells?.find(({ span }) => span.start <= start && end <= span.end);
    if (cell !== undefined) return placed(fact, cell.row, cell.column);
    const column = text.slice(block.span.start, start).split(cellSeparator).length;
    return placed(fact, row, column);
  });
}

function placed(fact: Fact, tableRow: number, tableColumn: number): Fact {
  return { ...fact, evidence: { ...fact.evidence, tableRow, tableColumn } };
}
