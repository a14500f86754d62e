import { Piscina } from "piscina";
import type { RegisteredLexicon } from "../store/register-lexicons.js";
import type { WorkBatch, WorkResult } from "./extraction-worker.js";
import { FaktumError } from "./faktum-error.js";

export interface PoolOptions {
  readonly workers: number;
  /** Of heap, for a worker. */
  readonly megabytes: number;
  /** The compiled file that a worker runs. */
  readonly script?: URL;
}

/** What a batch is sent to a worker as, beside what the pool adds. */
export type PoolBatch = Pick<WorkBatch, "items" | "maxBytes" | "careful"> & {
  /** Seconds for an item. */
  readonly limit: number;
};

/** How a batch ended that has no result. */
export interface BrokenBatch {
  /** The item that the worker was at; below 0 when it had not begun. */
  readonly at: number;
  readonly cause: "crash" | "memory" | "timeout";
  readonly message: string;
}

/** How often workers are looked after, in ms. */
const WATCH_INTERVAL = 200;

/**
 * Threads that work through batches. One that breaks down, runs out of memory or takes too long over an item is ended and
 * replaced; the batch then comes back with the place of the item. Starts threads as they are needed and must be closed.
 */
export class WorkerPool {
  readonly #pool: Piscina;
  readonly #watched = new Set<WatchedBatch>();
  #timer: NodeJS.Timeout | undefined;

  constructor({ workers, megabytes, script = compiledWorker() }: PoolOptions) {
    this.#pool = new Piscina({
      filename: script.href,
      minThreads: 1,
      maxThreads: workers,
      // A thread takes as long to start as some hundred articles to be read; one that has nothing to do holds memory.
      idleTimeout: 60_000,
      // Without the process's own flags: of some, as `--input-type`, Node says that a thread's file does not go with them.
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: megabytes },
    });
    // What a thread dies of is told to whoever waits for its batch.
    this.#pool.on("error", () => undefined);
  }

  /** Rejects with a FaktumError only when no worker can be started. */
  async work({ limit, ...batch }: PoolBatch): Promise<WorkResult | BrokenBatch> {
    const watched = new WatchedBatch(limit);
    this.#watch(watched);
    try {
      const task: WorkBatch = { ...batch, progress: watched.progress };
      return await this.#pool.run(task, { name: "workThrough", signal: watched.signal });
    } catch (error) {
      return brokenBatch(watched, error);
    } finally {
      this.#unwatch(watched);
    }
  }

  /** What the workers' lexicons are. Rejects with LexiconError for broken ones. */
  async lexicons(): Promise<readonly RegisteredLexicon[]> {
    return await this.#pool.run(undefined, { name: "describeLexicons" });
  }

  async close(): Promise<void> {
    clearInterval(this.#timer);
    await this.#pool.destroy();
  }

  #watch(batch: WatchedBatch): void {
    this.#watched.add(batch);
    this.#timer ??= setInterval(() => {
      for (const each of this.#watched) each.look();
    }, WATCH_INTERVAL).unref();
  }

  #unwatch(batch: WatchedBatch): void {
    this.#watched.delete(batch);
    if (this.#watched.size > 0) return;
    clearInterval(this.#timer);
    this.#timer = undefined;
  }
}

/** A batch that is being worked on, and since when on which item. */
class WatchedBatch {
  readonly progress = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT);
  readonly #at = new Int32Array(this.progress);
  readonly #controller = new AbortController();
  readonly #limit: number;
  #last = 0;
  #since = performance.now();

  /** `limit`: seconds for an item. */
  constructor(limit: number) {
    this.#limit = limit;
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** From 0; below it while no item is begun. */
  get at(): number {
    return Atomics.load(this.#at, 0) - 1;
  }

  look(): void {
    const now = performance.now();
    if (this.at !== this.#last) {
      this.#last = this.at;
      this.#since = now;
    } else if (this.at >= 0 && now - this.#since > this.#limit * 1000) {
      this.#controller.abort();
    }
  }
}

function brokenBatch(batch: WatchedBatch, error: unknown): BrokenBatch {
  const message =
    typeof error === "object" && error !== null && "message" in error ? String(error.message) : String(error);
  const code = typeof error === "object" && error !== null && "code" in error ? error.code : undefined;
  if (batch.at < 0) {
    // A lexicon that is broken says so itself, in one line with the remedy.
    if (typeof code === "string" && code.startsWith("lexicon.")) throw error;
    throw new FaktumError(
      "runtime.no-worker",
      `no worker thread can be started: ${message}; check the memory, or install again`,
      {
        exitCode: 4,
        cause: error,
      },
    );
  }
  if (batch.signal.aborted) return { at: batch.at, cause: "timeout", message };
  return { at: batch.at, cause: code === "ERR_WORKER_OUT_OF_MEMORY" ? "memory" : "crash", message };
}

/** Node loads no TypeScript in a thread: what runs from the sources, as the tests do, takes the compiled file. */
function compiledWorker(): URL {
  const here = import.meta.url;
  return new URL(`${here.endsWith(".ts") ? "../../dist/pipeline/runtime/" : "./"}extraction-worker.js`, here);
}
