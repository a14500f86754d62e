import type { Engines } from "../store/engines.js";
import type { KnownFile } from "../store/known-files.js";
import type { WalkedFile } from "./file-walk.js";

/** What a run does with a file. */
export type FileDecision =
  /** Read it: it is new, or changed, or failed before and may go well now. */
  | "read"
  /** Analyse the stored text again: the file is the same, what its facts are made by is not. */
  | "analyse"
  /** A container that is the same, with documents whose stored texts are to be analysed again. */
  | "analyse-members"
  | "unchanged"
  /** Failed in an earlier run and nothing has changed since. */
  | "failed-before"
  /** It would be read, but was changed just now and may still be written. */
  | "settling"
  /** Not asked for. */
  | "left-out";

/** Which files a run is about, and with what it reads them. */
export interface RunScope {
  readonly engines: Pick<Engines, "isCurrent">;
  /** Whether a container has documents that were made by another engine. */
  readonly hasStaleMembers: (path: string) => boolean;
  /** Read unchanged files too. */
  readonly force: boolean;
  /** Only files that were changed at this time or later, in ms since 1970. */
  readonly since?: number | undefined;
  /** Only these files, changed or not. */
  readonly selected?: ReadonlySet<string> | undefined;
  /** Files that were changed less than `length` ms before `at` are left to the next run; `at` in ms since 1970. */
  readonly settleTime?: { readonly at: number; readonly length: number } | undefined;
  /** By which containers are read, see `Container.settings`. */
  readonly settings: string;
}

/** Decided by path, size and time of the file alone; it is not opened. */
export function decideFile(file: WalkedFile, known: KnownFile | undefined, scope: RunScope): FileDecision {
  const decision = decideSettled(file, known, scope);
  return decision === "read" && isSettling(file, scope) ? "settling" : decision;
}

/** A time that is far ahead is another clock's, and says nothing. */
function isSettling({ changed }: WalkedFile, { settleTime }: RunScope): boolean {
  return settleTime !== undefined && Math.abs(settleTime.at - changed) < settleTime.length;
}

function decideSettled(file: WalkedFile, known: KnownFile | undefined, scope: RunScope): FileDecision {
  if (scope.selected !== undefined) return scope.selected.has(file.path) ? "read" : "left-out";
  if (scope.since !== undefined && file.modified < scope.since) return "left-out";
  if (scope.force || known === undefined || known.isRemoved) return "read";
  if (known.bytes !== file.bytes || known.fileModified !== file.modified) return "read";
  const isCurrent = scope.engines.isCurrent(known.engineId);
  if (known.status === "failed" && !isCurrent) return "read";
  if (known.kind === "container") {
    if (!known.complete || known.settings !== scope.settings || known.engineId === null) return "read";
    return scope.hasStaleMembers(known.path) ? "analyse-members" : "unchanged";
  }
  if (known.status === "failed") return "failed-before";
  return isCurrent ? "unchanged" : "analyse";
}
