import type { SqlValue } from "../../store/run-query.js";

/** How much of an answer is wanted at most. */
export interface AnswerSize {
  readonly rows: number;
  /** Of all rows together, about as they are in UTF-8. */
  readonly bytes: number;
  /** Of a text UTF-16 units, of bytes bytes: what is longer is cut. */
  readonly cell: number;
}

/** What the process that asks the database is told: a new question, or that more of its rows are wanted, or no more. */
export type QueryMessage =
  | { readonly sort: "ask"; readonly sql: string; readonly size: AnswerSize }
  | { readonly sort: "more" }
  | { readonly sort: "drop" };

export type Rows = readonly (readonly SqlValue[])[];

/** Some rows of an answer, in their order. */
export interface AnswerPiece {
  readonly sort: "piece";
  readonly columns: readonly string[];
  readonly rows: Rows;
  readonly isLast: boolean;
  /** Of the last piece: which limit left rows out. */
  readonly cut?: "rows" | "bytes";
}

/** Why there is no answer, or not all of it: in one line, with the remedy. */
export interface QueryFailure {
  readonly sort: "failure";
  /** Stable: a StoreErrorCode, or `query.<what>`. */
  readonly code: string;
  readonly message: string;
}

/** One comes for each message but `drop`. */
export type QueryReply = AnswerPiece | QueryFailure;
