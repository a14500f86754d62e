import { type Command, InvalidArgumentError, Option } from "commander";
import type { Comparison } from "../runtime/compare-baseline.js";
import { FaktumError } from "../runtime/faktum-error.js";
import type { LineMatch } from "../runtime/match-facts.js";
import { addConfigOption, configOf } from "./config-options.js";
import { EXIT, printMessage } from "./exit.js";
import { writeOut } from "./write-out.js";

interface EvalFlags {
  readonly json?: true;
  readonly errors: number;
  readonly goldLanguage?: true;
  readonly baseline?: string;
  readonly writeBaseline?: string;
  readonly marks?: true;
}

/** `faktum eval`: what the program finds against what annotators marked. */
export function addEvalCommand(program: Command): void {
  const command = program
    .command("eval")
    .summary("score extraction against gold files or marks")
    .description(
      "Score extraction against gold files: precision, recall and F1 by language and kind, accuracy of attributes, calibration of confidence. Or the facts of a database against what reviewers marked.",
    )
    .argument("[gold...]", 'JSONL files of {"id", "lang", "text" or "file", "facts"}')
    .option("--errors <count>", "also show so many missed and invented facts", parseCount, 0)
    .option("--gold-language", "take each line's language from the gold file instead of detecting it")
    .option("--baseline <file>", "show what was gained and lost against it; exit code 1 when an F1 fell")
    .addOption(new Option("--write-baseline <file>", "write this outcome as the new baseline").conflicts("baseline"))
    .addOption(
      new Option("--marks", "score the facts of the database against its marks instead").conflicts([
        "errors",
        "goldLanguage",
        "baseline",
        "writeBaseline",
      ]),
    );
  addConfigOption(command, "database", "of --marks: the database")
    .option("--json", "write the scores as JSON")
    .addHelpText("after", EXAMPLES)
    .action(async (files: readonly string[], flags: EvalFlags) => {
      process.exitCode = flags.marks ? await evaluateMarks(command, files, flags) : await evaluateFiles(files, flags);
    });
}

async function evaluateMarks(command: Command, files: readonly string[], { json }: EvalFlags): Promise<number> {
  if (files.length > 0) throw wrongUse();
  const { evaluateDatabaseMarks } = await import("../runtime/evaluate-database-marks.js");
  const { formatMarkEvaluation } = await import("./format-mark-evaluation.js");
  const evaluation = evaluateDatabaseMarks((await configOf(command)).values.database);
  await writeOut(json ? `${JSON.stringify(evaluation)}\n` : formatMarkEvaluation(evaluation));
  return EXIT.ok;
}

async function evaluateFiles(files: readonly string[], flags: EvalFlags): Promise<number> {
  if (files.length === 0) throw wrongUse();
  const { answerGold } = await import("../runtime/answer-gold.js");
  const { evaluate } = await import("../runtime/evaluation.js");
  const { cachedLexicons } = await import("../runtime/cached-lexicons.js");
  const { formatComparison } = await import("./format-comparison.js");
  const { formatErrors, formatEvaluation } = await import("./format-evaluation.js");

  const matches: LineMatch[] = [];
  let failed = false;
  for await (const result of answerGold(files, await cachedLexicons(), { goldLanguage: flags.goldLanguage ?? false })) {
    if (result.problem === undefined) {
      matches.push(result.match);
    } else {
      failed = true;
      printMessage(result.problem);
    }
  }
  const evaluation = evaluate(matches);
  const comparison = flags.baseline === undefined ? undefined : await compare(matches, flags.baseline);
  if (flags.json) {
    await writeOut(`${JSON.stringify(comparison === undefined ? evaluation : { ...evaluation, comparison })}\n`);
  } else {
    await writeOut(formatEvaluation(evaluation) + formatErrors(matches, flags.errors));
    if (comparison !== undefined) await writeOut(formatComparison(comparison));
  }
  if (flags.writeBaseline !== undefined) {
    if (failed) printMessage(`${flags.writeBaseline}: not written, because gold lines failed`);
    else await write(matches, flags.writeBaseline);
  }
  return failed || (comparison?.fallen.length ?? 0) > 0 ? EXIT.documentsFailed : EXIT.ok;
}

async function compare(matches: readonly LineMatch[], file: string): Promise<Comparison> {
  const { baselineOf, readBaseline } = await import("../runtime/baseline.js");
  const { compareBaseline } = await import("../runtime/compare-baseline.js");
  return compareBaseline(await readBaseline(file), baselineOf(matches));
}

async function write(matches: readonly LineMatch[], file: string): Promise<void> {
  const { baselineOf, writeBaseline } = await import("../runtime/baseline.js");
  await writeBaseline(file, baselineOf(matches));
}

function parseCount(text: string): number {
  const count = Number(text);
  if (!Number.isInteger(count) || count < 0) throw new InvalidArgumentError("give a whole number, 0 or more.");
  return count;
}

function wrongUse(): FaktumError {
  return new FaktumError("eval.wrong-use", "name gold files, or --marks and no file (faktum eval --help)", {
    exitCode: 2,
  });
}

const EXAMPLES = `
Examples:
  $ faktum eval seeds/*.gold.jsonl
  $ faktum eval --errors 20 gold.jsonl        with the first 20 mistakes
  $ faktum eval --json gold.jsonl > scores.json
  $ faktum eval --write-baseline base.json gold.jsonl
  $ faktum eval --baseline base.json gold.jsonl
  $ faktum eval --marks --db study.db         what became of the facts that reviewers marked

A found fact is right when its kind and value are those of a gold fact that it overlaps.
A gold line with "file" instead of "text" is read from that file, beside the gold file.`;
