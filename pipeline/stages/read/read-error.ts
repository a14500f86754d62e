import { FaktumError } from "../../runtime/faktum-error.js";

export type ReadErrorCode = "read.binary" | "read.empty" | "read.encoding" | "read.too-deep" | "read.too-large";

/** A file that cannot be read as an article. The message names the path, then says what the file is and the remedy. */
export class ReadError extends FaktumError {
  constructor(code: ReadErrorCode, path: string, reason: string) {
    super(code, `${path}: ${reason}`, { exitCode: 1 });
    this.name = "ReadError";
  }
}
