import { rmSync } from "node:fs";
import path from "node:path";
import { type CorpusFolder, type GeneratedCorpus, sizeOf } from "./generated-corpus.js";
import { type ProcessStart, secondsOfCommand, takenInProcess } from "./measured-process.js";
import type { RunTask, Taken } from "./run-task.js";
import { secondsWithThreads } from "./thread-speed.js";

/** What the comparisons work on. */
export interface RunBenchmark {
  /** For databases. */
  readonly folder: string;
  readonly corpus: GeneratedCorpus;
  /** How often what is compared takes turns; of each the best counts, the others were disturbed. */
  readonly rounds: number;
  readonly start: ProcessStart;
  /** The compiled command line. */
  readonly program: string;
}

/** So many of a sort are compared with what there is to compare them with: a ratio does not need all. */
const MOST_COMPARED = 10_000;
const MOST_FOR_THREADS = 2_000;
const PARTS = [1 / 4, 1 / 2, 1] as const;
const WHOLE = "whole.db";

/** Text articles: a run beside the floor for the very rows that it stored. */
export async function compareTexts({ folder, corpus, rounds, start }: RunBenchmark): Promise<void> {
  const texts = firstFolders(corpus.texts, MOST_COMPARED);
  const paths = pathsOf(texts);
  const stored = path.join(folder, "texts.db");
  const copy = path.join(folder, "floor.db");
  const taken = await inTurn(rounds, [
    async () => {
      removeDatabase(stored);
      return takenInProcess(start, { kind: "faktum", paths, database: stored });
    },
    async () => {
      removeDatabase(copy);
      return takenInProcess(start, { kind: "floor", stored, database: copy });
    },
  ]);
  removeDatabase(stored);
  removeDatabase(copy);
  console.log(`\n${title("text articles", texts)}`);
  printSpeeds(["faktum", "floor: read, decode, sha256, insert the same rows"], taken, texts);
  printRatio("CPU of faktum to the floor", cpuRatio(taken), "<= 2.5, goal 2.0");
}

/** Saved pages: a run beside linkedom and Readability alone. */
export async function comparePages({ folder, corpus, rounds, start }: RunBenchmark): Promise<void> {
  const pages = firstFolders(corpus.pages, MOST_COMPARED);
  const paths = pathsOf(pages);
  const database = path.join(folder, "pages.db");
  const taken = await inTurn(rounds, [
    async () => {
      removeDatabase(database);
      return takenInProcess(start, { kind: "faktum", paths, database });
    },
    () => takenInProcess(start, { kind: "readability", paths }),
  ]);
  removeDatabase(database);
  console.log(`\n${title("saved pages", pages)}`);
  printSpeeds(["faktum", "linkedom and Readability alone"], taken, pages);
  printRatio("CPU of faktum to theirs", cpuRatio(taken), "<= 1.25");
}

/** A quarter, half and all of the articles, and then all once more. */
export async function compareSizes({ folder, corpus, start, program }: RunBenchmark): Promise<void> {
  const all = [...corpus.texts, ...corpus.pages];
  console.log(`\n${title("text articles and saved pages", all)}`);
  let last: Taken | undefined;
  for (const part of PARTS) {
    const folders = [corpus.texts, corpus.pages].flatMap((sort) => sort.slice(0, Math.ceil(sort.length * part)));
    const database = path.join(folder, WHOLE);
    removeDatabase(database);
    const task: RunTask = { kind: "faktum", paths: pathsOf(folders), database };
    const taken = await takenInProcess(start, task);
    printSpeeds([`${taken.documents} articles`], [taken], folders);
    if (last !== undefined) printGrowth(last, taken);
    last = taken;
  }
  await compareSecondRun(pathsOf(all), path.join(folder, WHOLE), { start, program });
}

async function compareSecondRun(
  paths: readonly string[],
  database: string,
  { start, program }: Pick<RunBenchmark, "start" | "program">,
): Promise<void> {
  const command = [program, "run", ...paths, "--db", database, "--quiet"];
  const seconds = Math.min(
    await secondsOfCommand(command, start.signal),
    await secondsOfCommand(command, start.signal),
  );
  console.log(`${"the same once more, whole command".padEnd(LABEL)} ${seconds.toFixed(2)} s${bar("< 1 s for 20,000")}`);
}

