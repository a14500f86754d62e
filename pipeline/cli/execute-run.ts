import type { Config } from "../runtime/config.js";
import { EXIT, exitWithError } from "./exit.js";
import { createLog, type Log } from "./log.js";

/** The options of a run that are no settings. */
export interface RunFlags {
  readonly force?: true;
  /** In ms since 1970. */
  readonly since?: number;
  readonly select?: string;
  readonly dryRun?: true;
  readonly quiet?: true;
  readonly json?: true;
}

/** What decides how the work is done. */
export const WORK_OPTIONS = [
  "workers",
  "run.max_errors",
  "run.document_seconds",
  "run.document_memory",
  "log.level",
  "log.format",
] as const;

/** A run by a command that is configured so, with all that is told of it. Returns the exit code; never rejects. */
export async function executeRun(config: Config, flags: RunFlags): Promise<number> {
  const { values } = config;
  const level = flags.quiet ? "error" : values["log.level"];
  const log = await createLog({ level, format: values["log.format"] });
  try {
    return await run(config, flags, log);
  } catch (error) {
    return exitWithError(error, log.error);
  }
}

async function run(config: Config, flags: RunFlags, log: Log): Promise<number> {
  const { configuredReading } = await import("../runtime/configured-reading.js");
  const { configuredWork } = await import("../runtime/configured-work.js");
  const { runCorpus } = await import("../runtime/run.js");
  const { createProgress } = await import("./progress.js");
  const { createEvents, toAll } = await import("./create-events.js");
  const { listenForInterruption } = await import("./interruption.js");
  const { tellConfig } = await import("./tell-config.js");
  const { tellPlan, tellSummary } = await import("./summary.js");

  const { values } = config;
  tellConfig(log, config);
  const interruption = listenForInterruption();
  const progress = createProgress(log);
  const events = flags.json ? createEvents((line) => process.stdout.write(line)) : undefined;
  try {
    const report = await runCorpus({
      paths: values.paths,
      database: values.database,
      choice: { force: flags.force, since: flags.since, select: flags.select },
      dryRun: flags.dryRun ?? false,
      ...configuredWork(values),
      ...configuredReading(values),
      signal: interruption.signal,
      observer: events === undefined || flags.quiet ? progress : toAll([progress, events]),
    });
    progress.end();
    const { failed, failedBefore } = report.documents;
    if (flags.dryRun) tellPlan(log, report);
    else tellSummary(log, report);
    events?.finished(report);
    return interruption.exitCode() ?? (failed + failedBefore > 0 ? EXIT.documentsFailed : EXIT.ok);
  } finally {
    progress.end();
    interruption.stop();
  }
}
