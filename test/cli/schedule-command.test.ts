import { mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { faktum, PROGRAM } from "./faktum-process.js";

let folder: string;

beforeEach(() => {
  folder = realpathSync(mkdtempSync(path.join(tmpdir(), "faktum-schedule-")));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

const call = (...args: readonly string[]): string =>
  [process.execPath, PROGRAM, "run", ...args].map((arg) => `"${arg}"`).join(" ");

describe("faktum schedule systemd", () => {
  test("prints both files, each below its name, with absolute paths, and how to enable them", () => {
    const args = ["schedule", "systemd", "articles", "--db", "study.db", "--at", "23:05", "--name", "study"];
    const { status, stdout, stderr } = faktum(folder, args);
    expect([status, stderr]).toEqual([0, ""]);
    const lines = stdout.split("\n");
    expect(lines.filter((line) => line.startsWith("#"))).toEqual([
      "# ~/.config/systemd/user/study.service",
      "# No failure: 1 some documents failed, 75 another run was still at work, 143 stopped with the machine.",
      "# ~/.config/systemd/user/study.timer",
      "# When the machine was off at that time, as soon as it is on again.",
      "# to enable: systemctl --user daemon-reload && systemctl --user enable --now study.timer",
      "# to let it run when you are not logged in: loginctl enable-linger",
      "# to see what it did: journalctl --user -u study.service",
    ]);
    expect(lines).toContain(`WorkingDirectory=${folder}`);
    expect(lines).toContain(`ExecStart=${call(`${folder}/articles`, "--db", `${folder}/study.db`)}`);
    expect(lines).toContain("OnCalendar=*-*-* 23:05:00");
  });

  test("without paths: corpus, or what faktum.toml says at night", () => {
    const exec = (...args: readonly string[]): string | undefined =>
      /^ExecStart=(.*)$/mu.exec(faktum(folder, ["schedule", "systemd", ...args]).stdout)?.[1];
    expect(exec()).toBe(call(`${folder}/corpus`, "--db", `${folder}/facts.db`));
    writeFileSync(path.join(folder, "faktum.toml"), 'database = "study.db"\npaths = ["articles"]\n');
    expect(exec()).toBe(call("--db", `${folder}/study.db`));
    writeFileSync(path.join(folder, "other.toml"), 'paths = ["more"]\n');
    expect(exec("--config", "other.toml")).toBe(call("--db", `${folder}/facts.db`, "--config", `${folder}/other.toml`));
  });

  test("--write puts the same into files, and replaces none unless told to", () => {
    const written = faktum(folder, ["schedule", "systemd", "--write", "units/user"]);
    expect([written.status, written.stdout]).toEqual([0, ""]);
    expect(written.stderr.split("\n").slice(0, 2)).toEqual([
      "faktum: units/user/faktum.service: written",
      "faktum: units/user/faktum.timer: written",
    ]);
    const { stdout } = faktum(folder, ["schedule", "systemd"]);
    const units = path.join(folder, "units", "user");
    for (const name of readdirSync(units)) expect(stdout).toContain(readFileSync(path.join(units, name), "utf8"));
    rmSync(path.join(units, "faktum.service"));
    const again = faktum(folder, ["schedule", "systemd", "--write", "units/user"]);
    expect([again.status, again.stderr]).toEqual([
      2,
      "faktum: units/user/faktum.timer: this file is there already; move it away, or add --force\n",
    ]);
    expect(readdirSync(units)).toEqual(["faktum.timer"]);
    expect(faktum(folder, ["schedule", "systemd", "--write", "units/user", "--force"]).status).toBe(0);
  });

  test.each([
    [["--at", "24:00"], "'--at <time>' argument '24:00' is invalid. Give hours and minutes, from 00:00 to 23:59."],
    [["--name", "a b"], "'--name <name>' argument 'a b' is invalid. Give letters from a to z, digits, - and _."],
  ])("%j: one line, exit code 2", (args, message) => {
    expect(faktum(folder, ["schedule", "systemd", ...args])).toEqual({
      status: 2,
      stdout: "",
      stderr: `faktum: option ${message} (faktum schedule systemd --help)\n`,
    });
  });
});

describe("faktum schedule cron", () => {
  test("prints a line for a crontab, also for a folder that is hard to quote", () => {
    const hard = path.join(folder, "it's 100%");
    mkdirSync(hard);
    const quoted = `'${folder}/it'\\''s 100'\\%'`;
    expect(faktum(hard, ["schedule", "cron", "--at", "03:15"])).toEqual({
      status: 0,
      stdout: `# Add this line to your crontab: crontab -e\n15 3 * * * cd ${quoted}' && nice -n 10 '${process.execPath}' '${PROGRAM}' 'run' ${quoted}/corpus' '--db' ${quoted}/facts.db' >> ${quoted}/faktum.log' 2>&1\n`,
      stderr: "",
    });
  });
});
