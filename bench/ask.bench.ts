#!/usr/bin/env node
// How long the pages take over a large store: node dist/bench/ask.bench.js [facts]
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { packageRoot } from "../pipeline/runtime/package-root.js";
import { openStore } from "../pipeline/store/open-store.js";
import { buildApp } from "../pipeline/web/build-app.js";
import { FactIndex } from "../pipeline/web/facts/fact-index.js";
import { QueryPool } from "../pipeline/web/sql/query-pool.js";
import { fillStore } from "./store-of-size.js";

const TURNS = 9;
const PAGE_MS = 200;
const SEARCH_MS = 100;
const FIND_MS = 300;
const QUESTIONS = [
  "more than 80% of households since 2023",
  "counts of schools above 50000",
  "amounts of at least 90000 EUR in German articles",
  "percentages above 99",
  "top 10 percentages",
  "latest percentages",
] as const;
const facts = Number(process.argv[2] ?? 1_000_000);
const folder = mkdtempSync(path.join(tmpdir(), "faktum-ask-"));
const file = path.join(folder, "facts.db");

try {
  const languages = readdirSync(path.join(packageRoot(), "lexicons"), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== "shared")
    .map((entry) => entry.name);
  const begun = performance.now();
  fillStore(file, facts, languages);
  console.log(`${facts} facts stored in ${seconds(begun)} s`);
  const store = openStore(file, { mode: "read" });
  const queries = new QueryPool({ database: file });
  const app = buildApp(
    { store, queries, facts: new FactIndex(store) },
    { host: "127.0.0.1", failed: (error) => console.error(error) },
  );
  const ask = async (place: string): Promise<void> => {
    const answer = await app.request(place, { headers: { host: "localhost" } });
    if (answer.status !== 200) throw new Error(`${place}: ${answer.status}`);
    await answer.text();
  };
  const first = performance.now();
  await ask("/facts");
  console.log(`the first page, with all facts gone over: ${seconds(first)} s`);
  const [language = "und"] = languages;
  await measure("overview", PAGE_MS, () => ask("/"));
  await measure("facts", PAGE_MS, () => ask("/facts"));
  await measure("facts by value", PAGE_MS, () => ask("/facts?sort=value-down"));
  await measure("a facet", PAGE_MS, () => ask("/facts?kind=count"));
  await measure("four facets", PAGE_MS, () => ask(`/facts?kind=count&language=${language}&concept=school&year=2024`));
  await measure("values between", PAGE_MS, () => ask("/facts?unit=%25&min=80&max=90"));
  await measure("far down the list", PAGE_MS, () => ask("/facts?after=2015-05-15__500000_0"));
  await measure("an article", PAGE_MS, () => ask("/articles/1000"));
  await measure("a fact", PAGE_MS, () => ask(`/facts/1000/${"0".repeat(32)}`));
  // Each word once, so that no answer is known already.
  await measure("full text, rare words", SEARCH_MS, (turn) => ask(`/facts?q=word${15_000 + turn}`));
  await measure("full text, two words", SEARCH_MS, (turn) => ask(`/facts?q=word${turn}+word${turn + 20}`));
  await measure("full text, common words", SEARCH_MS, (turn) => ask(`/facts?q=word${turn}`));
  for (const question of QUESTIONS) {
    await measure(`find: ${question}`, FIND_MS, () => ask(`/find?${new URLSearchParams({ q: question })}`));
  }
  queries.close();
  store.close();
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** Prints the median beside its bar. */
async function measure(name: string, bar: number, work: (turn: number) => Promise<void>): Promise<void> {
  const taken: number[] = [];
  for (let turn = 0; turn < TURNS; turn++) {
    const begun = performance.now();
    await work(turn);
    taken.push(performance.now() - begun);
  }
  const median = taken.sort((one, other) => one - other)[TURNS >> 1] ?? 0;
  console.log(`${name.padEnd(26)} ${median.toFixed(0).padStart(5)} ms, bar ${bar} ms${median > bar ? ": ABOVE" : ""}`);
}

function seconds(since: number): string {
  return ((performance.now() - since) / 1000).toFixed(1);
}
