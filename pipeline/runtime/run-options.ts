import type { ContainerLimits } from "../stages/read/containers/container-limits.js";
import type { FieldChoice } from "../stages/read/containers/fields.js";
import type { RunObserver } from "./run-report.js";

export interface RunOptions {
  /** Files and folders, as the user wrote them. */
  readonly paths: readonly string[];
  readonly database: string;
  /** Read unchanged files too. */
  readonly force: boolean;
  readonly limits: ContainerLimits;
  /** Keys and columns of lists of articles that the user named. */
  readonly fields: FieldChoice;
  /** Stops the run: what is ready is stored, the next run goes on from there. */
  readonly signal: AbortSignal;
  readonly observer: RunObserver;
}
