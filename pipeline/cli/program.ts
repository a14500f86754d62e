import { Command } from "commander";
import { packageVersion } from "../runtime/package-root.js";
import { addBackupCommand } from "./backup-command.js";
import { addCheckCommand } from "./check-command.js";
import { addConfigCommand } from "./config-command.js";
import { addErrorsCommand } from "./errors-command.js";
import { addEvalCommand } from "./eval-command.js";
import { oneLine, printMessage } from "./exit.js";
import { addExplainCommand } from "./explain-command.js";
import { addExtractCommand } from "./extract-command.js";
import { addFindCommand } from "./find-command.js";
import { addGcCommand } from "./gc-command.js";
import { addInspectCommand } from "./inspect-command.js";
import { addLexiconCommand } from "./lexicon-command.js";
import { addMarkCommand } from "./mark-command.js";
import { addQueryCommand } from "./query-command.js";
import { addRunCommand } from "./run-command.js";
import { addScheduleCommand } from "./schedule-command.js";
import { addStatusCommand } from "./status-command.js";
import { addWatchCommand } from "./watch-command.js";

/** Width of help texts: fixed, so that the manual and a terminal of any width show the same. */
const HELP_WIDTH = 100;

/**
 * The command line of faktum. Commands only describe themselves here; what they need is imported when one is called, so
 * that `--help` stays fast. Usage errors are thrown as CommanderError after they are printed.
 */
export function buildProgram(): Command {
  const program = new Command("faktum")
    .description("Turns folders of news articles into a database of checked facts.")
    .version(packageVersion(), "-V, --version", "print the version")
    .option("--config <file>", "the configuration (default: faktum.toml here or in a folder above)")
    .helpOption("-h, --help", "show this help")
    .helpCommand("help [command]", "show the help of a command")
    .configureOutput({
      getOutHelpWidth: () => HELP_WIDTH,
      getErrHelpWidth: () => HELP_WIDTH,
    })
    .exitOverride()
    .addHelpText("after", EXAMPLES);
  addRunCommand(program);
  addWatchCommand(program);
  addExtractCommand(program);
  addQueryCommand(program);
  addFindCommand(program);
  addExplainCommand(program);
  addMarkCommand(program);
  addInspectCommand(program);
  addStatusCommand(program);
  addErrorsCommand(program);
  addCheckCommand(program);
  addGcCommand(program);
  addBackupCommand(program);
  addScheduleCommand(program);
  addConfigCommand(program);
  addLexiconCommand(program);
  addEvalCommand(program);
  tellErrorsInOneLine(program, program.name());
  return program;
}

/** A usage error is one line that names the help to read: `faktum: unknown option '--forc' (faktum run --help)`. */
function tellErrorsInOneLine(command: Command, fullName: string): void {
  command.configureOutput({
    outputError: (text) => printMessage(`${oneLine(text.replace(/^error: /u, ""))} (${fullName} --help)`),
  });
  for (const child of command.commands) tellErrorsInOneLine(child, `${fullName} ${child.name()}`);
}

const EXAMPLES = `
Examples:
  $ faktum run articles                     read a folder into facts.db
  $ faktum query "SELECT * FROM evidence"   ask the database
  $ faktum find "ranks above 10"            ask it in English
  $ faktum explain 3f2a                     see where a fact comes from
  $ faktum inspect article.html             see what is read out of a file
  $ faktum extract < articles.jsonl         facts as JSONL, without a database

Exit codes:
  0   done
  1   finished, but some documents or lines failed
  2   wrong usage or configuration
  4   could not go on
  75  another run holds the database`;
