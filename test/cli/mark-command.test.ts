import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { type Finished, faktum } from "./faktum-process.js";

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "faktum-mark-"));
  const text = "Im Jahr 2020 hatten 45,5 Prozent der Haushalte einen Anschluss. Das sind 1.250 neue Anschlüsse mehr.\n";
  writeFileSync(path.join(folder, "article.txt"), text);
  expect(faktum(folder, ["run", "article.txt"]).status).toBe(0);
});

afterAll(() => rmSync(folder, { recursive: true }));

function query(sql: string): readonly Readonly<Record<string, unknown>>[] {
  return JSON.parse(faktum(folder, ["query", "--format", "json", sql]).stdout) as Record<string, unknown>[];
}

function idOf(surface: string): string {
  return String(query(`SELECT fact_id FROM evidence WHERE surface = '${surface}'`)[0]?.["fact_id"]);
}

function mark(surface: string, ...args: readonly string[]): Finished {
  return faktum(folder, ["mark", idOf(surface).slice(0, 12), ...args]);
}

test("a mark is set without a word, seen by explain, and survives a run that reads all anew", () => {
  const done = mark(
    "45,5 Prozent",
    "corrected",
    "--fields",
    '{"value": 45.6}',
    "--note",
    "so im Bericht",
    "--reviewer",
    "Ada",
  );
  expect(done).toEqual({ status: 0, stdout: "", stderr: "" });
  const { stdout } = faktum(folder, ["explain", idOf("45,5 Prozent")]);
  expect(stdout).toMatch(/marked +corrected by Ada, [0-9T:.-]+Z, should be \{.*"value":45\.6/u);
  expect(stdout).toMatch(/note +so im Bericht/u);
  expect(faktum(folder, ["run", "--force", "article.txt"]).status).toBe(0);
  expect(query("SELECT verdict, state, said, now FROM marked_facts")).toEqual([
    { verdict: "corrected", state: "same", said: "45.5 %", now: "45.5 %" },
  ]);
  expect(faktum(folder, ["check"]).status).toBe(0);
});

test("it is taken away by none, once", () => {
  expect(mark("1.250", "right").status).toBe(0);
  expect(mark("1.250", "none")).toEqual({ status: 0, stdout: "", stderr: "" });
  const again = mark("1.250", "none");
  expect([again.status, again.stdout]).toEqual([2, ""]);
  expect(again.stderr).toMatch(/^faktum: facts\.db: no fact with the id [0-9a-f]+ has a mark; faktum query/u);
});

test.each([
  ["an unknown verdict", ["maybe"], /allowed choices are right, wrong, corrected, none/iu],
  ["corrected without fields", ["corrected"], /--fields/u],
  ["fields of a fact that is right", ["right", "--fields", "{}"], /--fields/u],
  ["fields that are no JSON", ["corrected", "--fields", "value=3"], /--fields is no JSON; write an object/u],
  ["a correction that is none", ["corrected", "--fields", '{"unit":"kg"}'], /unit: a count has none/u],
])("%s ends with 2 and one line", (_, args, message) => {
  const { status, stdout, stderr } = mark("1.250", ...args);
  expect([status, stdout, stderr.trimEnd().split("\n").length]).toEqual([2, "", 1]);
  expect(stderr).toMatch(message);
});

test("a fact that is not there, and a database that is not", () => {
  expect(faktum(folder, ["mark", "f".repeat(32), "right"])).toMatchObject({ status: 2, stdout: "" });
  expect(faktum(folder, ["mark", "ab", "right", "--db", "absent.db"])).toMatchObject({ status: 2, stdout: "" });
});
