import type { Command } from "commander";
import { CONFIG_KEYS, CONFIG_NAMES } from "../runtime/config-keys.js";
import { addConfigOptions, type ConfigOption, configOf, READING_OPTIONS } from "./config-options.js";
import { writeOut } from "./write-out.js";

interface ShowFlags {
  readonly origin?: true;
  readonly json?: true;
}

/** `faktum config`: what is set, and where. */
export function addConfigCommand(program: Command): void {
  const config = program
    .command("config")
    .summary("what is set, and where")
    .description(`Settings: ${CONFIG_FILE_HELP}`)
    .helpCommand("help [command]", "show the help of a command")
    .addHelpText("after", CONFIG_EXAMPLES);
  addShowCommand(config);
}

function addShowCommand(config: Command): void {
  const command = config
    .command("show")
    .summary("print the settings that apply here")
    .description("Print the settings that apply in this folder, as a file that can be saved as faktum.toml.")
    .argument("[path...]", `as for faktum run: ${CONFIG_KEYS.paths.meaning}`)
    .option("--origin", "with each, where it was set: a file and line, a variable, an option, or default")
    .option("--json", "write one object, by the full names of the keys");
  addConfigOptions(command, optionNames())
    .addHelpText("after", SHOW_EXAMPLES)
    .action(async (paths: readonly string[], flags: ShowFlags) => {
      const { configJson, formatConfig } = await import("./format-config.js");
      const shown = await configOf(command, paths);
      const origins = flags.origin ?? false;
      await writeOut(
        flags.json ? `${JSON.stringify(configJson(shown, { origins }))}\n` : formatConfig(shown, { origins }),
      );
    });
}

function optionNames(): readonly ConfigOption[] {
  const single = CONFIG_NAMES.filter((name): name is Exclude<ConfigOption, "read.fields"> => {
    return name !== "paths" && !name.startsWith("read.");
  });
  const [database, ...others] = single;
  return [...(database === undefined ? [] : [database]), ...READING_OPTIONS, ...others];
}

const CONFIG_FILE_HELP =
  "faktum.toml of this folder or the nearest above it, before the user's own ~/.config/faktum/faktum.toml. Variables FAKTUM_... of the environment stand above the files, options above all.";

const CONFIG_EXAMPLES = `
Examples:
  $ faktum config show --origin`;

const SHOW_EXAMPLES = `
Examples:
  $ faktum config show                        what faktum run would go by
  $ faktum config show --origin               and who said so
  $ faktum config show --db study.db > study.toml
  $ faktum --config study.toml run
  $ FAKTUM_WORKERS=2 faktum config show --json`;
