import type { ContainerLimits } from "../stages/read/containers/container-limits.js";
import type { FieldChoice } from "../stages/read/containers/fields.js";
import type { RunObserver } from "./run-report.js";

export interface RunOptions {
  /** Name of the command that does it, as others are told who find the database taken; `run` when absent. */
  readonly command?: string;
  /** Files and folders, as the user wrote them. */
  readonly paths: readonly string[];
  readonly database: string;
  /** Which files are read, beside what is new or changed. */
  readonly choice: RunChoice;
  readonly limits: ContainerLimits;
  /** Keys and columns of lists of articles that the user named. */
  readonly fields: FieldChoice;
  readonly workers: WorkerOptions;
  /** Only find out what there is to do. */
  readonly dryRun: boolean;
  /** The run stops after so many failures. */
  readonly maxErrors: number;
  /** Stops the run: what is ready is stored, the next run goes on from there. */
  readonly signal: AbortSignal;
  readonly observer: RunObserver;
}

export interface RunChoice {
  /** Read unchanged files too. */
  readonly force?: boolean | undefined;
  /** Only files that were changed at this time or later, in ms since 1970. */
  readonly since?: number | undefined;
  /** SQL whose first column names files, or documents in containers: they are read, changed or not, and no others. */
  readonly select?: string | undefined;
  /** Leave files that were changed in the last so many seconds to the next run: they may still be written. */
  readonly settleSeconds?: number | undefined;
}

export interface WorkerOptions {
  readonly count: number;
  /** Seconds for a document. */
  readonly seconds: number;
  /** Megabytes of heap for a worker. */
  readonly megabytes: number;
}
