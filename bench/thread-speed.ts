import { once } from "node:events";
import { readFileSync } from "node:fs";
import { parentPort, Worker } from "node:worker_threads";
import { analyse } from "../pipeline/runtime/analyse.js";
import { cachedLexicons } from "../pipeline/runtime/cached-lexicons.js";
import { documentFromText } from "../pipeline/stages/1-read.js";
import { filesUnder } from "./files-under.js";

/** One thread's share of the files: those at `from`, `from + step` and so on. */
export interface ThreadShare {
  readonly kind: "thread";
  readonly folders: readonly string[];
  readonly from: number;
  readonly step: number;
}

const ROUNDS = 3;

/**
 * Seconds that text to facts takes by the clock with so many threads, each with an equal share of the files under
 * `folders`; the best of several rounds, of which the first is a warm-up. `script` starts a thread: it calls
 * `serveThread` with the share that it gets as JSON in its last argument.
 */
export async function secondsWithThreads(script: string, folders: readonly string[], threads: number): Promise<number> {
  const workers = Array.from({ length: threads }, (_, from) => {
    const share: ThreadShare = { kind: "thread", folders, from, step: threads };
    return new Worker(script, { argv: ["--task", JSON.stringify(share)] });
  });
  try {
    await Promise.all(workers.map((worker) => once(worker, "message")));
    let best = Number.POSITIVE_INFINITY;
    for (let round = 0; round <= ROUNDS; round++) {
      const begun = performance.now();
      const done = workers.map((worker) => once(worker, "message"));
      for (const worker of workers) worker.postMessage("go");
      await Promise.all(done);
      if (round > 0) best = Math.min(best, (performance.now() - begun) / 1000);
    }
    return best;
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}

/** Makes this thread ready, and then finds the facts of its share each time that it is told to. */
export async function serveThread({ folders, from, step }: ThreadShare): Promise<void> {
  const port = parentPort;
  if (port === null) throw new Error("a share of the files is for a thread; start the benchmark without --task");
  const lexicons = await cachedLexicons();
  const files = filesUnder(folders);
  const texts = files.filter((_, at) => at % step === from).map((path) => ({ path, text: readFileSync(path, "utf8") }));
  port.on("message", () => {
    for (const text of texts) analyse(documentFromText(text, lexicons.boilerplate), lexicons, { fingerprint: true });
    port.postMessage("done");
  });
  port.postMessage("ready");
}
