import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { jest } from "@jest/globals";
import { createLog } from "../../pipeline/cli/log.js";
import { LOG_LEVELS, type LogLevel } from "../../pipeline/runtime/config-types.js";
import { faktum } from "./faktum-process.js";
import { writeArticles } from "./generated-articles.js";

describe("createLog", () => {
  afterEach(() => {
    jest.restoreAllMocks();
  });

  test.each<readonly [LogLevel, string]>([
    ["error", "faktum: an error\n"],
    ["warn", "faktum: an error\nfaktum: a warn\n"],
    ["info", "faktum: an error\nfaktum: a warn\nfaktum: a info\n"],
    ["debug", "faktum: an error\nfaktum: a warn\nfaktum: a info\nfaktum: a debug\n"],
  ])("of level %s writes what is as grave or graver", async (level, expected) => {
    let told = "";
    jest.spyOn(process.stderr, "write").mockImplementation((text) => {
      told += String(text);
      return true;
    });
    const log = await createLog({ level, format: "text" });
    for (const at of LOG_LEVELS) log[at](at === "error" ? "an\nerror" : `a ${at}`, { ignored: "in text" });
    expect(told).toBe(expected);
    expect(
      LOG_LEVELS.filter((at) => log.isOn(at))
        .map((at) => `faktum: a${at === "error" ? "n" : ""} ${at}\n`)
        .join(""),
    ).toBe(expected);
  });
});

describe("faktum run tells its log", () => {
  let folder: string;

  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), "faktum-log-"));
    writeArticles(path.join(folder, "articles"), 2);
    writeFileSync(path.join(folder, "articles", "bad.txt"), "");
  });

  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  const run = (...args: readonly string[]): string => faktum(folder, ["run", "articles", "--force", ...args]).stderr;

  test("info, as usual: failures and the summary", () => {
    expect(run()).toMatch(
      /^faktum: articles\/bad\.txt: .+\nlanguage +documents .+\n(?:.+\n)*2 documents stored .+\n$/u,
    );
  });

  test.each([
    [["--log-level", "error"]],
    [["--log-level", "warn"]],
    [["--quiet"]],
    [["--quiet", "--log-level", "debug"]],
  ])("%j: failures alone", (args) => {
    expect(run(...args)).toMatch(/^faktum: articles\/bad\.txt: .+\n$/u);
  });

  test("debug: also what is set otherwise than usual", () => {
    const [first, second] = run("--log-level", "debug").split("\n");
    expect([first, second]).toEqual([
      'faktum: paths = ["articles"] (command line)',
      'faktum: log.level = "debug" (--log-level)',
    ]);
  });

  test("json: one object a line with level, time and message", () => {
    const lines = run("--log-format", "json").trimEnd().split("\n");
    const [failure, end, ...others] = lines.map((line) => JSON.parse(line));
    expect(others).toEqual([]);
    expect(failure).toEqual({
      level: "error",
      time: expect.stringMatching(/^20[0-9-]+T[0-9:.]+Z$/u),
      message: expect.stringMatching(/^articles\/bad\.txt: /u),
      path: "articles/bad.txt",
      code: "read.empty",
    });
    expect(end).toMatchObject({ level: "info", message: "run finished", report: { documents: { failed: 1 } } });
  });

  test("json: an error that ends the run is an object too", () => {
    const { status, stderr } = faktum(folder, ["run", "nowhere", "--log-format", "json"]);
    expect([status, JSON.parse(stderr)]).toMatchObject([
      2,
      { level: "error", message: "nowhere: there is no such file or folder; check the path" },
    ]);
  });
});
