import type { Command } from "commander";
import { EXIT } from "./exit.js";
import { addReadingOptions, choicesOf, type ReadingFlags } from "./reading-options.js";

interface RunFlags extends ReadingFlags {
  readonly db: string;
  readonly force?: true;
  readonly quiet?: true;
  readonly json?: true;
}

/** `faktum run`: a folder of articles into the database. */
export function addRunCommand(program: Command): void {
  const command = program
    .command("run")
    .summary("read articles into the database")
    .description(
      "Read articles into the database. Files whose content and lexicons have not changed since they were stored are skipped.",
    )
    .argument("[path...]", "files of articles, archives and lists of them, and folders (default: corpus)")
    .option("--db <file>", "the database, made when absent", "facts.db")
    .option("--force", "read unchanged files again too");
  addReadingOptions(command)
    .option("--quiet", "no progress and no summary; failures are still told")
    .option("--json", "print the summary as JSON on stdout")
    .addHelpText("after", EXAMPLES)
    .action(async (paths: readonly string[], flags: RunFlags) => {
      process.exitCode = await run(paths.length > 0 ? paths : ["corpus"], flags);
    });
}

async function run(paths: readonly string[], flags: RunFlags): Promise<number> {
  const { runCorpus } = await import("../runtime/run.js");
  const { createProgress } = await import("./progress.js");
  const { formatSummary } = await import("./summary.js");
  const { listenForInterruption } = await import("./interruption.js");

  const interruption = listenForInterruption();
  const progress = createProgress(flags.quiet ? "quiet" : process.stderr.isTTY ? "terminal" : "lines");
  try {
    const report = await runCorpus({
      paths,
      database: flags.db,
      force: flags.force ?? false,
      ...choicesOf(flags),
      signal: interruption.signal,
      observer: progress,
    });
    progress.end();
    const { failed, failedBefore } = report.documents;
    if (!flags.quiet) process.stderr.write(formatSummary(report));
    if (flags.json) process.stdout.write(`${JSON.stringify(report)}\n`);
    return interruption.exitCode() ?? (failed + failedBefore > 0 ? EXIT.documentsFailed : EXIT.ok);
  } finally {
    progress.end();
    interruption.stop();
  }
}

const EXAMPLES = `
Examples:
  $ faktum run                                read corpus/ into facts.db
  $ faktum run articles/2025 --db 2025.db     another folder, another database
  $ faktum run --force article.txt            read one file again
  $ faktum run crawl.warc.gz dump.jsonl       the articles in a web archive and in a list
  $ faktum run --field text=maintext --field id=key news.csv

A run that is stopped (Ctrl-C, SIGTERM, kill -9) leaves a whole database; the next run goes on from there.`;
