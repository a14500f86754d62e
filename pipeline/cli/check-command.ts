import type { Command } from "commander";
import type { CheckReport, RepairReport } from "../runtime/check.js";
import type { Config } from "../runtime/config.js";
import { addConfigOption, addConfigOptions, configOf } from "./config-options.js";
import { EXIT, exitWithError, oneLine } from "./exit.js";
import { createLog, type Log } from "./log.js";
import { writeOut } from "./write-out.js";

interface CheckFlags {
  readonly repair?: true;
  readonly json?: true;
}

/** `faktum check`: whether the database is whole, and what can be done when it is not. */
export function addCheckCommand(program: Command): void {
  const command = program
    .command("check")
    .summary("verify the database, and repair it")
    .description(
      "Verify the database: the file, its indexes and the full-text index, that every fact stands in its text where it should, and that nothing is left without what it belongs to. Exit code 0 when it is whole, 1 when it is not.",
    );
  addConfigOption(command, "database")
    .option("--repair", "make anew what can be made from the stored texts, and check again")
    .option("--json", "write the report as one JSON object");
  addConfigOptions(command, ["workers", "run.document_seconds", "run.document_memory", "log.level", "log.format"])
    .addHelpText("after", EXAMPLES)
    .action(async (flags: CheckFlags) => {
      const config = await configOf(command);
      const log = await createLog({ level: config.values["log.level"], format: config.values["log.format"] });
      try {
        process.exitCode = await (flags.repair ? repair(config, flags, log) : check(config, flags, log));
      } catch (error) {
        const code = exitWithError(error, log.error);
        process.exitCode = isNoDatabase(error) ? EXIT.fatal : code;
      }
    });
}

/** No signal is listened for: nothing is written, and the process may end at any moment. */
async function check({ values }: Config, flags: CheckFlags, log: Log): Promise<number> {
  const { checkDatabase } = await import("../runtime/check.js");
  const { createShare } = await import("./share.js");
  const share = createShare(log);
  try {
    const report = checkDatabase(values.database, share.advanced);
    share.end();
    await writeOut(flags.json ? `${JSON.stringify(report)}\n` : reportText(report));
    return exitCodeOf(report);
  } finally {
    share.end();
  }
}

async function repair({ values }: Config, flags: CheckFlags, log: Log): Promise<number> {
  const { repairDatabase } = await import("../runtime/check.js");
  const { configuredReading } = await import("../runtime/configured-reading.js");
  const { configuredWork } = await import("../runtime/configured-work.js");
  const { createShare } = await import("./share.js");
  const { listenForInterruption } = await import("./interruption.js");
  const share = createShare(log);
  const interruption = listenForInterruption();
  try {
    const options = {
      database: values.database,
      ...configuredReading(values),
      workers: configuredWork(values).workers,
    };
    const report = await repairDatabase({ ...options, signal: interruption.signal }, share.advanced);
    share.end();
    await writeOut(flags.json ? `${JSON.stringify(report)}\n` : repairText(report));
    return interruption.exitCode() ?? exitCodeOf(report.after ?? report.before);
  } finally {
    share.end();
    interruption.stop();
  }
}

function exitCodeOf({ problems }: CheckReport): number {
  return problems.length === 0 ? EXIT.ok : EXIT.documentsFailed;
}

function isNoDatabase(error: unknown): boolean {
  return typeof error === "object" && error !== null && "code" in error && error.code === "store.not-a-database";
}

function repairText({ before, after, analysed, toRead }: RepairReport): string {
  if (after === undefined) return reportText(before);
  const work = [
    ...(analysed > 0 ? [`${analysed} documents analysed again`] : []),
    ...(toRead > 0 ? [`${toRead} documents to be read again by the next faktum run`] : []),
  ];
  const told = work.length === 0 ? "" : `, ${work.join(", ")}`;
  return `${reportText(before)}mended${told}; checked again:\n${reportText(after)}`;
}

function reportText({ database, bytes, documents, facts, seconds, openRuns, problems }: CheckReport): string {
  const size = bytes / 1e6;
  const speed = `${size.toFixed(1)} MB in ${seconds.toFixed(1)} s, ${(size / Math.max(seconds, 1e-3)).toFixed(0)} MB/s`;
  const kinds = problems.length === 1 ? "1 kind of problem" : `${problems.length} kinds of problems`;
  const lines = [
    `${database}: ${problems.length === 0 ? "whole" : kinds}; ${documents} documents, ${facts} facts, ${speed}`,
    ...problems.map(({ code, count, what, places, remedy }) => {
      const more = count > places.length ? ", ..." : "";
      return `${code} (${count}): ${what}: ${places.join(", ")}${more}; ${remedy}`;
    }),
    ...(openRuns > 0 ? [`${openRuns} runs did not reach their end; the next faktum run goes on from there`] : []),
  ];
  return `${lines.map(oneLine).join("\n")}\n`;
}

const EXAMPLES = `
Examples:
  $ faktum check              is facts.db whole?
  $ faktum check --json       for a program
  $ faktum check --repair     make it so`;
