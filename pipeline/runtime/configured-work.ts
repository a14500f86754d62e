import type { ConfigValues } from "./config-keys.js";
import type { RunOptions } from "./run-options.js";

/** How a run does its work, as it is configured. */
export function configuredWork(values: ConfigValues): Pick<RunOptions, "workers" | "maxErrors"> {
  return {
    workers: {
      count: values.workers,
      seconds: values["run.document_seconds"],
      megabytes: values["run.document_memory"],
    },
    maxErrors: values["run.max_errors"] ?? Number.POSITIVE_INFINITY,
  };
}
