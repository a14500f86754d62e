import { FaktumError } from "../../runtime/faktum-error.js";

export type ReadErrorCode =
  | "read.binary"
  | "read.bomb"
  | "read.damaged"
  | "read.empty"
  | "read.encoding"
  | "read.encrypted"
  | "read.nested"
  | "read.no-articles"
  | "read.no-text"
  | "read.reversed"
  | "read.too-deep"
  | "read.too-large"
  | "read.too-many"
  | "read.too-slow"
  | "read.truncated";

/** A file that cannot be read as an article. The message names the path, then says what the file is and the remedy. */
export class ReadError extends FaktumError {
  declare readonly code: ReadErrorCode;
  readonly path: string;

  constructor(code: ReadErrorCode, path: string, reason: string, cause?: unknown) {
    super(code, `${path}: ${reason}`, { exitCode: 1, cause });
    this.name = "ReadError";
    this.path = path;
  }
}
