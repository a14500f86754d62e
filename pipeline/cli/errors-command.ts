import { type Command, Option } from "commander";
import { addConfigOption, addConfigOptions, configOf, READING_OPTIONS } from "./config-options.js";
import { executeRun, WORK_OPTIONS } from "./execute-run.js";
import { EXIT, printMessage } from "./exit.js";
import { ROW_FORMATS, type RowFormat } from "./row-format.js";
import { writeOut } from "./write-out.js";

interface ListFlags {
  readonly all?: true;
  readonly format: RowFormat;
}

const COLUMNS = ["path", "stage", "reason", "remedy", "since"] as const;

/** `faktum errors`: the documents that failed, and what is to become of them. */
export function addErrorsCommand(program: Command): void {
  const command = program
    .command("errors")
    .summary("list, retry or ignore documents that failed")
    .description(
      "Documents that failed are put aside with the reason and the remedy. A run tries them again when their file or faktum has changed, not otherwise.",
    )
    .addHelpText("after", EXAMPLES);
  addListCommand(command);
  addShowCommand(command);
  addRetryCommand(command);
  addIgnoreCommand(command);
}

function addListCommand(errors: Command): void {
  const command = errors.command("list").summary("the documents that failed").description("The documents that failed.");
  addConfigOption(command, "database")
    .option("--all", "those that are ignored too")
    .addOption(new Option("--format <format>", "how to write them").choices(ROW_FORMATS).default("table"))
    .addHelpText("after", LIST_EXAMPLES)
    .action(async (flags: ListFlags) => {
      const { listErrors } = await import("../runtime/errors.js");
      const { formatRows } = await import("./format-rows.js");
      const { values } = await configOf(command);
      const rows = listErrors(values.database, { ignored: flags.all ?? false }).map((one) =>
        COLUMNS.map((column) => one[column]),
      );
      for (const text of formatRows({ columns: COLUMNS, rows }, flags.format)) await writeOut(text);
      process.exitCode = EXIT.ok;
    });
}

function addShowCommand(errors: Command): void {
  const command = errors
    .command("show")
    .summary("all that is told against a document")
    .description("All that is told against a document.")
    .argument("<path...>", "as faktum errors list writes it");
  addConfigOption(command, "database").addHelpText("after", SHOW_EXAMPLES);
  command.action(async (paths: readonly string[]) => {
    const { showErrors } = await import("../runtime/errors.js");
    const { values } = await configOf(command);
    for (const { path, stage, code, reason, remedy, since, ignored_at } of showErrors(values.database, paths)) {
      const state = ignored_at === null ? "" : `\n  ignored  ${ignored_at}`;
      const lines = [
        `stage    ${stage} (${code})`,
        `reason   ${reason}`,
        `remedy   ${remedy ?? "-"}`,
        `since    ${since}`,
      ];
      await writeOut(`${path}\n${lines.map((line) => `  ${line}`).join("\n")}${state}\n`);
    }
    process.exitCode = EXIT.ok;
  });
}

function addRetryCommand(errors: Command): void {
  const command = errors
    .command("retry")
    .summary("read documents that failed again now")
    .description(
      "Read documents that failed again now, whether anything has changed or not; all of them when none is named.",
    )
    .argument("[path...]", "as faktum errors list writes it");
  addConfigOption(command, "database");
  addConfigOptions(command, [...READING_OPTIONS, ...WORK_OPTIONS]).addHelpText("after", RETRY_EXAMPLES);
  command.action(async (paths: readonly string[]) => {
    const { releaseErrors } = await import("../runtime/errors.js");
    const { values } = await configOf(command);
    const files = await releaseErrors(values.database, paths);
    if (files.length === 0) {
      printMessage("no document has failed");
      process.exitCode = EXIT.ok;
      return;
    }
    process.exitCode = await executeRun(await configOf(command, files), {});
  });
}

function addIgnoreCommand(errors: Command): void {
  const command = errors
    .command("ignore")
    .summary("tell no more of documents that failed")
    .description(
      "Tell no more of documents that failed, until their file or faktum changes. They stay in faktum errors list --all.",
    )
    .argument("<path...>", "as faktum errors list writes it");
  addConfigOption(command, "database").addHelpText("after", IGNORE_EXAMPLES);
  command.action(async (paths: readonly string[]) => {
    const { ignoreErrors } = await import("../runtime/errors.js");
    const { values } = await configOf(command);
    const count = await ignoreErrors(values.database, paths);
    printMessage(`${count === 1 ? "1 document" : `${count} documents`} ignored until the file or faktum changes`);
    process.exitCode = EXIT.ok;
  });
}

const EXAMPLES = `
Examples:
  $ faktum errors list
  $ faktum errors show articles/2024/scan.pdf
  $ faktum errors retry                        all of them, now
  $ faktum errors ignore articles/logo.txt "dump.jsonl#17"`;

const LIST_EXAMPLES = `
Examples:
  $ faktum errors list
  $ faktum errors list --all --format csv > failed.csv`;

const SHOW_EXAMPLES = `
Examples:
  $ faktum errors show articles/2024/scan.pdf`;

const RETRY_EXAMPLES = `
Examples:
  $ faktum errors retry                                       all of them
  $ faktum errors retry --document-seconds 600 slow.html      one, with more time`;

const IGNORE_EXAMPLES = `
Examples:
  $ faktum errors ignore articles/logo.txt "dump.jsonl#17"`;
