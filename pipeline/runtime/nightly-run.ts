import { FaktumError } from "./faktum-error.js";

/** A run of each night. All paths are absolute. */
export interface NightlyRun {
  /** The program and its arguments. */
  readonly command: readonly string[];
  readonly folder: string;
  readonly hour: number;
  readonly minute: number;
}

/** Units of systemd by the endings of their files' names. */
export interface SystemdUnits {
  readonly service: string;
  readonly timer: string;
}

/** cron of Debian and its relatives cuts longer commands off. */
const LONGEST_CRON_COMMAND = 998;

/** A service that runs once, and a timer for it. Throws a FaktumError when a path cannot be written in a unit. */
export function systemdUnits({ command, folder, hour, minute }: NightlyRun): SystemdUnits {
  checkCharacters([...command, folder]);
  const [program = "", ...args] = command;
  const service = `[Unit]
Description=faktum: read new articles

[Service]
Type=oneshot
WorkingDirectory=${unitPath(folder)}
ExecStart=${[quotedForUnit(program), ...args.map((arg) => quotedForUnit(arg).replaceAll("$", "$$$$"))].join(" ")}
# No failure: 1 some documents failed, 75 another run was still at work, 143 stopped with the machine.
SuccessExitStatus=1 75 143
Nice=10
IOSchedulingClass=idle
`;
  const timer = `[Unit]
Description=faktum: read new articles every night

[Timer]
OnCalendar=*-*-* ${twoDigits(hour)}:${twoDigits(minute)}:00
# When the machine was off at that time, as soon as it is on again.
Persistent=true

[Install]
WantedBy=timers.target
`;
  return { service, timer };
}

/** A line for a crontab; messages go to `logFile`. Throws a FaktumError when a path cannot be written in one. */
export function cronLine({ command, folder, hour, minute }: NightlyRun, logFile: string): string {
  checkCharacters([...command, folder, logFile]);
  const call = command.map(quotedForCron).join(" ");
  const line = `cd ${quotedForCron(folder)} && nice -n 10 ${call} >> ${quotedForCron(logFile)} 2>&1`;
  if (Buffer.byteLength(line) > LONGEST_CRON_COMMAND) {
    throw new FaktumError(
      "schedule.too-long",
      `schedule cron: the line is longer than the ${LONGEST_CRON_COMMAND} bytes that cron takes; write the paths into faktum.toml instead`,
      { exitCode: 2 },
    );
  }
  return `${minute} ${hour} * * * ${line}`;
}

/** A line break would begin another setting or another job. */
function checkCharacters(texts: readonly string[]): void {
  const wrong = texts.find((text) => /\p{Cc}/u.test(text));
  if (wrong === undefined) return;
  const shown = JSON.stringify(wrong);
  throw new FaktumError(
    "schedule.bad-path",
    `${shown}: no schedule can name a path with control characters; rename it`,
    {
      exitCode: 2,
    },
  );
}

/** `%` begins a specifier, everywhere in a unit. `$` begins a variable, but not in the name of the program. */
function quotedForUnit(text: string): string {
  return `"${text.replace(/["\\]/gu, "\\$&").replaceAll("%", "%%")}"`;
}

/** Not quoted, but cut at both ends, and joined with the next line behind a backslash: a slash more does no harm. */
function unitPath(folder: string): string {
  return `${folder.replaceAll("%", "%%")}${/[\s\\]$/u.test(folder) ? "/" : ""}`;
}

/**
 * For the shell in single quotes. cron makes a line break of `%` without a backslash right before it, quoted or not, and
 * takes that backslash away: `\%` outside the quotes is one percent sign for both.
 */
function quotedForCron(text: string): string {
  return `'${text.replaceAll("'", "'\\''").replaceAll("%", "'\\%'")}'`;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, "0");
}
