#!/usr/bin/env node
// Scores the built program on the gold files of a neighbouring folder, where there is one:
//   node .ci/score.mjs ../shared
// The program gets ids and texts only: no facts, no language. Ends with 1 when the bar is missed.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

/** What articles must reach, as shares of 1. */
const ARTICLES = [
  ["F1", (score) => score.all.f1, 0.98],
  ["item", (score) => score.attributes.item?.accuracy, 0.9],
  ["subject", (score) => score.attributes.subject?.accuracy, 0.75],
  ["modifier", (score) => score.attributes.modifier?.accuracy, 0.97],
  ["ref_type", (score) => score.attributes.ref_type?.accuracy, 1],
  ["when", (score) => score.attributes.when?.accuracy, 0.8],
  ["language", (score) => score.language?.accuracy, 1],
];
/** What single sentences must reach; what few of them state is not judged. */
const SENTENCES = [
  ["F1", (score) => score.all.f1, 0.95],
  ["item", (score) => score.attributes.item?.accuracy, 0.88],
  ["modifier", (score) => score.attributes.modifier?.accuracy, 0.95],
  ["exact span", (score) => score.attributes["exact span"]?.accuracy, 0.93],
];
const JUDGED = "seeds.jsonl";

const PROGRAM = path.resolve(import.meta.dirname, "../dist/pipeline/cli/main.js");
const shared = path.resolve(process.argv[2] ?? "../shared");
const gold = path.join(shared, "gold");
const scorer = path.join(shared, "score/score.mjs");
const folder = mkdtempSync(path.join(tmpdir(), "faktum-score-"));

try {
  const files = readdirSync(gold).filter((file) => file === JUDGED || /^dev\..*\.jsonl$/u.test(file));
  if (!files.includes(JUDGED)) throw new Error(`${gold} holds no ${JUDGED}`);
  for (const file of files) {
    judge(file, scoreOf(path.join(gold, file)), file === JUDGED ? ARTICLES : SENTENCES);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** Prints the scorer's report of one gold file, and returns its figures. */
function scoreOf(file) {
  const name = path.basename(file);
  const input = path.join(folder, `in.${name}`);
  const output = path.join(folder, `out.${name}`);
  const lines = readFileSync(file, "utf8")
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line));
  writeFileSync(input, lines.map(({ id, text }) => `${JSON.stringify({ id, text })}\n`).join(""));
  writeFileSync(output, run([PROGRAM, "extract", input]));
  console.log(`\n${name}\n${run([scorer, file, output])}`);
  return JSON.parse(run([scorer, file, output, "--json"]));
}

function judge(file, score, bar) {
  for (const [name, read, least] of bar) {
    const value = read(score);
    if (value !== undefined && value >= least) continue;
    console.log(`below the bar: ${file}: ${name} is ${value?.toFixed(4) ?? "absent"}, must be at least ${least}`);
    process.exitCode = 1;
  }
}

function run(args) {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: "utf8", maxBuffer: 1 << 28 });
  if (status !== 0) throw new Error(`${path.basename(args[0])} ended with ${status}: ${stderr}`);
  return stdout;
}
