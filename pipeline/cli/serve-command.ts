import { type Command, InvalidArgumentError, Option } from "commander";
import { addConfigOption, configOf } from "./config-options.js";
import { EXIT, printMessage } from "./exit.js";
import { writeOut } from "./write-out.js";

interface ServeFlags {
  readonly host: string;
  readonly port: number;
  readonly token?: string;
}

/** `faktum serve`: the database in the browser. */
export function addServeCommand(program: Command): void {
  const command = program
    .command("serve")
    .summary("the database in the browser")
    .description(
      "Show the database in the browser: facts with facets and full-text search, articles with every fact marked, and the evidence of each. Only this machine reaches it unless --host says otherwise. Ctrl-C ends it.",
    );
  addConfigOption(command, "database")
    .option("--host <address>", "the address to listen on", readHost, "127.0.0.1")
    .option("--port <number>", "the port to listen on; 0 for any that is free", readPort, 8765)
    .addOption(
      new Option("--token <text>", "let in only who knows it; the address with ?token=... opens the browser's way")
        .env("FAKTUM_TOKEN")
        .argParser(readToken),
    )
    .addHelpText("after", EXAMPLES)
    .action(async (flags: ServeFlags) => {
      const { values } = await configOf(command);
      process.exitCode = await serve(values.database, flags);
    });
}

async function serve(database: string, { host, port, token }: ServeFlags): Promise<number> {
  const { exitWithError } = await import("./exit.js");
  const { listenForInterruption } = await import("./interruption.js");
  const { isLoopback } = await import("../web/safety/check-host.js");
  const { startServer } = await import("../web/start-server.js");
  const interruption = listenForInterruption();
  try {
    const server = await startServer({
      database,
      host,
      port,
      ...(token === undefined ? {} : { token }),
      failed: (error) => exitWithError(error),
    });
    if (token === undefined && !isLoopback(host)) {
      printMessage(`${host}: everybody who reaches this address sees and marks all facts; add --token`);
    }
    await writeOut(`${server.address}\n`);
    await interruption.come;
    await server.close();
    return interruption.exitCode() ?? EXIT.ok;
  } finally {
    interruption.stop();
  }
}

function readHost(text: string): string {
  if (!/^[0-9A-Za-z.:_-]{1,253}$/u.test(text)) throw new InvalidArgumentError("Give an address or a name.");
  return text;
}

function readPort(text: string): number {
  if (!/^[0-9]{1,5}$/u.test(text) || Number(text) > 65_535) throw new InvalidArgumentError("Give 0 to 65535.");
  return Number(text);
}

/** As it can stand in a header and an address. */
function readToken(text: string): string {
  if (!/^[0-9A-Za-z._~-]{8,256}$/u.test(text)) {
    throw new InvalidArgumentError("Give 8 or more letters, digits and - . _ ~.");
  }
  return text;
}

const EXAMPLES = `
Examples:
  $ faktum serve                                        http://127.0.0.1:8765/
  $ faktum serve --db study.db --port 0                 any free port; the address is printed
  $ faktum serve --host 0.0.0.0 --token "$(openssl rand -hex 16)"`;
