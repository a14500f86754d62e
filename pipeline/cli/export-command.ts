import path from "node:path";
import { type Command, Option } from "commander";
import type { Exported } from "../runtime/export.js";
import { FaktumError } from "../runtime/faktum-error.js";
import { addConfigOption, addConfigOptions, configOf } from "./config-options.js";
import { EXIT, exitWithError } from "./exit.js";
import { createLog, type Log } from "./log.js";
import { writeOut } from "./write-out.js";

const FORMATS = ["csv", "jsonl", "parquet", "sqlite", "web-annotation"] as const;
type Format = (typeof FORMATS)[number];

interface ExportFlags {
  readonly format?: Format;
  readonly view: string;
  readonly where?: string;
  readonly output?: string;
  readonly bom?: true;
  readonly gold?: string;
  readonly datasette?: string;
  readonly force?: true;
}

const OWN_FILE = ["format", "view", "where", "output", "bom"];

/** `faktum export`: facts as files for other programs. */
export function addExportCommand(program: Command): void {
  const command = program
    .command("export")
    .summary("facts as CSV, Parquet and other files")
    .description(
      "Write facts as a file for other programs: CSV, JSONL, Parquet, a smaller database or W3C Web Annotations. A file gets its name when it is whole. docs/exports.md tells what is in each.",
    )
    .addOption(
      new Option("--format <format>", "what to write (default: by the ending of --output, else csv)").choices(FORMATS),
    )
    .option("--view <name>", "the view to write rows of, see docs/schema.md", "evidence")
    .option("--where <condition>", "only rows that an SQL condition on the view's columns holds for")
    .option("--output <file>", "the file to write (default: stdout)")
    .option("--bom", "begin CSV with a byte order mark, for Excel")
    .addOption(
      new Option("--gold <file>", "write the marked sentences as a gold file for faktum eval instead").conflicts([
        ...OWN_FILE,
        "datasette",
      ]),
    )
    .addOption(new Option("--datasette <file>", "write metadata for Datasette instead").conflicts(OWN_FILE))
    .option("--force", "put the file in the place of one that is there already");
  addConfigOption(command, "database");
  addConfigOptions(command, ["log.level", "log.format"])
    .addHelpText("after", EXAMPLES)
    .action(async (flags: ExportFlags) => {
      const { values } = await configOf(command);
      const log = await createLog({ level: values["log.level"], format: values["log.format"] });
      try {
        process.exitCode = await exportFacts(values.database, flags, log);
      } catch (error) {
        process.exitCode = exitWithError(error, log.error);
      }
    });
}

async function exportFacts(database: string, flags: ExportFlags, log: Log): Promise<number> {
  const { exportPieces } = await import("../runtime/export.js");
  const { inPortions } = await import("../runtime/whole-file.js");
  const output = flags.gold ?? flags.datasette ?? flags.output;
  const format = flags.format ?? formatOf(output);
  if (flags.bom && format !== "csv") throw wrongUse("--bom is for CSV only; leave it out");
  if (output !== undefined)
    return await exportFile(database, output, { format, exported: exportedOf(flags, format) }, flags, log);
  if (format === "sqlite" || format === "parquet")
    throw wrongUse(`${format} is not written to stdout; name a file with --output`);
  await exportPieces(database, exportedOf(flags, format), async (pieces) => {
    for (const portion of inPortions(pieces)) await writeOut(portion);
  });
  return EXIT.ok;
}

interface Wanted {
  readonly format: Format;
  readonly exported: Exported;
}

async function exportFile(
  database: string,
  output: string,
  wanted: Wanted,
  flags: ExportFlags,
  log: Log,
): Promise<number> {
  const { exportDatabase, exportPieces } = await import("../runtime/export.js");
  const { writeWholeFile } = await import("../runtime/whole-file.js");
  const { listenForInterruption } = await import("./interruption.js");
  const interruption = listenForInterruption();
  const options = { force: flags.force ?? false, database, signal: interruption.signal };
  try {
    const bytes =
      wanted.format === "sqlite" && typeof wanted.exported === "object"
        ? await exportDatabase(database, { view: flags.view, where: flags.where }, output, options)
        : await exportPieces(database, wanted.exported, (pieces) => writeWholeFile(output, pieces, options));
    if (bytes === undefined) log.error(`${output}: stopped; nothing was written`);
    else
      log.info(`${output}: written from ${database}, ${(bytes / 1e6).toFixed(1)} MB`, {
        file: output,
        database,
        bytes,
      });
    return interruption.exitCode() ?? EXIT.ok;
  } finally {
    interruption.stop();
  }
}

function exportedOf({ gold, datasette, view, where, bom }: ExportFlags, format: Format): Exported {
  if (gold !== undefined) return "gold";
  if (datasette !== undefined) return "datasette";
  return { format: format === "sqlite" ? "jsonl" : format, view, where, bom: bom ?? false };
}

const ENDINGS: Readonly<Record<string, Format>> = {
  ".jsonl": "jsonl",
  ".ndjson": "jsonl",
  ".parquet": "parquet",
  ".db": "sqlite",
  ".sqlite": "sqlite",
};

function formatOf(output = ""): Format {
  return ENDINGS[path.extname(output).toLowerCase()] ?? "csv";
}

function wrongUse(remedy: string): FaktumError {
  return new FaktumError("export.wrong-use", remedy, { exitCode: 2 });
}

const EXAMPLES = `
Examples:
  $ faktum export --bom --output facts.csv                          all facts, for Excel
  $ faktum export --view percentages --where "value > 90" --output high.parquet
  $ faktum export --where "kind = 'rank'" --output ranks.db         the articles, as a database
  $ faktum export --format web-annotation > facts.jsonl             W3C Web Annotations
  $ faktum export --gold marked.gold.jsonl                          what reviewers marked
  $ faktum export --datasette metadata.json                         then: datasette facts.db -m metadata.json`;