/** Text to facts in one thread and in two, from texts in memory. */
export async function compareThreads({ corpus, start }: RunBenchmark): Promise<void> {
  const texts = firstFolders(corpus.texts, MOST_FOR_THREADS);
  const paths = pathsOf(texts);
  console.log(`\n${title("text to facts in threads", texts)}`);
  const one = await secondsWithThreads(start.script, paths, 1);
  const two = await secondsWithThreads(start.script, paths, 2);
  console.log(`${"1 thread, 2 threads".padEnd(LABEL)} ${one.toFixed(2)} s, ${two.toFixed(2)} s`);
  printRatio("speed of two threads to one", one / two, ">= 1.7 on two free cores");
}

/** The best of each by CPU time. */
async function inTurn(rounds: number, works: readonly (() => Promise<Taken>)[]): Promise<readonly Taken[]> {
  const best: Taken[] = [];
  for (let round = 0; round < rounds; round++) {
    for (const [index, work] of works.entries()) {
      const taken = await work();
      if (taken.cpu < (best[index]?.cpu ?? Number.POSITIVE_INFINITY)) best[index] = taken;
    }
  }
  return best;
}

function firstFolders(folders: readonly CorpusFolder[], most: number): readonly CorpusFolder[] {
  let files = 0;
  return folders.filter((folder) => {
    files += folder.files;
    return files <= most;
  });
}

function pathsOf(folders: readonly CorpusFolder[]): readonly string[] {
  return folders.map((folder) => folder.path);
}

function removeDatabase(file: string): void {
  for (const ending of ["", "-wal", "-shm"]) rmSync(`${file}${ending}`, { force: true });
}

const LABEL = 50;
const COLUMNS = ["CPU s", "ms each", "wall s", "each/s", "MB/s", "peak MB"];

function title(name: string, folders: readonly CorpusFolder[]): string {
  const { files, bytes } = sizeOf(folders);
  const head = `${name}: ${files}, ${(bytes / 1e6).toFixed(0)} MB`.padEnd(LABEL);
  return `${head} ${COLUMNS.map((column) => column.padStart(9)).join("")}`;
}

function printSpeeds(names: readonly string[], all: readonly Taken[], folders: readonly CorpusFolder[]): void {
  const { files, bytes } = sizeOf(folders);
  for (const [index, { cpu, wall, peak, documents }] of all.entries()) {
    if (documents !== files)
      throw new Error(`${names[index]}: ${documents} of ${files} articles; see what it says above`);
    const columns = [cpu.toFixed(2), ((cpu * 1000) / files).toFixed(2), wall.toFixed(2), (files / wall).toFixed(0)];
    const row = [...columns, (bytes / 1e6 / wall).toFixed(1), peak.toFixed(0)].map((column) => column.padStart(9));
    console.log(`${(names[index] ?? "").padEnd(LABEL)} ${row.join("")}`);
  }
}

/** Both per article: 1.00 is linear. */
function printGrowth(before: Taken, after: Taken): void {
  const times = after.documents / before.documents;
  const cpu = after.cpu / before.cpu / times;
  const wall = after.wall / before.wall / times;
  const name = `  to ${times.toFixed(2)} times as many: CPU, wall, peak memory`;
  const ratios = [cpu, wall, after.peak / before.peak].map((ratio) => ratio.toFixed(2)).join(", ");
  console.log(`${name.padEnd(LABEL)} ${ratios}${bar("0.90 to 1.10 an article; memory 0.85 to 1.15")}`);
}

function printRatio(name: string, ratio: number, aim: string): void {
  console.log(`${name.padEnd(LABEL)} ${ratio.toFixed(2)}${bar(aim)}`);
}

function bar(aim: string): string {
  return `   (bar: ${aim})`;
}

function cpuRatio([own, other]: readonly Taken[]): number {
  return own === undefined || other === undefined ? Number.NaN : own.cpu / other.cpu;
}
