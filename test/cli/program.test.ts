import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { packageVersion } from "../../pipeline/runtime/package-root.js";
import { faktum } from "./faktum-process.js";

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "faktum-program-"));
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe("faktum", () => {
  test("--version prints the version of package.json", () => {
    expect(faktum(folder, ["--version"])).toEqual({ status: 0, stdout: `${packageVersion()}\n`, stderr: "" });
  });

  test("--help goes to stdout", () => {
    const { status, stdout, stderr } = faktum(folder, ["--help"]);
    expect([status, stderr]).toEqual([0, ""]);
    expect(stdout).toMatch(/^Usage: faktum /u);
  });

  test("without a command: the help, on stderr, as wrong usage", () => {
    const { status, stdout, stderr } = faktum(folder, []);
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(/^Usage: faktum /u);
  });

  test.each<readonly [string, readonly string[], string]>([
    ["an unknown command", ["rum"], "unknown command 'rum' (Did you mean run?) (faktum --help)"],
    ["an unknown option", ["run", "--forc"], "unknown option '--forc' (Did you mean --force?) (faktum run --help)"],
    ["no SQL", ["query"], "missing required argument 'sql' (faktum query --help)"],
    [
      "two SQL",
      ["query", "a", "b"],
      "too many arguments for 'query'. Expected 1 argument but got 2. (faktum query --help)",
    ],
    [
      "an unknown format",
      ["query", "--format", "xml", "SELECT 1"],
      "option '--format <format>' argument 'xml' is invalid. Allowed choices are table, json, jsonl, csv. (faktum query --help)",
    ],
    [
      "a count that is none",
      ["eval", "--errors", "few", "gold.jsonl"],
      "option '--errors <count>' argument 'few' is invalid. give a whole number, 0 or more. (faktum eval --help)",
    ],
    [
      "a database that is not there",
      ["query", "SELECT 1"],
      'facts.db: there is no such database; make it with "faktum run", or name another',
    ],
    [
      "a database that is not there",
      ["explain", "3f"],
      'facts.db: there is no such database; make it with "faktum run", or name another',
    ],
  ])("%s: %j is one line on stderr and exit code 2", (_, args, message) => {
    expect(faktum(folder, args)).toEqual({ status: 2, stdout: "", stderr: `faktum: ${message}\n` });
  });
});
