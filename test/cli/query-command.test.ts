import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { faktum } from "./faktum-process.js";
import { writeArticles } from "./generated-articles.js";

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "faktum-query-"));
  writeArticles(path.join(folder, "articles"), 2);
  expect(faktum(folder, ["run", "articles"]).status).toBe(0);
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

const PATHS = "SELECT path, bytes > 0 AS has_bytes FROM documents ORDER BY path";

describe("faktum query", () => {
  test.each([
    ["csv", "path,has_bytes\narticles/article-0000.txt,1\narticles/article-0001.txt,1\n"],
    [
      "jsonl",
      '{"path":"articles/article-0000.txt","has_bytes":1}\n{"path":"articles/article-0001.txt","has_bytes":1}\n',
    ],
    [
      "json",
      '[\n{"path":"articles/article-0000.txt","has_bytes":1},\n{"path":"articles/article-0001.txt","has_bytes":1}\n]\n',
    ],
  ])("--format %s", (format, expected) => {
    const { status, stdout, stderr } = faktum(folder, ["query", "--format", format, PATHS]);
    expect([status, stdout, stderr]).toEqual([0, expected, ""]);
  });

  test("a table, unless told otherwise", () => {
    const { stdout } = faktum(folder, ["query", PATHS]);
    expect(stdout).toContain("│ articles/article-0001.txt │         1 │");
    expect(stdout).toMatch(/\n2 rows\n$/u);
  });

  test("- reads the statement from stdin", () => {
    expect(faktum(folder, ["query", "--format", "csv", "-"], "SELECT 1 AS one;\n").stdout).toBe("one\n1\n");
  });

  test.each([
    ["is wrong", "SELEC 1"],
    ["names what is not there", "SELECT nothing FROM facts"],
    ["deletes", "DELETE FROM facts"],
    ["makes a table", "CREATE TABLE mine (a)"],
    ["attaches a file", "ATTACH 'other.db' AS other"],
    ["sets something", "PRAGMA user_version = 7"],
    ["is two statements", "SELECT 1; DELETE FROM facts"],
    ["is none", ""],
  ])("SQL that %s is refused in one line, exit code 2, and nothing is changed", (_, sql) => {
    const before = readFileSync(path.join(folder, "facts.db"));
    const { status, stdout, stderr } = faktum(folder, ["query", sql]);
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(/^faktum: facts\.db: .+\n$/u);
    expect(readFileSync(path.join(folder, "facts.db")).equals(before)).toBe(true);
  });
});

describe("faktum explain", () => {
  const idOf = (where: string): string => {
    const sql = `SELECT id FROM facts WHERE ${where} ORDER BY id LIMIT 1`;
    return faktum(folder, ["query", "--format", "csv", sql]).stdout.split("\n").at(1) ?? "";
  };

  test("shows the sentence with the fact marked, its values, rule, slots and file", () => {
    const { status, stdout } = faktum(folder, ["explain", idOf("surface = '40,0 Prozent'").slice(0, 10)]);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^Im Jahr 1990 lag .+ bei ⟦40,0 Prozent⟧\.\n\n/u);
    expect(stdout).toMatch(/\nkind +percentage\n/u);
    expect(stdout).toMatch(/\nvalue +40\n/u);
    expect(stdout).toMatch(/\nunit +%\n/u);
    expect(stdout).toMatch(/\nrule +percentage\.[a-z-]+\ntemplate +.+\n\{/u);
    expect(stdout).toMatch(/\nfile +articles\/article-0000\.txt, sentence 0, offsets [0-9]+ to [0-9]+\n/u);
  });

  test("--json gives the same as data", () => {
    const { stdout } = faktum(folder, ["explain", "--json", idOf("surface = '40,0 Prozent'")]);
    expect(JSON.parse(stdout)).toMatchObject({
      kind: "percentage",
      surface: "40,0 Prozent",
      document: { path: "articles/article-0000.txt" },
    });
  });

  test.each([
    ["no fact", "ffffffffffffffffffffffffffffffff", /no fact has the id/u],
    ["no id at all", "xyz", /not "xyz"/u],
  ])("%s: one line, exit code 2", (_, given, message) => {
    const { status, stdout, stderr } = faktum(folder, ["explain", given]);
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(/^faktum: facts\.db: .+\n$/u);
    expect(stderr).toMatch(message);
  });

  test("the beginning of several ids: one line, exit code 2", () => {
    const first = idOf("true").slice(0, 1);
    const count = faktum(folder, ["query", "--format", "csv", `SELECT count(*) FROM facts WHERE id GLOB '${first}*'`]);
    expect(Number(count.stdout.split("\n").at(1))).toBeGreaterThan(1);
    const { status, stderr } = faktum(folder, ["explain", first]);
    expect(status).toBe(2);
    expect(stderr).toMatch(/give more of its digits\n$/u);
  });
});
