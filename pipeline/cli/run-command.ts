import type { Command } from "commander";
import { EXIT } from "./exit.js";

interface RunFlags {
  readonly db: string;
  readonly force?: true;
  readonly quiet?: true;
  readonly json?: true;
}

/** `faktum run`: a folder of articles into the database. */
export function addRunCommand(program: Command): void {
  program
    .command("run")
    .summary("read articles into the database")
    .description(
      "Read articles into the database. Files whose content and lexicons have not changed since they were stored are skipped.",
    )
    .argument("[path...]", "article files and folders of them (default: corpus)")
    .option("--db <file>", "the database, made when absent", "facts.db")
    .option("--force", "read unchanged files again too")
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

A run that is stopped (Ctrl-C, SIGTERM, kill -9) leaves a whole database; the next run goes on from there.`;
