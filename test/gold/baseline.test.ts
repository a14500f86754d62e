import { readdirSync } from "node:fs";
import path from "node:path";
import { formatComparison } from "../../pipeline/cli/format-comparison.js";
import { answerGold } from "../../pipeline/runtime/answer-gold.js";
import { baselineOf, readBaseline } from "../../pipeline/runtime/baseline.js";
import { type Comparison, compareBaseline } from "../../pipeline/runtime/compare-baseline.js";
import { evaluate } from "../../pipeline/runtime/evaluation.js";
import type { LineMatch } from "../../pipeline/runtime/match-facts.js";
import { packageRoot } from "../../pipeline/runtime/package-root.js";
import { shippedLexicons } from "../support/facts-of.js";

const FOLDERS = ["seeds", "test/gold"];
const BASELINE = path.join(packageRoot(), "test/gold/baseline.json");
const HINT = "docs/commands.md tells how a baseline is written anew";

/** Facts surer than this are right at least so often. */
const SURE = { above: 0.9, accuracy: 0.97 };

function goldFiles(): readonly string[] {
  return FOLDERS.flatMap((folder) =>
    readdirSync(path.join(packageRoot(), folder))
      .filter((name) => name.endsWith(".jsonl"))
      .sort()
      .map((name) => path.join(packageRoot(), folder, name)),
  );
}

async function answers(): Promise<readonly LineMatch[]> {
  const matches: LineMatch[] = [];
  for await (const { match, problem } of answerGold(goldFiles(), shippedLexicons(), { goldLanguage: false })) {
    if (match === undefined) throw new Error(problem);
    matches.push(match);
  }
  return matches;
}

let matches: readonly LineMatch[];
let comparison: Comparison;

beforeAll(async () => {
  matches = await answers();
  comparison = compareBaseline(await readBaseline(BASELINE), baselineOf(matches));
});

describe("the gold files", () => {
  test("are those of the baseline", () => {
    const { unknown, absent } = comparison;
    expect({ unknown, absent, hint: HINT }).toEqual({ unknown: [], absent: [], hint: HINT });
  });

  test("F1 of no language is below the baseline", () => {
    if (comparison.fallen.length > 0) throw new Error(`${formatComparison(comparison)}(${HINT})`);
  });

  test("sure facts are right", () => {
    const sure = evaluate(matches).calibration.filter(({ above }) => above >= SURE.above);
    const sum = (key: "right" | "of") => sure.reduce((total, band) => total + band[key], 0);
    expect(sum("of")).toBeGreaterThan(0);
    expect(sum("right") / sum("of")).toBeGreaterThanOrEqual(SURE.accuracy);
  });
});
