import type { Diagnostic } from "../model/diagnostic.js";
import type { StageName } from "../model/stages.js";
import { FaktumError } from "./faktum-error.js";

/**
 * Why the file at `path` gave no facts, as it is kept with the document: one line, without the path. `stage` is where an
 * error that nobody foresaw came from.
 */
export function failureDiagnostic(path: string, error: unknown, stage: StageName): Diagnostic {
  if (error instanceof FaktumError) {
    const prefix = `${path}: `;
    const message = error.message.startsWith(prefix) ? error.message.slice(prefix.length) : error.message;
    return { code: error.code, severity: "error", stage, message };
  }
  const message = `unexpected error: ${messageOf(error)}; a fault in faktum, report it with the file`;
  return { code: `${stage}.unexpected`, severity: "error", stage, message };
}

/** The failure as the user is told it. */
export function failureMessage(path: string, diagnostic: Diagnostic): string {
  return diagnostic.message.startsWith(`${path}: `) ? diagnostic.message : `${path}: ${diagnostic.message}`;
}

/** Errors of Node itself are no instances of this module's Error where tests run in a realm of their own. */
function messageOf(error: unknown): string {
  return typeof error === "object" && error !== null && "message" in error ? String(error.message) : String(error);
}
