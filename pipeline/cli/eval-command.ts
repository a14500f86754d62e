import { type Command, InvalidArgumentError } from "commander";
import { EXIT, printMessage } from "./exit.js";
import { writeOut } from "./write-out.js";

interface EvalFlags {
  readonly json?: true;
  readonly errors: number;
  readonly goldLanguage?: true;
}

/** `faktum eval`: what the program finds against what annotators marked. */
export function addEvalCommand(program: Command): void {
  program
    .command("eval")
    .summary("score extraction against gold files")
    .description(
      "Score extraction against gold files: precision, recall and F1 by language and kind, accuracy of attributes.",
    )
    .argument("<gold...>", 'JSONL files of {"id", "lang", "text" or "file", "facts"}')
    .option("--errors <count>", "also show so many missed and invented facts", parseCount, 0)
    .option("--gold-language", "take each line's language from the gold file instead of detecting it")
    .option("--json", "write the scores as JSON")
    .addHelpText("after", EXAMPLES)
    .action(async (files: readonly string[], flags: EvalFlags) => {
      process.exitCode = await evaluateFiles(files, flags);
    });
}

async function evaluateFiles(files: readonly string[], flags: EvalFlags): Promise<number> {
  const { answerGold } = await import("../runtime/answer-gold.js");
  const { evaluate } = await import("../runtime/evaluation.js");
  const { loadLexicons } = await import("../runtime/load-lexicons.js");
  const { formatErrors, formatEvaluation } = await import("./format-evaluation.js");

  const matches = [];
  let failed = false;
  for await (const result of answerGold(files, loadLexicons(), { goldLanguage: flags.goldLanguage ?? false })) {
    if (result.problem === undefined) {
      matches.push(result.match);
    } else {
      failed = true;
      printMessage(result.problem);
    }
  }
  const evaluation = evaluate(matches);
  const errors = formatErrors(matches, flags.errors);
  await writeOut(flags.json ? `${JSON.stringify(evaluation)}\n` : `${formatEvaluation(evaluation)}${errors}`);
  return failed ? EXIT.documentsFailed : EXIT.ok;
}

function parseCount(text: string): number {
  const count = Number(text);
  if (!Number.isInteger(count) || count < 0) throw new InvalidArgumentError("give a whole number, 0 or more.");
  return count;
}

const EXAMPLES = `
Examples:
  $ faktum eval seeds/*.gold.jsonl
  $ faktum eval --errors 20 gold.jsonl        with the first 20 mistakes
  $ faktum eval --json gold.jsonl > scores.json

A found fact is right when its kind and value are those of a gold fact that it overlaps.
A gold line with "file" instead of "text" is read from that file, beside the gold file.`;
