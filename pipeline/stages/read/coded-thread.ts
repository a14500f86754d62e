import type { Article } from "./article.js";
import type { CodedAnswer, CodedQuestion } from "./coded-answer.js";
import { ReadError } from "./read-error.js";
import { compiledWorker, WatchedThread } from "./watched-thread.js";

export interface CodedThreadOptions {
  /** Milliseconds for a file, from when the thread begins with it. */
  readonly limit?: number;
  /** The compiled file that the thread runs: it says `ready`, then answers each file. */
  readonly script?: URL;
}

/** The longest reports are read in seconds; on a busy machine it may take ten times as long. */
const LIMIT = 120_000;
const MEGABYTES = 1024;
const REMEDY = "save its text as .txt and add that";

/** Takes the text out of PDF and Word files in a thread of its own: a broken file can keep a library busy for ever. */
export class CodedThread {
  readonly #limit: number;
  readonly #thread: WatchedThread<CodedQuestion, CodedAnswer>;

  constructor({ limit = LIMIT, script = compiledWorker("coded-worker") }: CodedThreadOptions = {}) {
    this.#limit = limit;
    this.#thread = new WatchedThread({ limit, megabytes: MEGABYTES, script });
  }

  /** Rejects with a ReadError for a file that is refused, takes longer than the limit or more memory than there is. */
  async read(question: CodedQuestion): Promise<Article> {
    const answer = await this.#thread.ask(question);
    const { path } = question;
    if ("article" in answer) return answer.article;
    if ("refusal" in answer) {
      const { code, message } = answer.refusal;
      throw new ReadError(code, path, message.slice(path.length + 2));
    }
    if (answer.missing === "timeout") {
      throw new ReadError("read.too-slow", path, `not read after ${this.#limit / 1000} s; ${REMEDY}`);
    }
    throw new ReadError("read.damaged", path, `it is damaged, or takes too much memory to be read; ${REMEDY}`);
  }

  /** Stops the thread; the next file starts another. */
  close(): Promise<void> {
    return this.#thread.close();
  }
}

let shared: CodedThread | undefined;

/** Asks the process's one thread for such files, which is started with the first of them. */
export function readCodedInThread(question: CodedQuestion): Promise<Article> {
  shared ??= new CodedThread();
  return shared.read(question);
}
