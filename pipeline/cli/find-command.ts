import { type Command, Option } from "commander";
import type { Rows } from "../runtime/json-lines.js";
import type { QueryResult } from "../store/run-query.js";
import { addConfigOption, configOf } from "./config-options.js";
import { EXIT, printMessage } from "./exit.js";
import { ROW_FORMATS, type RowFormat } from "./row-format.js";
import { writeOut } from "./write-out.js";

interface FindFlags {
  readonly format: RowFormat;
  readonly sql?: true;
}

/** `faktum find`: a question in English, answered by SQL that is shown. */
export function addFindCommand(program: Command): void {
  const command = program
    .command("find")
    .summary("ask the database in English")
    .description(
      "Ask the database in English. The question becomes SQL, which is printed on stderr; what was not understood is told there too.",
    )
    .argument("<question...>", "the question; in quotation marks, so that the shell leaves it alone");
  addConfigOption(command, "database")
    .addOption(new Option("--format <format>", "how to write the facts").choices(ROW_FORMATS).default("table"))
    .option("--sql", "only print the SQL, on stdout; needs no database")
    .addHelpText("after", EXAMPLES)
    .action(async (words: readonly string[], flags: FindFlags) => {
      process.exitCode = await find(words.join(" "), command, flags);
    });
}

async function find(text: string, command: Command, flags: FindFlags): Promise<number> {
  const { readQuestion, USUAL_LIMIT } = await import("../runtime/question.js");
  const { cachedQuestionNames } = await import("../runtime/cached-question-names.js");
  const { mixesUnits, questionSql } = await import("../runtime/question-sql.js");
  const today = new Date().toISOString().slice(0, 10);
  const question = readQuestion(text, { names: await cachedQuestionNames(), today });
  const sql = questionSql(question);
  if (question.notUnderstood.length > 0) printMessage(`not understood: ${inQuotes(question.notUnderstood)}`);
  if (mixesUnits(question)) {
    printMessage("values of several units stand in one order; name a unit to compare like with like");
  }
  if (flags.sql) {
    await writeOut(`${sql}\n`);
    return EXIT.ok;
  }
  process.stderr.write(`${sql}\n`);
  const { values } = await configOf(command);
  const found = await printFacts(sql, values.database, flags);
  if (found === 0 && question.words.length > 0) {
    const words = inQuotes(question.words);
    printMessage(`nothing found; articles are searched as they are written, translate or leave out: ${words}`);
  }
  if (found === USUAL_LIMIT && !question.isLimited) {
    printMessage(`the first ${USUAL_LIMIT} facts are shown; begin with "first 1000" or "all" for more`);
  }
  return EXIT.ok;
}

/** Returns how many there were. */
async function printFacts(sql: string, database: string, flags: FindFlags): Promise<number> {
  const { openStore } = await import("../store/open-store.js");
  const { runQuery } = await import("../store/run-query.js");
  const { formatRows } = await import("./format-rows.js");
  const store = openStore(database, { mode: "read" });
  try {
    const { rows, count } = counted(runQuery(store, sql));
    for (const piece of formatRows(rows, flags.format)) await writeOut(piece);
    return count();
  } finally {
    store.close();
  }
}

function counted({ columns, rows }: QueryResult): { readonly rows: Rows; readonly count: () => number } {
  let count = 0;
  function* passedOn(): Generator<readonly unknown[]> {
    for (const row of rows) {
      count += 1;
      yield row;
    }
  }
  return { rows: { columns, rows: passedOn() }, count: () => count };
}

function inQuotes(words: readonly string[]): string {
  return words.map((word) => `"${word}"`).join(", ");
}

const EXAMPLES = `
Examples:
  $ faktum find "more than 80% of households since 2023"
  $ faktum find "decisions cited in Arabic articles in 2024"
  $ faktum find "top 10 amounts in EUR, not in German"
  $ faktum find "counts of Haushalt* between 1,000 and one million"
  $ faktum find --sql "first 20 laws before 2020"            the SQL, for faktum query`;
