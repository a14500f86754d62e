import { Argument, type Command } from "commander";
import { addConfigOption, configOf } from "./config-options.js";
import { EXIT } from "./exit.js";

interface MarkFlags {
  readonly fields?: string;
  readonly note?: string;
  readonly reviewer?: string;
}

const VERDICTS = ["right", "wrong", "corrected", "none"] as const;
type Verdict = (typeof VERDICTS)[number];

/** `faktum mark`: a reviewer's verdict on a fact. */
export function addMarkCommand(program: Command): void {
  const command = program
    .command("mark")
    .summary("say whether a fact is right")
    .description(
      "Mark a fact as right, wrong or corrected, also while a run is writing. Marks are kept apart from facts and meet them again when articles are analysed anew; faktum eval --marks scores facts against them.",
    )
    .argument("<fact>", "id of the fact, or the beginning of it when no other fact begins so")
    .addArgument(new Argument("<verdict>", "what is thought of it; none takes a mark away").choices(VERDICTS));
  addConfigOption(command, "database")
    .option(
      "--fields <json>",
      "of corrected: what it should state, such as '{\"value\": 80.4}'; null takes a field away",
    )
    .option("--note <text>", "why")
    .option("--reviewer <name>", "who marks it (default: the user's name)")
    .addHelpText("after", EXAMPLES)
    .action(async (fact: string, verdict: Verdict, flags: MarkFlags) => {
      const { values } = await configOf(command);
      await mark(values.database, fact, verdict, flags);
      process.exitCode = EXIT.ok;
    });
}

async function mark(database: string, factId: string, verdict: Verdict, flags: MarkFlags): Promise<void> {
  const { markFact, unmarkFact } = await import("../runtime/mark-fact.js");
  if (verdict === "none") unmarkFact(database, factId);
  else markFact(database, { factId, verdict, ...flags });
}

const EXAMPLES = `
Examples:
  $ faktum query "SELECT fact_id, surface FROM ranks"                 find an id
  $ faktum mark 3f2a9c right
  $ faktum mark 3f2a9c wrong --note "a street number"
  $ faktum mark 3f2a9c corrected --fields '{"value": 80.4, "modifier": null}'
  $ faktum query "SELECT * FROM marked_facts"                         all marks, and their facts now`;
