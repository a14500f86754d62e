import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { buildProgram } from "../../pipeline/cli/program.js";
import type { Fact } from "../../pipeline/model/fact.js";
import { answerGold } from "../../pipeline/runtime/answer-gold.js";
import { evaluate } from "../../pipeline/runtime/evaluation.js";
import { factFields } from "../../pipeline/runtime/fact-fields.js";
import type { LineMatch } from "../../pipeline/runtime/match-facts.js";
import { packageRoot } from "../../pipeline/runtime/package-root.js";
import { manualCommands, missingScripts, wrongCalls } from "../readme/manual-commands.js";
import { linkedFiles } from "../readme/manual-tables.js";
import { factsOf, shippedLexicons } from "../support/facts-of.js";
import { accuracyTables } from "./accuracy-tables.js";

const ROOT = packageRoot();
const PAGE = readFileSync(path.join(ROOT, "docs/accuracy.md"), "utf8");
const UNSEEN = "test/fixtures/accuracy/unseen.gold.jsonl";

async function matchesOf(files: readonly string[]): Promise<readonly LineMatch[]> {
  const matches: LineMatch[] = [];
  const paths = files.map((file) => path.join(ROOT, file));
  for await (const { match, problem } of answerGold(paths, shippedLexicons(), { goldLanguage: false })) {
    if (match === undefined) throw new Error(problem);
    matches.push(match);
  }
  return matches;
}

function goldIn(folder: string): readonly string[] {
  const names = readdirSync(path.join(ROOT, folder)).filter((name) => name.endsWith(".jsonl"));
  return names.sort().map((name) => `${folder}/${name}`);
}

/** Rows of the page's table whose first column is headed so. */
function rowsUnder(head: string): readonly string[] {
  const lines = PAGE.split("\n");
  const start = lines.findIndex((line) => line.startsWith(`| ${head} |`)) + 2;
  const end = lines.findIndex((line, index) => index >= start && !line.startsWith("|"));
  return lines.slice(start, end);
}

let tables: ReturnType<typeof accuracyTables>;

beforeAll(async () => {
  tables = accuracyTables(await matchesOf([...goldIn("seeds"), ...goldIn("test/gold")]));
});

test.each([["gold of"], ["facts"], ["F1 of"], ["attribute"], ["confidence"], ["language of"]])(
  'the table "%s" has the figures of this evaluation: copy the rows received here where they differ',
  (head) => {
    expect(tables[head]).toEqual(rowsUnder(head));
  },
);

test("the outcome on the unseen sentences is no worse than it is told", async () => {
  const { all } = evaluate(await matchesOf([UNSEEN]));
  const told = /Of (?<facts>[0-9]+) facts (?<right>[0-9]+) were found and (?<invented>[0-9]+|none) invented/u.exec(
    PAGE,
  );
  const { facts, right, invented } = told?.groups ?? {};
  expect(all.right + all.missed).toBe(Number(facts));
  expect(all.right).toBeGreaterThanOrEqual(Number(right));
  expect(all.invented).toBeLessThanOrEqual(invented === "none" ? 0 : Number(invented));
});

describe("the known weaknesses", () => {
  const rows = rowsUnder("in").map((line) => line.split(" | ").map((cell) => cell.replace(/^\| | \|$/gu, "")));

  test("are several", () => {
    expect(rows.length).toBeGreaterThan(5);
  });

  test.each(rows)("%s: %s", (tag = "", text = "", found = "") => {
    expect(factsOf(tag.replaceAll("`", ""), text).map(told).join("; ")).toBe(found);
  });
});

test("commands and links of the page exist", () => {
  const scripts: Readonly<Record<string, string>> = JSON.parse(
    readFileSync(path.join(ROOT, "package.json"), "utf8"),
  ).scripts;
  expect(missingScripts(manualCommands(PAGE), scripts)).toEqual([]);
  expect(wrongCalls(manualCommands(PAGE), buildProgram())).toEqual([]);
  expect(linkedFiles(PAGE).filter((file) => !existsSync(path.join(ROOT, "docs", file)))).toEqual([]);
});

/** `money *450 Euro*, item x, subject y`: as the page tells a fact. */
function told(fact: Fact): string {
  const { item, subject, when } = factFields(fact);
  const said = Object.entries({ item, subject, when }).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name} ${value}`],
  );
  return [`${fact.mention.kind} *${fact.evidence.exact}*`, ...said].join(", ");
}
