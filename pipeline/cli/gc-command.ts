import type { Command } from "commander";
import { addConfigOption, addConfigOptions, configOf } from "./config-options.js";
import { EXIT, exitWithError } from "./exit.js";
import { createLog, type Log } from "./log.js";

interface GcFlags {
  readonly dryRun?: true;
  readonly vacuum?: true;
}

/** `faktum gc`: documents of files that are gone leave the database. */
export function addGcCommand(program: Command): void {
  const command = program
    .command("gc")
    .summary("delete documents whose files are gone")
    .description(
      "Delete documents whose files are gone, with their facts; a run only marks them and hides their facts. Lexicons that no fact was found with go too. The room becomes free for new documents; --vacuum gives it back to the disk.",
    );
  addConfigOption(command, "database")
    .option("-n, --dry-run", "only tell what would be deleted")
    .option("--vacuum", "then write the database anew, without free room; takes as much room as it holds, twice");
  addConfigOptions(command, ["log.level", "log.format"])
    .addHelpText("after", EXAMPLES)
    .action(async (flags: GcFlags) => {
      const { values } = await configOf(command);
      const log = await createLog({ level: values["log.level"], format: values["log.format"] });
      try {
        process.exitCode = await (flags.dryRun ? tellGarbage(values.database, log) : gc(values.database, flags, log));
      } catch (error) {
        process.exitCode = exitWithError(error, log.error);
      }
    });
}

async function tellGarbage(database: string, log: Log): Promise<number> {
  const { countGarbage } = await import("../runtime/garbage.js");
  const count = countGarbage(database);
  const { documents, facts, containers, room } = count;
  log.info(
    `${database}: ${counted(documents, "document")} with ${counted(facts, "fact")} and ${counted(containers, "container")} would be deleted; ${sizes(room)}`,
    { ...count },
  );
  return EXIT.ok;
}

async function gc(database: string, flags: GcFlags, log: Log): Promise<number> {
  const { collectGarbage, giveRoomBack } = await import("../runtime/garbage.js");
  const { listenForInterruption } = await import("./interruption.js");
  const { createShare } = await import("./share.js");
  const interruption = listenForInterruption();
  const share = createShare(log);
  try {
    const report = await collectGarbage(database, { signal: interruption.signal, advanced: share.advanced });
    share.end();
    const { documents, facts, containers, lexiconVersions, room, interrupted } = report;
    const went = [
      `${counted(documents, "document")} with ${counted(facts, "fact")}`,
      ...(containers > 0 ? [counted(containers, "container")] : []),
      ...(lexiconVersions > 0 ? [counted(lexiconVersions, "lexicon version")] : []),
    ].join(", ");
    const end = interrupted ? "; stopped before the end, the next faktum gc goes on from there" : "";
    log.info(`${database}: deleted ${went}; ${sizes(room)}${end}`, { ...report });
    if (flags.vacuum && !interrupted) {
      // SQLite hears no signal meanwhile. The process may end at any moment, the database then stays as it is.
      interruption.stop();
      const { before, after } = await giveRoomBack(database);
      log.info(`${database}: ${megabytes(before.bytes - after.bytes)} MB given back; ${sizes(after)}`, { ...after });
    }
    return interruption.exitCode() ?? EXIT.ok;
  } finally {
    share.end();
    interruption.stop();
  }
}

function sizes({ bytes, free }: { readonly bytes: number; readonly free: number }): string {
  return `the database has ${megabytes(bytes)} MB, ${megabytes(free)} MB of it free`;
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(1);
}

function counted(count: number, thing: string): string {
  return `${count} ${thing}${count === 1 ? "" : "s"}`;
}

const EXAMPLES = `
Examples:
  $ faktum gc --dry-run     how much there is to delete
  $ faktum gc
  $ faktum gc --vacuum      and make the file small again`;
