/** What the shell is told: 1 finished but something failed, 2 wrong usage or configuration, 4 fatal. */
type ErrorExitCode = 1 | 2 | 4;

interface FaktumErrorOptions {
  readonly exitCode: ErrorExitCode;
  readonly cause?: unknown;
}

/**
 * A problem that the user can do something about: printed as one line, without a stack.
 * `code` is stable, `<part>.<what>`, e.g. `store.locked`; `message` names the file (line, key) and the remedy.
 */
export class FaktumError extends Error {
  readonly code: string;
  readonly exitCode: ErrorExitCode;

  constructor(code: string, message: string, options: FaktumErrorOptions) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = "FaktumError";
    this.code = code;
    this.exitCode = options.exitCode;
  }
}
