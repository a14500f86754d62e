import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { sizeOf, writeCorpus } from "./generated-corpus.js";
import { comparePages, compareSizes, compareTexts, compareThreads } from "./run-comparisons.js";
import { type RunTask, takenBy } from "./run-task.js";
import { serveThread, type ThreadShare } from "./thread-speed.js";

/**
 * Whole runs over generated articles, half text and half saved pages: text articles beside what reading, hashing and
 * inserting the same rows takes alone, pages beside linkedom and Readability alone; a quarter, half and all of the
 * articles, and all once more unchanged; text to facts in one thread and in two. Each is measured in a process of its own,
 * and each ratio is printed with the bar that it should keep.
 *
 *     node dist/bench/run.bench.js [articles; default: 20000] [rounds of the first two comparisons; default: 3]
 */

const ARTICLES = 20_000;
const LEAST_ARTICLES = 100;
const ROUNDS = 3;

const [first = String(ARTICLES), second = String(ROUNDS)] = process.argv.slice(2);
if (first === "--task") await doTask(JSON.parse(second) as RunTask | ThreadShare);
else await compareAll(Number(first), Number(second));

async function doTask(task: RunTask | ThreadShare): Promise<void> {
  if (task.kind === "thread") await serveThread(task);
  else process.stdout.write(JSON.stringify(await takenBy(task)));
}

async function compareAll(articles: number, rounds: number): Promise<void> {
  if (!(articles >= LEAST_ARTICLES) || !(rounds >= 1)) {
    throw new Error(`${first}, ${second}: give a number of articles, at least ${LEAST_ARTICLES}, and of rounds`);
  }
  const script = fileURLToPath(import.meta.url);
  const program = path.resolve(path.dirname(script), "../pipeline/cli/main.js");
  const folder = mkdtempSync(path.join(tmpdir(), "faktum-bench-"));
  const signal = endOnSignal(folder);
  try {
    const begun = performance.now();
    const corpus = writeCorpus(path.join(folder, "corpus"), { articles });
    const { bytes } = sizeOf([...corpus.texts, ...corpus.pages]);
    const seconds = (performance.now() - begun) / 1000;
    console.log(`${articles} articles in ${(bytes / 1e6).toFixed(0)} MB, written in ${seconds.toFixed(1)} s`);
    const benchmark = { folder, corpus, rounds, start: { script, signal }, program };
    await compareTexts(benchmark);
    await comparePages(benchmark);
    await compareSizes(benchmark);
    await compareThreads(benchmark);
  } finally {
    remove(folder);
  }
}

/** Ends what is under way, and leaves nothing behind, when the benchmark is interrupted. */
function endOnSignal(folder: string): AbortSignal {
  const stop = new AbortController();
  const end = (exitCode: number) => {
    stop.abort();
    remove(folder);
    process.exit(exitCode);
  };
  process.once("SIGINT", () => end(130));
  process.once("SIGTERM", () => end(143));
  return stop.signal;
}

function remove(folder: string): void {
  // A process that was just stopped may still be writing.
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}
