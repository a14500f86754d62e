import type { QueryLimits } from "./query-pool.js";

/** What a page shows. */
export const PAGE_LIMITS: QueryLimits = { rows: 1000, bytes: 4_000_000, cell: 2000, pieceMs: 5000, wholeMs: 5000 };

/** What a file holds: every row and every value whole. */
export const FILE_LIMITS: QueryLimits = {
  rows: Number.POSITIVE_INFINITY,
  bytes: 50 * 1024 * 1024,
  cell: Number.POSITIVE_INFINITY,
  pieceMs: 5000,
  wholeMs: 60_000,
};
