import type { Command } from "commander";
import { addConfigOption, configOf } from "./config-options.js";
import { EXIT, printMessage } from "./exit.js";
import { writeOut } from "./write-out.js";

interface ExplainFlags {
  readonly json?: true;
}

/** `faktum explain`: where a fact stands and how its value came about. */
export function addExplainCommand(program: Command): void {
  const command = program
    .command("explain")
    .summary("where a fact comes from")
    .description(
      "Show where a fact comes from: its sentence, file and address, and the rule and words that gave its value.",
    )
    .argument("<fact>", "id of the fact, or the beginning of it when no other fact begins so");
  addConfigOption(command, "database")
    .option("--json", "write the explanation as JSON")
    .addHelpText("after", EXAMPLES)
    .action(async (fact: string, flags: ExplainFlags) => {
      const { values } = await configOf(command);
      process.exitCode = await explain(fact, values.database, flags);
    });
}

async function explain(id: string, database: string, flags: ExplainFlags): Promise<number> {
  const { openStore } = await import("../store/open-store.js");
  const { explainFact } = await import("../store/explain-fact.js");
  const { formatExplanation } = await import("./format-explanation.js");
  const store = openStore(database, { mode: "read" });
  try {
    const explanation = explainFact(store, id);
    if (explanation === undefined) {
      printMessage(
        `${database}: no fact has the id ${id}; list them with faktum query "SELECT id, surface FROM facts"`,
      );
      return EXIT.usage;
    }
    await writeOut(flags.json ? `${JSON.stringify(explanation)}\n` : formatExplanation(explanation));
  } finally {
    store.close();
  }
  return EXIT.ok;
}

const EXAMPLES = `
Examples:
  $ faktum query "SELECT id, surface FROM facts LIMIT 5"      find an id
  $ faktum explain 3f2a9c                                     the beginning of one is enough
  $ faktum explain 3f2a9c --json`;
