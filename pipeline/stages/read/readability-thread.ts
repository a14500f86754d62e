import type { Readable, ReadableFinder } from "./readable-finder.js";
import { compiledWorker, WatchedThread } from "./watched-thread.js";

export interface ReadabilityThreadOptions {
  /** Milliseconds for a page, from when the thread begins with it. */
  readonly limit?: number;
  /** The compiled file that the thread runs: it says `ready`, then answers each source. */
  readonly script?: URL;
}

const LIMIT = 3_000;
/** Of heap; the longest sources that Readability is asked about were read within 100. */
const MEGABYTES = 512;

/** Runs Readability in a thread of its own: on some pages it does not end. */
export class ReadabilityThread {
  readonly #thread: WatchedThread<string, Readable>;

  constructor({ limit = LIMIT, script = compiledWorker("readability-worker") }: ReadabilityThreadOptions = {}) {
    this.#thread = new WatchedThread({ limit, megabytes: MEGABYTES, script });
  }

  readonly find: ReadableFinder = (source) => this.#thread.ask(source);

  /** Stops the thread; the next page starts another. */
  close(): Promise<void> {
    return this.#thread.close();
  }
}

let shared: ReadabilityThread | undefined;

/** Asks the process's one thread for Readability, which is started with the first page. */
export const findInThread: ReadableFinder = (source) => {
  shared ??= new ReadabilityThread();
  return shared.find(source);
};
