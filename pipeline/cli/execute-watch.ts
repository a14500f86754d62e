import type { Config } from "../runtime/config.js";
import type { RunReport } from "../runtime/run-report.js";
import type { WatchObserver } from "../runtime/watch.js";
import type { createEvents } from "./create-events.js";
import { EXIT, exitWithError } from "./exit.js";
import { createLog, type Log } from "./log.js";

/** The options of a watch that are no settings. */
export interface WatchFlags {
  readonly quiet?: true;
  readonly json?: true;
}

/** Watches as it is configured, with all that is told of it. Returns the exit code; never rejects. */
export async function executeWatch(config: Config, flags: WatchFlags): Promise<number> {
  const { values } = config;
  const log = await createLog({ level: flags.quiet ? "error" : values["log.level"], format: values["log.format"] });
  try {
    return await watch(config, flags, log);
  } catch (error) {
    return exitWithError(error, log.error);
  }
}

async function watch(config: Config, flags: WatchFlags, log: Log): Promise<number> {
  const { configuredReading } = await import("../runtime/configured-reading.js");
  const { configuredWork } = await import("../runtime/configured-work.js");
  const { watchCorpus } = await import("../runtime/watch.js");
  const { createEvents } = await import("./create-events.js");
  const { listenForInterruption } = await import("./interruption.js");
  const { tellConfig } = await import("./tell-config.js");

  const { values } = config;
  tellConfig(log, config);
  const interruption = listenForInterruption();
  const events = flags.json && !flags.quiet ? createEvents((line) => process.stdout.write(line)) : undefined;
  try {
    await watchCorpus({
      paths: values.paths,
      database: values.database,
      ...configuredWork(values),
      ...configuredReading(values),
      settleSeconds: values["watch.settle_seconds"],
      pollSeconds: values["watch.poll_seconds"],
      signal: interruption.signal,
      observer: await createObserver(log, values.paths, events),
    });
    return interruption.exitCode() ?? EXIT.documentsFailed;
  } finally {
    interruption.stop();
  }
}

/** Tells people of the rounds on stderr, and programs on stdout. */
async function createObserver(
  log: Log,
  paths: readonly string[],
  events: ReturnType<typeof createEvents> | undefined,
): Promise<WatchObserver> {
  const { createProgress } = await import("./progress.js");
  const { oneLine } = await import("./exit.js");
  const { roundLine, tellSummary, watchingLine } = await import("./summary.js");
  // Its rates are those of one round.
  let progress = createProgress(log);

  const tellFirst = (report: RunReport): void => {
    tellSummary(log, report);
    if (report.interrupted) return;
    log.info(watchingLine(paths, report), { paths });
  };
  return {
    began() {
      progress = createProgress(log);
    },
    planned(plan, seconds) {
      progress.planned(plan, seconds);
      events?.planned(plan, seconds);
    },
    advanced(state) {
      progress.advanced(state);
      events?.advanced(state);
    },
    failed(failure) {
      progress.failed(failure);
      events?.failed(failure);
    },
    finished(report, isFirst) {
      progress.end();
      if (isFirst) tellFirst(report);
      else log.info(roundLine(report), { report });
      events?.finished(report);
    },
    brokeOff(error, seconds) {
      progress.end();
      const message = error instanceof Error ? error.message : String(error);
      log.error(`${oneLine(message)}; trying again in ${seconds} s, then less often`);
    },
    recovered() {
      log.info("it went well again");
    },
    polling(folder, reason, seconds) {
      const told = oneLine(reason) || "no reason given";
      log.warn(`${folder}: the system does not tell of changes (${told}); looking for them every ${seconds} s instead`);
    },
  };
}
