import { FaktumError } from "../../runtime/faktum-error.js";

export type ReadErrorCode =
  | "read.binary"
  | "read.damaged"
  | "read.empty"
  | "read.encoding"
  | "read.encrypted"
  | "read.no-text"
  | "read.reversed"
  | "read.too-deep"
  | "read.too-large"
  | "read.too-slow";

/** A file that cannot be read as an article. The message names the path, then says what the file is and the remedy. */
export class ReadError extends FaktumError {
  constructor(code: ReadErrorCode, path: string, reason: string, cause?: unknown) {
    super(code, `${path}: ${reason}`, { exitCode: 1, cause });
    this.name = "ReadError";
  }
}
