import type { Command } from "commander";
import { addConfigOption, addConfigOptions, configOf } from "./config-options.js";
import { EXIT, exitWithError } from "./exit.js";
import { createLog, type Log } from "./log.js";

interface BackupFlags {
  readonly force?: true;
}

/** `faktum backup`: a copy of the database, also while it is written to. */
export function addBackupCommand(program: Command): void {
  const command = program
    .command("backup")
    .summary("copy the database, also during a run")
    .description(
      "Copy the database as it is at this moment, also while a run is writing to it. The copy is checked before it gets its name, and is one file that opens anywhere.",
    )
    .argument("<file>", "the copy to make");
  addConfigOption(command, "database").option("--force", "put it in the place of a file that is there already");
  addConfigOptions(command, ["log.level", "log.format"])
    .addHelpText("after", EXAMPLES)
    .action(async (file: string, flags: BackupFlags) => {
      const { values } = await configOf(command);
      const log = await createLog({ level: values["log.level"], format: values["log.format"] });
      try {
        process.exitCode = await backup(values.database, file, flags.force ?? false, log);
      } catch (error) {
        process.exitCode = exitWithError(error, log.error);
      }
    });
}

async function backup(database: string, file: string, force: boolean, log: Log): Promise<number> {
  const { backUpStore } = await import("../store/back-up-store.js");
  const { listenForInterruption } = await import("./interruption.js");
  const { createShare } = await import("./share.js");
  const interruption = listenForInterruption();
  const share = createShare(log);
  try {
    const bytes = await backUpStore(database, file, { force, signal: interruption.signal, advanced: share.advanced });
    share.end();
    if (bytes === undefined) log.error(`${file}: stopped; nothing was written`);
    else
      log.info(`${file}: copied from ${database}, ${(bytes / 1e6).toFixed(1)} MB, checked`, { file, database, bytes });
    return interruption.exitCode() ?? EXIT.ok;
  } finally {
    share.end();
    interruption.stop();
  }
}

const EXAMPLES = `
Examples:
  $ faktum backup facts-2025-03-01.db           a copy of facts.db
  $ faktum backup --db study.db /mnt/copy.db    of another database, on another disk
  $ faktum backup --force latest.db             in the place of the last one`;
