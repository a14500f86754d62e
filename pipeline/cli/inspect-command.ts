import type { Command } from "commander";
import { EXIT, printMessage } from "./exit.js";
import { writeOut } from "./write-out.js";

interface InspectFlags {
  readonly html?: true;
  readonly json?: true;
}

/** `faktum inspect`: what would be read out of files, and what would not. */
export function addInspectCommand(program: Command): void {
  program
    .command("inspect")
    .summary("what is read out of files, and what is left out")
    .description(
      "Show what is read out of article files: format, metadata and where each was found, the lines of the text with their language, and struck through what is left out. Uses no database.",
    )
    .argument("<file...>", "article files, and files that hold several")
    .option("--html", "write a page to look at in a browser")
    .option("--json", "write one line of JSON a file")
    .addHelpText("after", EXAMPLES)
    .action(async (files: readonly string[], flags: InspectFlags) => {
      process.exitCode = await inspect(files, flags);
    });
}

async function inspect(files: readonly string[], flags: InspectFlags): Promise<number> {
  if (flags.html && flags.json) {
    printMessage("inspect: --html and --json exclude each other; choose one");
    return EXIT.usage;
  }
  const { inspectFile } = await import("../runtime/inspect.js");
  const { cachedLexicons } = await import("../runtime/cached-lexicons.js");
  const { formatInspection } = await import("./format-inspection.js");
  const { INSPECTION_PAGE_END, INSPECTION_PAGE_START, inspectionSection } = await import("./inspection-page.js");

  const lexicons = await cachedLexicons();
  const styled = process.stdout.isTTY && process.env["NO_COLOR"] === undefined;
  let failed = false;
  if (flags.html) await writeOut(INSPECTION_PAGE_START);
  for (const file of files) {
    for await (const { inspection, problem } of inspectFile(file, lexicons)) {
      if (inspection === undefined) {
        failed = true;
        printMessage(problem);
      } else if (flags.html) await writeOut(inspectionSection(inspection));
      else if (flags.json) await writeOut(`${JSON.stringify(inspection)}\n`);
      else await writeOut(formatInspection(inspection, { styled }));
    }
  }
  if (flags.html) await writeOut(INSPECTION_PAGE_END);
  return failed ? EXIT.documentsFailed : EXIT.ok;
}

const EXAMPLES = `
Examples:
  $ faktum inspect article.html                       in the terminal
  $ faktum inspect --html corpus/*.html > look.html   in the browser
  $ faktum inspect --json article.txt                 for other programs`;
