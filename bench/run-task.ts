import { readFileSync } from "node:fs";
import { Readability } from "@mozilla/readability";
import { parseHTML } from "linkedom";
import { filesUnder } from "./files-under.js";
import { readyRows, writeFloor } from "./floor.js";
import { usualRun } from "./usual-run.js";

/** Something that is measured in a process of its own. */
export type RunTask =
  /** A run of faktum over folders into a new or known database. */
  | { readonly kind: "faktum"; readonly paths: readonly string[]; readonly database: string }
  /** The floor for what a run has stored in `stored`. */
  | { readonly kind: "floor"; readonly stored: string; readonly database: string }
  /** linkedom and Readability alone over the pages in folders. */
  | { readonly kind: "readability"; readonly paths: readonly string[] };

/** What a task took, without the start of its process. */
export interface Taken {
  readonly documents: number;
  /** Seconds by the clock. */
  readonly wall: number;
  /** Seconds of all threads. */
  readonly cpu: number;
  /** Peak memory of the process, MB. */
  readonly peak: number;
}

/** Does a task and tells what it took. What the floor has ready in memory is not counted, but is part of its peak. */
export async function takenBy(task: RunTask): Promise<Taken> {
  switch (task.kind) {
    case "faktum":
      return measured(() => runFaktum(task));
    case "floor": {
      const batches = readyRows(task.stored);
      return measured(() => writeFloor(task.database, batches));
    }
    case "readability": {
      const files = filesUnder(task.paths);
      return measured(() => readPages(files));
    }
  }
}

async function measured(work: () => number | Promise<number>): Promise<Taken> {
  const begun = performance.now();
  const before = process.cpuUsage();
  const documents = await work();
  const { user, system } = process.cpuUsage(before);
  const wall = (performance.now() - begun) / 1000;
  return { documents, wall, cpu: (user + system) / 1e6, peak: process.resourceUsage().maxRSS / 1024 };
}

async function runFaktum({ paths, database }: Extract<RunTask, { kind: "faktum" }>): Promise<number> {
  const { documents } = await usualRun(paths, database);
  return documents.extracted;
}

function readPages(files: readonly string[]): number {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let articles = 0;
  for (const file of files) {
    const { document } = parseHTML(decoder.decode(readFileSync(file)));
    if (new Readability(document).parse()?.textContent) articles += 1;
  }
  return articles;
}
