import type { Command } from "commander";
import { addConfigOption, addConfigOptions, configOf, READING_OPTIONS } from "./config-options.js";
import { executeRun, type RunFlags, WORK_OPTIONS } from "./execute-run.js";
import { timeSince } from "./time-since.js";

/** `faktum run`: a folder of articles into the database. */
export function addRunCommand(program: Command): void {
  const command = program
    .command("run")
    .summary("read articles into the database")
    .description(
      "Read articles into the database. Files whose content and lexicons have not changed since they were stored are skipped.",
    )
    .argument("[path...]", "files of articles, archives and lists of them, and folders (default: corpus)");
  addConfigOption(command, "database", "the database, made when absent")
    .option("--force", "read unchanged files again too")
    .option("--since <when>", "only files changed since then: 2026-11-28, 2026-11-28T22:00, 36h, 7d", (text: string) =>
      timeSince(text),
    )
    .option("--select <sql>", "only the files and articles whose paths this SQL gives, read again even if unchanged")
    .option("--dry-run", "tell what there is to do, and do nothing");
  addConfigOptions(command, [...READING_OPTIONS, ...WORK_OPTIONS])
    .option("--quiet", "no progress and no summary; failures are still told (--log-level error)")
    .option("--json", "print what happens as JSON on stdout, an event a line, the last one with the report")
    .addHelpText("after", EXAMPLES)
    .action(async (paths: readonly string[], flags: RunFlags) => {
      process.exitCode = await executeRun(await configOf(command, paths), flags);
    });
}

const EXAMPLES = `
Examples:
  $ faktum run                                read corpus/ into facts.db
  $ faktum run articles/2025 --db 2025.db     another folder, another database
  $ faktum run --force article.txt            read one file again
  $ faktum run --since 2d                     only files of the last two days
  $ faktum run --select "SELECT path FROM documents WHERE published_at IS NULL"
  $ faktum run crawl.warc.gz dump.jsonl       the articles in a web archive and in a list
  $ faktum run --field text=maintext --field id=key news.csv

A run that is stopped (Ctrl-C, SIGTERM, kill -9) leaves a whole database; the next run goes on from there.`;
