import { availableParallelism } from "node:os";
import { readingChoices } from "../pipeline/runtime/reading-choices.js";
import { runCorpus } from "../pipeline/runtime/run.js";
import type { RunReport } from "../pipeline/runtime/run-report.js";

/** A run of faktum with what is usual; only what fails is told. */
export function usualRun(paths: readonly string[], database: string): Promise<RunReport> {
  return runCorpus({
    ...readingChoices({}),
    paths,
    database,
    choice: {},
    dryRun: false,
    maxErrors: Number.POSITIVE_INFINITY,
    workers: { count: availableParallelism(), seconds: 60, megabytes: 1024 },
    signal: new AbortController().signal,
    observer: {
      planned: () => undefined,
      advanced: () => undefined,
      failed: ({ message }) => process.stderr.write(`${message}\n`),
    },
  });
}
