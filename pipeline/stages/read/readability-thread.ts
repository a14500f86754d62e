import { Worker } from "node:worker_threads";
import type { Readable, ReadableFinder } from "./readable-finder.js";

export interface ReadabilityThreadOptions {
  /** Milliseconds for a page, from when the thread begins with it. */
  readonly limit?: number;
  /** The compiled file that the thread runs: it says `ready`, then answers each source. */
  readonly script?: URL;
}

const LIMIT = 3_000;
/** Of heap; the longest sources that Readability is asked about were read within 100. */
const MOST_MEGABYTES = 512;

/**
 * Runs Readability in a thread of its own: on some pages it does not end, and only a thread can be stopped. The thread
 * starts with the first page, takes one page at a time, keeps no process alive, and is started anew after a page that
 * took longer than the limit.
 */
export class ReadabilityThread {
  readonly #limit: number;
  readonly #script: URL;
  #worker: Promise<Worker> | undefined;
  #last: Promise<unknown> = Promise.resolve();

  constructor({ limit = LIMIT, script = compiledWorker() }: ReadabilityThreadOptions = {}) {
    this.#limit = limit;
    this.#script = script;
  }

  readonly find: ReadableFinder = (source) => {
    const answer = this.#last.then(() => this.#ask(source));
    this.#last = answer;
    return answer;
  };

  /** Stops the thread; the next page starts another. */
  async close(): Promise<void> {
    const worker = await this.#worker?.catch(() => undefined);
    this.#worker = undefined;
    await worker?.terminate();
  }

  async #ask(source: string): Promise<Readable> {
    try {
      this.#worker ??= startedWorker(this.#script);
      const worker = await this.#worker;
      const answer = await answerOf(worker, source, this.#limit);
      if ("missing" in answer && answer.missing === "timeout") await this.close();
      return answer;
    } catch {
      // A thread that cannot start, or ran out of memory over the page: its rules alone must do.
      await this.close();
      return { missing: "failed" };
    }
  }
}

let shared: ReadabilityThread | undefined;

/** Asks the process's one thread for Readability, which is started with the first page. */
export const findInThread: ReadableFinder = (source) => {
  shared ??= new ReadabilityThread();
  return shared.find(source);
};

/** Node loads no TypeScript in a thread: what runs from the sources, as the tests do, takes the compiled worker. */
function compiledWorker(): URL {
  const here = import.meta.url;
  const compiled = here.endsWith(".ts") ? "../../../dist/pipeline/stages/read/" : "./";
  return new URL(`${compiled}readability-worker.js`, here);
}

/** The thread once it has loaded what it needs, so that loading is not counted against the first page. */
function startedWorker(script: URL): Promise<Worker> {
  return new Promise((resolve, reject) => {
    // Without the process's own flags: of some, as `--input-type`, Node says that a thread's file does not go with them.
    const worker = new Worker(script, { execArgv: [], resourceLimits: { maxOldGenerationSizeMb: MOST_MEGABYTES } });
    // These stay when the thread is ready: an error that nobody listens to would end the process.
    worker.on("error", reject);
    worker.on("exit", () => reject(new Error("the thread ended before it was ready")));
    worker.once("message", () => {
      worker.unref();
      resolve(worker);
    });
  });
}

function answerOf(worker: Worker, source: string, limit: number): Promise<Readable> {
  return new Promise((resolve, reject) => {
    const done = () => {
      clearTimeout(timer);
      worker.off("message", answered);
      worker.off("error", failed);
      worker.off("exit", failed);
      worker.unref();
    };
    const answered = (answer: Readable) => {
      done();
      resolve(answer);
    };
    const failed = (error: unknown) => {
      done();
      reject(error);
    };
    const timer = setTimeout(() => {
      done();
      resolve({ missing: "timeout" });
    }, limit);
    worker.on("message", answered);
    worker.on("error", failed);
    worker.on("exit", failed);
    // While it works on a page it keeps the process alive, or a run would end in the middle.
    worker.ref();
    worker.postMessage(source);
  });
}
