import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { faktum } from "./faktum-process.js";

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "faktum-eval-marks-"));
  writeFileSync(
    path.join(folder, "de.txt"),
    "🎉 Im Jahr 2020 hatten 45,5 Prozent der Haushalte einen Anschluss. Das sind 1.250 neue Anschlüsse mehr als zuvor, und 38 Prozent mehr.\n",
  );
  writeFileSync(path.join(folder, "ar.txt"), "وبلغت نسبة الأسر الموصولة بالإنترنت ٧٢٫٥٩٥٪ من الأسر في عام 2022.\n");
  expect(faktum(folder, ["run", "de.txt", "ar.txt"]).status).toBe(0);
  mark("45,5 Prozent", "right");
  mark("٧٢٫٥٩٥٪", "right");
  mark("1.250", "wrong");
  mark("38 Prozent", "corrected", "--fields", '{"value": 39}');
});

afterAll(() => rmSync(folder, { recursive: true }));

function mark(surface: string, ...args: readonly string[]): void {
  const { stdout } = faktum(folder, [
    "query",
    "--format",
    "csv",
    `SELECT fact_id FROM evidence WHERE surface = '${surface}'`,
  ]);
  expect(faktum(folder, ["mark", stdout.split("\n")[1] ?? "", ...args])).toMatchObject({ status: 0, stderr: "" });
}

test("the facts of a database are scored against its marks", () => {
  const { status, stdout, stderr } = faktum(folder, ["eval", "--marks"]);
  expect([status, stderr]).toEqual([0, ""]);
  expect(stdout).toContain("percentage        P  66.7  R  66.7  F1  66.7   (right 2, invented 1, missed 1)\n");
  expect(stdout).toContain("[ar]              P 100.0  R 100.0  F1 100.0   (right 1, invented 0, missed 0)\n");
  expect(stdout).toMatch(/\nall +P +50\.0 +R +66\.7 .*\(right 2, invented 2, missed 1\)\n/u);
  expect(stdout).toMatch(/\nright +100\.0 % of 2 facts that were marked right are still found\n/u);
  expect(stdout).toMatch(/\nwrong +0\.0 % of 1 facts that were marked wrong are gone\n/u);
  expect(stdout).toMatch(/\ncorrected +0\.0 % of 1 facts that were corrected are now right\n$/u);
  expect(JSON.parse(faktum(folder, ["eval", "--marks", "--json"]).stdout)).toMatchObject({
    marks: 4,
    all: { right: 2 },
  });
});

test("marks are a gold file that eval reads, also when the articles are gone", () => {
  rmSync(path.join(folder, "ar.txt"));
  expect(faktum(folder, ["run", "."]).status).toBe(0);
  expect(faktum(folder, ["gc"]).status).toBe(0);
  expect(faktum(folder, ["export", "--gold", "marks.gold.jsonl"]).status).toBe(0);
  const lines = readFileSync(path.join(folder, "marks.gold.jsonl"), "utf8").trimEnd().split("\n");
  const gold = lines.map((line) => JSON.parse(line));
  expect(gold.map(({ lang }) => lang)).toEqual(["ar", "de", "de"]);
  for (const { text, facts } of gold) {
    for (const { start, end, surface } of facts) expect(text.slice(start, end)).toBe(surface);
  }
  expect(gold[2]).toMatchObject({
    facts: [{ kind: "percentage", surface: "38 Prozent", value: 39 }],
    skip: [{ start: 0 }, {}, {}],
  });
  const { status, stdout } = faktum(folder, ["eval", "--gold-language", "--json", "marks.gold.jsonl"]);
  expect([status, JSON.parse(stdout)]).toMatchObject([0, { lines: 3, all: { right: 2, invented: 2, missed: 1 } }]);
  expect(faktum(folder, ["export", "--gold", "marks.gold.jsonl"])).toMatchObject({ status: 2 });
});

test.each([
  ["neither marks nor files", ["eval"]],
  ["both", ["eval", "--marks", "gold.jsonl"]],
  ["marks and a baseline", ["eval", "--marks", "--baseline", "base.json"]],
])("%s ends with 2 and one line", (_, args) => {
  const { status, stdout, stderr } = faktum(folder, args);
  expect([status, stdout, stderr.trimEnd().split("\n").length]).toEqual([2, "", 1]);
});
