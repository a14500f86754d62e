/** What passes without anybody's doing, or by making room. */
const PASSING: ReadonlySet<string> = new Set(["store.in-use", "store.locked", "store.full", "store.io"]);
/** Codes of whatever a person can mend while it waits. */
const MENDED = /^(?:store|lexicon|read|runtime)\.[a-z0-9-]+$/u;
/** What is there is not to be written to again. */
const FINAL: ReadonlySet<string> = new Set(["store.damaged", "store.foreign", "store.newer", "store.not-a-database"]);

export type CodedError = Error & { readonly code: string };

/** Whether a run that failed by it may succeed later. */
export function isPassing(error: unknown): error is CodedError {
  return PASSING.has(codeOf(error));
}

/** Whether a run that went well before may do so again once somebody has seen to it: a folder that is gone, a lexicon. */
export function isToBeMended(error: unknown): error is CodedError {
  const code = codeOf(error);
  return MENDED.test(code) && !FINAL.has(code);
}

function codeOf(error: unknown): string {
  return typeof error === "object" && error !== null && "code" in error ? String(error.code) : "";
}
