import type { QueryResult, SqlValue } from "../../store/run-query.js";
import type { AnswerPiece, AnswerSize } from "./query-message.js";

/** Bytes after which a piece is sent: few enough that no one waits, enough that sending costs little. */
const PIECE_BYTES = 256 * 1024;
const NUMBER_BYTES = 8;

/** The rows of an answer in pieces, read as they are asked for; at least one piece, the last says so. */
export function* readPieces({ columns, rows, wasCut }: QueryResult, size: AnswerSize): Generator<AnswerPiece> {
  let piece: (readonly SqlValue[])[] = [];
  let pieceBytes = 0;
  let bytes = 0;
  for (const row of rows) {
    const shown = row.map((value) => cutValue(value, size.cell));
    const rowBytes = shown.reduce<number>((sum, value) => sum + bytesOf(value), 0);
    if (bytes + rowBytes > size.bytes) {
      yield { sort: "piece", columns, rows: piece, isLast: true, cut: "bytes" };
      return;
    }
    piece.push(shown);
    bytes += rowBytes;
    pieceBytes += rowBytes;
    if (pieceBytes >= PIECE_BYTES) {
      yield { sort: "piece", columns, rows: piece, isLast: false };
      piece = [];
      pieceBytes = 0;
    }
  }
  yield { sort: "piece", columns, rows: piece, isLast: true, ...(wasCut() && { cut: "rows" as const }) };
}

function cutValue(value: SqlValue, length: number): SqlValue {
  if (typeof value === "string" && value.length > length) {
    // Half of a surrogate pair is no character.
    const end = isHighSurrogate(value.charCodeAt(length - 1)) ? length - 1 : length;
    return `${value.slice(0, end)}…`;
  }
  return value instanceof Uint8Array && value.length > length ? value.slice(0, length) : value;
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}

function bytesOf(value: SqlValue): number {
  if (typeof value === "string") return Buffer.byteLength(value);
  return value instanceof Uint8Array ? value.length : NUMBER_BYTES;
}
