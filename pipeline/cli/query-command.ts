import { buffer } from "node:stream/consumers";
import { type Command, Option } from "commander";
import { addConfigOption, configOf } from "./config-options.js";
import { EXIT } from "./exit.js";
import { ROW_FORMATS, type RowFormat } from "./row-format.js";
import { writeOut } from "./write-out.js";

interface QueryFlags {
  readonly format: RowFormat;
}

/** `faktum query`: one read-only SQL statement. */
export function addQueryCommand(program: Command): void {
  const command = program
    .command("query")
    .summary("ask the database in SQL")
    .description(
      "Ask the database one question in SQL (SQLite). It is opened read-only. docs/schema.md names the tables.",
    )
    .argument("<sql>", "the statement; - reads it from stdin");
  addConfigOption(command, "database")
    .addOption(new Option("--format <format>", "how to write the rows").choices(ROW_FORMATS).default("table"))
    .addHelpText("after", EXAMPLES)
    .action(async (sql: string, flags: QueryFlags) => {
      const { values } = await configOf(command);
      const statement = sql === "-" ? (await buffer(process.stdin)).toString("utf8") : sql;
      process.exitCode = await query(statement, values.database, flags);
    });
}

async function query(sql: string, database: string, flags: QueryFlags): Promise<number> {
  const { openStore } = await import("../store/open-store.js");
  const { runQuery } = await import("../store/run-query.js");
  const { formatRows } = await import("./format-rows.js");
  const { sqlStemmer } = await import("../runtime/sql-stemmer.js");
  const store = openStore(database, { mode: "read", stem: await sqlStemmer(sql) });
  try {
    for (const text of formatRows(runQuery(store, sql), flags.format)) await writeOut(text);
  } finally {
    store.close();
  }
  return EXIT.ok;
}

const EXAMPLES = `
Examples:
  $ faktum query "SELECT kind, count(*) FROM facts GROUP BY kind"
  $ faktum query "SELECT value, item, surface FROM percentages WHERE value > 90"
  $ faktum query "SELECT stem(subject, language) AS of, count(*) FROM money GROUP BY of"
  $ faktum query --format csv "SELECT * FROM evidence" > evidence.csv
  $ faktum query --format jsonl - < question.sql`;
