import type { Command } from "commander";
import { addConfigOptions, configOf, READING_OPTIONS } from "./config-options.js";
import { EXIT, printMessage } from "./exit.js";
import { writeOut } from "./write-out.js";

interface ExtractFlags {
  readonly jsonl?: true;
  readonly numbers?: true;
}

/** `faktum extract`: articles in, facts out as JSONL; no database. */
export function addExtractCommand(program: Command): void {
  const command = program
    .command("extract")
    .summary("facts of articles as JSONL, without a database")
    .description("Write the facts of articles as JSONL on stdout, one line an article. Uses no database.")
    .argument(
      "[file...]",
      'articles, archives and lists of them, or JSONL files (.jsonl) of {"id", "text", "lang"?}; - or none: JSONL on stdin',
    )
    .option("--jsonl", "take every file as JSONL, whatever its name")
    .option("--numbers", "also write every number that was read, whether it became a fact or not");
  addConfigOptions(command, READING_OPTIONS)
    .addHelpText("after", EXAMPLES)
    .action(async (files: readonly string[], flags: ExtractFlags) => {
      process.exitCode = await extract(files, command, flags);
    });
}

async function extract(files: readonly string[], command: Command, flags: ExtractFlags): Promise<number> {
  if (files.length === 0 && process.stdin.isTTY) {
    printMessage("extract: nothing to read; name a file or pipe JSONL in (faktum extract --help)");
    return EXIT.usage;
  }
  const { extractSources } = await import("../runtime/extract.js");
  const { cachedLexicons } = await import("../runtime/cached-lexicons.js");
  const { configuredReading } = await import("../runtime/configured-reading.js");

  const { values } = await configOf(command);
  let failed = false;
  const options = {
    jsonl: flags.jsonl ?? false,
    numbers: flags.numbers ?? false,
    stdin: process.stdin,
    ...configuredReading(values),
  };
  for await (const result of extractSources(files.length > 0 ? files : ["-"], await cachedLexicons(), options)) {
    if (result.problem === undefined) {
      await writeOut(`${JSON.stringify(result.json)}\n`);
    } else {
      failed = true;
      printMessage(result.problem);
    }
  }
  return failed ? EXIT.documentsFailed : EXIT.ok;
}

const EXAMPLES = `
Examples:
  $ faktum extract article.html                       one line of JSON
  $ faktum extract crawl.warc.gz                      a line for each article in it
  $ faktum extract --numbers < articles.jsonl         with all the numbers
  $ echo '{"id":"1","text":"…"}' | faktum extract     one text

A "lang" in a JSONL line is believed when there is a lexicon for it; otherwise the language is detected.
A line that cannot be read is told on stderr, the others go on, and the exit code is 1.`;
