import type { Command } from "commander";
import { EXIT, printMessage } from "./exit.js";

/** `faktum lexicon check`: the rules' own examples. */
export function addLexiconCommand(program: Command): void {
  const lexicon = program
    .command("lexicon")
    .summary("work on the lexicons")
    .description("Work on the lexicons: the words and rules of every language.")
    .addHelpText("after", GROUP_EXAMPLES);
  lexicon
    .command("check")
    .summary("try every rule's examples")
    .description("Load the lexicons and try every example and counterexample of every rule.")
    .argument("[folder]", "the lexicons' folder (default: the one that faktum comes with)")
    .addHelpText("after", EXAMPLES)
    .action(async (folder: string | undefined) => {
      process.exitCode = await check(folder);
    });
}

async function check(folder: string | undefined): Promise<number> {
  const { checkLexicons } = await import("../runtime/check-lexicons.js");
  const { passed, failures } = checkLexicons(folder);
  for (const { file, rule, text, message } of failures) printMessage(`${file}: ${rule}: "${text}": ${message}`);
  process.stderr.write(`${passed} examples passed, ${failures.length} failed\n`);
  return failures.length > 0 ? EXIT.usage : EXIT.ok;
}

const GROUP_EXAMPLES = `
Examples:
  $ faktum lexicon check`;

const EXAMPLES = `
Examples:
  $ faktum lexicon check
  $ faktum lexicon check my-lexicons

The exit code is 2 when a file cannot be loaded or an example fails; each failure is told with its file and rule.`;
