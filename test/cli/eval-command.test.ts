import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { faktum } from "./faktum-process.js";

const TEXT = "Die Mobilfunkabdeckung der Haushalte in der Region liegt nach Angaben der Behörden bei 80,47 Prozent.";
const START = TEXT.indexOf("80,47");
const FACT = { kind: "percentage", start: START, end: TEXT.length - 1, value: 80.47, unit: "%" };

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "faktum-eval-"));
  mkdirSync(path.join(folder, "gold"));
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

function writeGold(lines: readonly unknown[]): string {
  const text = lines.map((line) => (typeof line === "string" ? line : JSON.stringify(line))).join("\n");
  writeFileSync(path.join(folder, "gold", "gold.jsonl"), text);
  return "gold/gold.jsonl";
}

describe("faktum eval", () => {
  test("scores texts and files beside the gold file", () => {
    writeFileSync(path.join(folder, "gold", "article.txt"), TEXT);
    const gold = writeGold([
      { id: "text", lang: "de", text: TEXT, facts: [FACT] },
      { id: "file", lang: "de", file: "article.txt", facts: [FACT] },
    ]);
    const { status, stdout, stderr } = faktum(folder, ["eval", gold]);
    expect([status, stderr]).toEqual([0, ""]);
    expect(stdout).toMatch(
      /^percentage +P 100\.0 {2}R 100\.0 {2}F1 100\.0 {3}\(right 2, invented 0, missed 0\)\n\[de\] /u,
    );
    expect(stdout).toMatch(/\nall +P 100\.0 /u);
    expect(stdout).toMatch(/\nlanguage +100\.0 % of 2 lines\nsure 0\.95-1 +100\.0 % of 2 found facts \(right 2\)\n$/u);
  });

  test("--json gives the scores as data", () => {
    const gold = writeGold([{ id: "text", lang: "de", text: TEXT, facts: [{ ...FACT, value: 81 }] }]);
    expect(JSON.parse(faktum(folder, ["eval", "--json", gold]).stdout)).toMatchObject({
      lines: 1,
      all: { right: 0, invented: 1, missed: 1, f1: 0 },
      calibration: [{ above: 0.95, upTo: 1, accuracy: 0, right: 0, of: 1 }],
      confusions: { "percentage -> percentage": 1 },
    });
  });

  test("--errors shows so many mistakes with their place", () => {
    const gold = writeGold([{ id: "text", lang: "de", text: TEXT, facts: [{ ...FACT, value: 81 }] }]);
    const both = faktum(folder, ["eval", "--errors", "2", gold]).stdout;
    expect(both).toMatch(/\nmissed {3}de text percentage \{"value":81,.*found instead: percentage \{"value":80\.47,/u);
    expect(both).toMatch(/\ninvented de text percentage \{"value":80\.47,.*\n {9}.* bei ⟦80,47 Prozent⟧\.\n$/u);
    expect(faktum(folder, ["eval", "--errors", "1", gold]).stdout).not.toContain("invented de");
  });

  test("--gold-language believes the gold file", () => {
    const gold = writeGold([{ id: "text", lang: "id", text: TEXT, facts: [] }]);
    expect(faktum(folder, ["eval", gold]).stdout).toMatch(/\nlanguage +0\.0 % of 1 lines\n/u);
    expect(faktum(folder, ["eval", "--gold-language", gold]).stdout).toMatch(/language +100\.0 % of 1 lines\n/u);
  });

  test.each<readonly [string, unknown, RegExp]>([
    ["a line that is not JSON", "{", /^faktum: gold\/gold\.jsonl:2: not JSON: /u],
    ["a line without facts", { id: "a", text: "" }, /^faktum: gold\/gold\.jsonl:2: facts: /u],
    ["a file that is not there", { id: "a", file: "no.txt", facts: [] }, /^faktum: gold\/gold\.jsonl:2: .*no\.txt: /u],
  ])("%s is told with its place, the others are scored, exit code 1", (_, line, message) => {
    const gold = writeGold([{ id: "text", lang: "de", text: TEXT, facts: [FACT] }, line]);
    const { status, stdout, stderr } = faktum(folder, ["eval", gold]);
    expect(status).toBe(1);
    expect(stderr).toMatch(message);
    expect(stdout).toMatch(/\nall +P 100\.0 /u);
  });

  test("--baseline passes on the outcome that --write-baseline wrote, and is the same file each time", () => {
    const gold = writeGold([{ id: "text", lang: "de", text: TEXT, facts: [FACT] }]);
    expect(faktum(folder, ["eval", "--write-baseline", "a.json", gold]).status).toBe(0);
    expect(faktum(folder, ["eval", "--write-baseline", "b.json", gold]).status).toBe(0);
    expect(readFileSync(path.join(folder, "a.json"))).toEqual(readFileSync(path.join(folder, "b.json")));
    const { status, stdout } = faktum(folder, ["eval", "--baseline", "a.json", gold]);
    expect(status).toBe(0);
    expect(stdout).toMatch(/\nagainst the baseline\nall +F1 100\.00 -> 100\.00\nde .*\nno fact gained or lost\n$/u);
  });

  test("--baseline names the facts lost and gained, exit code 1 when an F1 fell", () => {
    const right = writeGold([{ id: "text", lang: "de", text: TEXT, facts: [FACT] }]);
    expect(faktum(folder, ["eval", "--write-baseline", "right.json", right]).status).toBe(0);
    const wrong = writeGold([{ id: "text", lang: "de", text: TEXT, facts: [{ ...FACT, value: 81 }] }]);
    const { status, stdout } = faktum(folder, ["eval", "--baseline", "right.json", wrong]);
    expect(status).toBe(1);
    expect(stdout).toContain(
      [
        "de             F1 100.00 ->   0.00",
        "[de] percentage",
        "  gained   invented text percentage 80.47 % ⟦80,47 Prozent⟧",
        "  lost     right    text percentage 80.47 % ⟦80,47 Prozent⟧",
        "F1 fell: all, de\n",
      ].join("\n"),
    );
    const scores = JSON.parse(faktum(folder, ["eval", "--json", "--baseline", "right.json", wrong]).stdout);
    expect(scores).toMatchObject({ all: { f1: 0 }, comparison: { fallen: ["all", "de"] } });
  });

  test.each<readonly [string, string, number, RegExp]>([
    ["a baseline that is not there", "no.json", 1, /^faktum: no\.json: there is no such file; /u],
    ["a baseline that is none", "gold/gold.jsonl", 2, /^faktum: gold\/gold\.jsonl: not a baseline; write it again /u],
    ["a baseline of other lines", "other.json", 2, /^faktum: the baseline knows no line of these gold files; /u],
  ])("%s", (_, baseline, code, message) => {
    writeFileSync(path.join(folder, "other.json"), '{"lines": {}}');
    const gold = writeGold([{ id: "text", lang: "de", text: TEXT, facts: [FACT] }]);
    const { status, stdout, stderr } = faktum(folder, ["eval", "--baseline", baseline, gold]);
    expect([status, stdout]).toEqual([code, ""]);
    expect(stderr).toMatch(message);
  });

  test("no baseline is written over lines that failed, nor of two lines with one id", () => {
    const line = { id: "text", lang: "de", text: TEXT, facts: [FACT] };
    const failed = faktum(folder, ["eval", "--write-baseline", "none.json", writeGold([line, "{"])]);
    expect(failed.status).toBe(1);
    expect(failed.stderr).toMatch(/\nfaktum: none\.json: not written, because gold lines failed\n$/u);
    const twice = faktum(folder, ["eval", "--write-baseline", "none.json", writeGold([line, line])]);
    expect(twice.status).toBe(2);
    expect(twice.stderr).toMatch(/^faktum: two gold lines have the id text; /u);
    expect(existsSync(path.join(folder, "none.json"))).toBe(false);
  });

  test("a gold file that is not there", () => {
    const { status, stderr } = faktum(folder, ["eval", "no.jsonl"]);
    expect(status).toBe(1);
    expect(stderr).toMatch(/^faktum: no\.jsonl: there is no such file; /u);
  });
});
