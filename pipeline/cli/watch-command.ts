import type { Command } from "commander";
import { addConfigOption, addConfigOptions, configOf, READING_OPTIONS } from "./config-options.js";
import { WORK_OPTIONS } from "./execute-run.js";
import { executeWatch, type WatchFlags } from "./execute-watch.js";

/** `faktum watch`: a folder of articles kept up to date in the database. */
export function addWatchCommand(program: Command): void {
  const command = program
    .command("watch")
    .summary("read articles as they arrive")
    .description(
      "Bring the database up to date as run does, then wait for files to arrive, change, move or vanish, and do so again when they have been left alone for a while. Ctrl-C ends it.",
    )
    .argument("[path...]", "files of articles, archives and lists of them, and folders (default: corpus)");
  addConfigOption(command, "database", "the database, made when absent");
  addConfigOptions(command, ["watch.settle_seconds", "watch.poll_seconds", ...READING_OPTIONS, ...WORK_OPTIONS])
    .option("--quiet", "no progress and no summaries; failures are still told (--log-level error)")
    .option("--json", "print what happens as JSON on stdout, an event a line")
    .addHelpText("after", EXAMPLES)
    .action(async (paths: readonly string[], flags: WatchFlags) => {
      process.exitCode = await executeWatch(await configOf(command, paths), flags);
    });
}

const EXAMPLES = `
Examples:
  $ faktum watch                              keep facts.db up to date with corpus/
  $ faktum watch articles --db study.db
  $ faktum watch --settle-seconds 30          files that arrive slowly, with breaks
  $ faktum watch --poll 60 /mnt/share         a network disk that others write to`;
