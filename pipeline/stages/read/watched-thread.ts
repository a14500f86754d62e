import { Worker } from "node:worker_threads";

/** Why a question has no answer: the thread took longer than its limit, or it could not start or broke down over it. */
export interface Unanswered {
  readonly missing: "timeout" | "failed";
}

export interface WatchedThreadOptions {
  /** Milliseconds for a question, from when the thread begins with it. */
  readonly limit: number;
  /** Of heap. */
  readonly megabytes: number;
  /** The compiled file that the thread runs: it says `ready`, then answers each question. */
  readonly script: URL;
}

/**
 * Work in a thread of its own, for libraries that do not end on some files: only a thread can be stopped. It starts with
 * the first question, takes one at a time, keeps no process alive, and is started anew after one that took longer than the
 * limit or that it broke down over.
 */
export class WatchedThread<Question, Answer> {
  readonly #options: WatchedThreadOptions;
  #worker: Promise<Worker> | undefined;
  #last: Promise<unknown> = Promise.resolve();

  constructor(options: WatchedThreadOptions) {
    this.#options = options;
  }

  /** Never rejects. */
  ask(question: Question): Promise<Answer | Unanswered> {
    const answer = this.#last.then(() => this.#ask(question));
    this.#last = answer;
    return answer;
  }

  /** Stops the thread; the next question starts another. */
  async close(): Promise<void> {
    const worker = await this.#worker?.catch(() => undefined);
    this.#worker = undefined;
    await worker?.terminate();
  }

  async #ask(question: Question): Promise<Answer | Unanswered> {
    try {
      this.#worker ??= startedWorker(this.#options);
      const worker = await this.#worker;
      const answer = await answerOf<Answer>(worker, question, this.#options.limit);
      if (answer !== TIMEOUT) return answer;
      await this.close();
      return { missing: "timeout" };
    } catch {
      // It cannot start, ran out of memory, or threw: whoever asked can do without.
      await this.close();
      return { missing: "failed" };
    }
  }
}

/** Node loads no TypeScript in a thread: what runs from the sources, as the tests do, takes the compiled file of that name. */
export function compiledWorker(name: string): URL {
  const here = import.meta.url;
  const compiled = here.endsWith(".ts") ? "../../../dist/pipeline/stages/read/" : "./";
  return new URL(`${compiled}${name}.js`, here);
}

const TIMEOUT = Symbol("timeout");

/** The thread once it has loaded what it needs, so that loading is not counted against the first question. */
function startedWorker({ script, megabytes }: WatchedThreadOptions): Promise<Worker> {
  return new Promise((resolve, reject) => {
    // Without the process's own flags: of some, as `--input-type`, Node says that a thread's file does not go with them.
    const worker = new Worker(script, { execArgv: [], resourceLimits: { maxOldGenerationSizeMb: megabytes } });
    // These stay when the thread is ready: an error that nobody listens to would end the process.
    worker.on("error", reject);
    worker.on("exit", () => reject(new Error("the thread ended before it was ready")));
    worker.once("message", () => {
      worker.unref();
      resolve(worker);
    });
  });
}

function answerOf<Answer>(worker: Worker, question: unknown, limit: number): Promise<Answer | typeof TIMEOUT> {
  return new Promise((resolve, reject) => {
    const done = () => {
      clearTimeout(timer);
      worker.off("message", answered);
      worker.off("error", failed);
      worker.off("exit", failed);
      worker.unref();
    };
    const answered = (answer: Answer) => {
      done();
      resolve(answer);
    };
    const failed = (error: unknown) => {
      done();
      reject(error);
    };
    const timer = setTimeout(() => {
      done();
      resolve(TIMEOUT);
    }, limit);
    worker.on("message", answered);
    worker.on("error", failed);
    worker.on("exit", failed);
    // While it works it keeps the process alive, or a run would end in the middle.
    worker.ref();
    worker.postMessage(question);
  });
}
