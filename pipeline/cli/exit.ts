import type { Writable } from "node:stream";
import { CommanderError } from "commander";
import { FaktumError } from "../runtime/faktum-error.js";

/** Exit codes of every command; stdout carries data only, stderr everything else. */
export const EXIT = { ok: 0, documentsFailed: 1, usage: 2, fatal: 4, inUse: 75 } as const;

/** Errors of the layers below carry a code of this shape, and a message that is one line with the remedy. */
const TOLD_CODE = /^(?:store|lexicon|read)\.[a-z0-9-]+$/u;
/** Codes of problems that no other command line would avoid. */
const FATAL_CODES: ReadonlySet<string> = new Set([
  "store.cannot-open",
  "store.damaged",
  "store.full",
  "store.io",
  "store.locked",
  "store.no-lock",
  "store.read-only",
]);

/**
 * Tells the user on stderr what went wrong, in one line, and returns the exit code. `FAKTUM_DEBUG=1` adds the stack.
 * `tell` is for commands with a log of their own.
 */
export function exitWithError(error: unknown, tell: (message: string) => void = printMessage): number {
  // Commander has printed its own message, or the help that was asked for.
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.usage;
  const exitCode = toldExitCode(error);
  const message = error instanceof Error ? error.message : String(error);
  if (exitCode !== undefined) tell(message);
  else tell(`unexpected error: ${message} (FAKTUM_DEBUG=1 shows where it happened)`);
  if (process.env["FAKTUM_DEBUG"]) process.stderr.write(`${error instanceof Error ? error.stack : message}\n`);
  return exitCode ?? EXIT.fatal;
}

/** One line on stderr, with the program's name in front. */
export function printMessage(message: string): void {
  process.stderr.write(`faktum: ${oneLine(message)}\n`);
}

/** A reader that stops early (`faktum extract | head`) is no error: leave at once and without a word. */
export function quietBrokenPipe(stream: Writable): void {
  stream.on("error", (error: NodeJS.ErrnoException) => {
    process.exit(error.code === "EPIPE" ? EXIT.ok : exitWithError(error));
  });
}

/** `text` with line breaks and other control characters made spaces, so that a file's name cannot forge a message. */
export function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, " ").trim();
}

/** Exit code of an error that was made to be told; nothing for one that nobody foresaw. */
function toldExitCode(error: unknown): number | undefined {
  if (error instanceof FaktumError) return error.exitCode;
  if (!(error instanceof Error) || !("code" in error) || typeof error.code !== "string") return undefined;
  if (!TOLD_CODE.test(error.code)) return undefined;
  if (error.code === "store.in-use") return EXIT.inUse;
  return FATAL_CODES.has(error.code) ? EXIT.fatal : EXIT.usage;
}
