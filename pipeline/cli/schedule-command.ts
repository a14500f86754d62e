import path from "node:path";
import { fileURLToPath } from "node:url";
import { type Command, InvalidArgumentError, Option } from "commander";
import type { NightlyRun } from "../runtime/nightly-run.js";
import { addConfigOption, configOf, sourcesOf } from "./config-options.js";
import { printMessage } from "./exit.js";
import { writeOut } from "./write-out.js";

interface ScheduleFlags {
  readonly at: { readonly hour: number; readonly minute: number };
}

interface SystemdFlags extends ScheduleFlags {
  readonly name: string;
  readonly write?: string;
  readonly force?: true;
}

const LOG_FILE = "faktum.log";

/** `faktum schedule`: what lets the machine run faktum every night. */
export function addScheduleCommand(program: Command): void {
  const schedule = program
    .command("schedule")
    .summary("let the machine run faktum every night")
    .description("Print what systemd or cron needs to run faktum in this folder every night. Nothing is changed.")
    .helpCommand("help [command]", "show the help of a command")
    .addHelpText("after", EXAMPLES);
  addSystemdCommand(schedule);
  addCronCommand(schedule);
}

function addSystemdCommand(schedule: Command): void {
  const command = schedule
    .command("systemd")
    .summary("units of systemd: a service and its timer")
    .description("Print a service and a timer for systemd's user instance, and how to enable them.");
  addScheduleOptions(command)
    .option("--name <name>", "name of the units; another one for each folder", unitName, "faktum")
    .option("--write <folder>", "write the two files into a folder instead")
    .option("--force", "with --write: in the place of files that are there already")
    .addHelpText("after", SYSTEMD_EXAMPLES)
    .action(async (paths: readonly string[], flags: SystemdFlags) => {
      const { systemdUnits } = await import("../runtime/nightly-run.js");
      const { service, timer } = systemdUnits(await nightlyRun(command, paths, flags));
      const units = [
        [`${flags.name}.service`, service],
        [`${flags.name}.timer`, timer],
      ] as const;
      if (flags.write === undefined) await writeOut(printedUnits(units, flags.name));
      else await writeUnits(units, flags.write, flags);
    });
}

function addCronCommand(schedule: Command): void {
  const command = schedule
    .command("cron")
    .summary("a line for a crontab")
    .description(`Print a line for a crontab, and how to put it there. Messages go to ${LOG_FILE} in this folder.`);
  addScheduleOptions(command)
    .addHelpText("after", CRON_EXAMPLES)
    .action(async (paths: readonly string[], flags: ScheduleFlags) => {
      const { cronLine } = await import("../runtime/nightly-run.js");
      const line = cronLine(await nightlyRun(command, paths, flags), path.resolve(LOG_FILE));
      await writeOut(`# Add this line to your crontab: crontab -e\n${line}\n`);
    });
}

function addScheduleOptions(command: Command): Command {
  command.argument("[path...]", "files and folders of articles (default: those of faktum.toml, or corpus)");
  return addConfigOption(command, "database").addOption(
    new Option("--at <time>", "when, HH:MM").argParser(clockTime).default({ hour: 2, minute: 30 }, "02:30"),
  );
}

/** Paths that stand in a configuration file are left there, so that they can be changed in one place. */
async function nightlyRun(command: Command, paths: readonly string[], { at }: ScheduleFlags): Promise<NightlyRun> {
  const { configFileOf, isFromFile } = await import("../runtime/config.js");
  const config = await configOf(command, paths);
  const sources = sourcesOf(command, paths);
  const isNamed = sources.file !== undefined || Boolean(sources.environment["FAKTUM_CONFIG"]);
  const file = isNamed ? configFileOf(sources) : undefined;
  return {
    command: [
      process.execPath,
      fileURLToPath(new URL("main.js", import.meta.url)),
      "run",
      ...(isFromFile(config, "paths") ? [] : config.values.paths.map((each) => path.resolve(each))),
      "--db",
      path.resolve(config.values.database),
      ...(file === undefined ? [] : ["--config", file]),
    ],
    folder: process.cwd(),
    ...at,
  };
}

type Units = readonly (readonly [name: string, text: string])[];

function printedUnits(units: Units, name: string): string {
  const files = units.map(([file, text]) => `# ~/.config/systemd/user/${file}\n${text}`);
  return `${files.join("\n")}\n${enabling(name)
    .map((line) => `# ${line}\n`)
    .join("")}`;
}

async function writeUnits(units: Units, folder: string, { name, force }: SystemdFlags): Promise<void> {
  const { writeNewFiles } = await import("./write-new-files.js");
  writeNewFiles(folder, units, force ?? false);
  for (const [file] of units) printMessage(`${path.join(folder, file)}: written`);
  for (const line of enabling(name)) printMessage(line);
}

function enabling(name: string): readonly string[] {
  return [
    `to enable: systemctl --user daemon-reload && systemctl --user enable --now ${name}.timer`,
    "to let it run when you are not logged in: loginctl enable-linger",
    `to see what it did: journalctl --user -u ${name}.service`,
  ];
}

function clockTime(text: string): ScheduleFlags["at"] {
  const [, hour, minute] = /^([01][0-9]|2[0-3]):([0-5][0-9])$/u.exec(text) ?? [];
  if (hour === undefined) throw new InvalidArgumentError("Give hours and minutes, from 00:00 to 23:59.");
  return { hour: Number(hour), minute: Number(minute) };
}

function unitName(text: string): string {
  if (!/^[a-z0-9][a-z0-9_-]{0,60}$/iu.test(text)) {
    throw new InvalidArgumentError("Give letters from a to z, digits, - and _.");
  }
  return text;
}

const EXAMPLES = `
Examples:
  $ faktum schedule systemd --at 03:15
  $ faktum schedule cron articles --db study.db`;

const SYSTEMD_EXAMPLES = `
Examples:
  $ faktum schedule systemd articles --db study.db           print both units
  $ faktum schedule systemd --write ~/.config/systemd/user   put them where systemd looks
  $ faktum schedule systemd --name study --at 03:15`;

const CRON_EXAMPLES = `
Examples:
  $ faktum schedule cron --at 03:15
  $ faktum schedule cron articles --db study.db`;
