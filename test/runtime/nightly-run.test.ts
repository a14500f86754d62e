import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { cronLine, type NightlyRun, systemdUnits } from "../../pipeline/runtime/nightly-run.js";

const nightly = (...args: readonly string[]): NightlyRun => ({
  command: ["/usr/bin/node", "/opt/faktum/main.js", ...args],
  folder: "/srv/study",
  hour: 2,
  minute: 5,
});

/** Arguments that break what is quoted carelessly. */
const TRICKY: readonly string[] = [
  "/srv/two words",
  "/srv/100%",
  "/srv/%h %% %",
  "/srv/back\\slash",
  "/srv/back\\%",
  "/srv/\\\\",
  "/srv/it's",
  "/srv/'%'",
  '/srv/"quoted"',
  "/srv/$HOME $\u007BHOME} $$",
  "/srv/`id`;&|<>*?~#",
  "/srv/أخبار",
  "",
];

describe("systemdUnits", () => {
  test("a service and its timer", () => {
    expect(systemdUnits(nightly("run"))).toEqual({
      service: `[Unit]
Description=faktum: read new articles

[Service]
Type=oneshot
WorkingDirectory=/srv/study
ExecStart="/usr/bin/node" "/opt/faktum/main.js" "run"
# No failure: 1 some documents failed, 75 another run was still at work, 143 stopped with the machine.
SuccessExitStatus=1 75 143
Nice=10
IOSchedulingClass=idle
`,
      timer: `[Unit]
Description=faktum: read new articles every night

[Timer]
OnCalendar=*-*-* 02:05:00
# When the machine was off at that time, as soon as it is on again.
Persistent=true

[Install]
WantedBy=timers.target
`,
    });
  });

  test.each(TRICKY)("an argument comes back as it was: %s", (text) => {
    const { service } = systemdUnits(nightly("run", text, "--db", text));
    expect(execStart(service)).toEqual(["/usr/bin/node", "/opt/faktum/main.js", "run", text, "--db", text]);
  });

  test("the program's name takes no variables, so its dollar stands alone", () => {
    const { service } = systemdUnits({ ...nightly(), command: ["/opt/$node", "$x"] });
    expect(service).toContain('ExecStart="/opt/$node" "$$x"\n');
  });

  test.each([
    ["/srv/two words 100%", "/srv/two words 100%%"],
    ["/srv/back\\", "/srv/back\\/"],
    ["/srv/blank ", "/srv/blank /"],
  ])("the folder %j is written as %j", (folder, expected) => {
    expect(systemdUnits({ ...nightly(), folder }).service).toContain(`\nWorkingDirectory=${expected}\n`);
  });
});

describe("cronLine", () => {
  test("a line", () => {
    expect(cronLine(nightly("run"), "/srv/study/faktum.log")).toBe(
      "5 2 * * * cd '/srv/study' && nice -n 10 '/usr/bin/node' '/opt/faktum/main.js' 'run' >> '/srv/study/faktum.log' 2>&1",
    );
  });

  test.each(TRICKY)("an argument comes back as it was, through cron and the shell: %s", (text) => {
    const print = "process.stdout.write(JSON.stringify(process.argv.slice(1)))";
    const command = [process.execPath, "-e", print, "--", text];
    const folder = mkdtempSync(path.join(tmpdir(), "faktum-cron-it's 100%-"));
    const logFile = path.join(folder, "a log%");
    spawnSync("sh", ["-c", asCronRunsIt(cronLine({ ...nightly(), command, folder }, logFile))]);
    expect(JSON.parse(readFileSync(logFile, "utf8"))).toEqual([text]);
    rmSync(folder, { recursive: true });
  });

  test("longer than cron takes", () => {
    expect(() => cronLine(nightly("/srv/".repeat(200)), "/srv/study/faktum.log")).toThrow(
      "schedule cron: the line is longer than the 998 bytes that cron takes; write the paths into faktum.toml instead",
    );
  });
});

test.each(["/srv/a\nb", "/srv/a\rb", "/srv/a\u0000b"])("a path with control characters is refused: %j", (text) => {
  const message = `${JSON.stringify(text)}: no schedule can name a path with control characters; rename it`;
  expect(() => systemdUnits(nightly(text))).toThrow(message);
  expect(() => systemdUnits({ ...nightly(), folder: text })).toThrow(message);
  expect(() => cronLine(nightly(text), "/srv/log")).toThrow(message);
  expect(() => cronLine(nightly(), text)).toThrow(message);
});

/** What systemd makes of ExecStart= (systemd.service: specifiers, quotes with C's escapes, then variables). */
function execStart(service: string): readonly string[] {
  const [, value = ""] = /^ExecStart=(.*)$/mu.exec(service) ?? [];
  const words = [...value.matchAll(/"((?:[^"\\]|\\.)*)"(?: |$)/gu)].map(([, word = ""]) => word);
  return words.map((word) => {
    expect(word.replaceAll("%%", "")).not.toContain("%");
    expect(word.replaceAll("$$", "")).not.toContain("$");
    return word.replaceAll("%%", "%").replaceAll("$$", "$").replace(/\\(.)/gu, "$1");
  });
}

/** What cron hands to the shell: `\%` becomes `%`; a `%` without backslash ends the command. */
function asCronRunsIt(line: string): string {
  const command = line.split(" ").slice(5).join(" ");
  let run = "";
  let isEscaped = false;
  for (const char of command) {
    if (char === "%" && !isEscaped) return run;
    if (char === "%") run = run.slice(0, -1);
    run += char;
    isEscaped = char === "\\" && !isEscaped;
  }
  return run;
}
