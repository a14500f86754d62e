import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { QueryFailure, QueryMessage, QueryReply } from "./query-message.js";

export interface QueryProcessOptions {
  readonly database: string;
  /** Of memory in all. */
  readonly megabytes: number;
}

/** A process that answers one question at a time; started at once, and never again once it has ended. */
export class QueryProcess {
  readonly #child: ChildProcess;
  readonly #options: QueryProcessOptions;
  #settle: ((answer: QueryReply) => void) | undefined;
  #end: QueryFailure | undefined;

  constructor(options: QueryProcessOptions) {
    const { database, megabytes } = options;
    this.#options = options;
    this.#child = fork(compiledWorker(), [database, String(megabytes)], {
      // Knows integers beyond 2^53 and bytes, which JSON does not.
      serialization: "advanced",
      execArgv: [`--max-old-space-size=${Math.ceil(megabytes / 2)}`],
      // Nothing of the server's own surroundings but the clock's zone.
      env: process.env["TZ"] === undefined ? {} : { TZ: process.env["TZ"] },
      // What V8 prints when it dies of want of memory is told in one line instead.
      stdio: ["ignore", "ignore", "ignore", "ipc"],
    });
    this.#child.on("message", (message) => this.#answer(message as QueryReply));
    this.#child.on("error", (error) => this.#ended(this.#failure("query.not-started", `${error.message}; try again`)));
    this.#child.on("exit", (code, signal) => this.#ended(this.#causeOf(code, signal)));
    this.unref();
  }

  get hasEnded(): boolean {
    return this.#end !== undefined;
  }

  /** The next piece of what is asked for; never rejects. */
  tell(message: QueryMessage): Promise<QueryReply> {
    return new Promise((resolve) => {
      if (this.#end !== undefined) {
        resolve(this.#end);
        return;
      }
      this.#ref();
      this.#settle = resolve;
      // When it cannot be sent the process has ended, and says so itself.
      this.#child.send(message, () => undefined);
    });
  }

  /** The rest of the answer is not wanted. */
  drop(): void {
    if (this.#end === undefined) this.#child.send({ sort: "drop" } satisfies QueryMessage, () => undefined);
  }

  /** Ends the process whatever it is doing; who waits is told `failure`. */
  kill(failure: QueryFailure): void {
    this.#ended(failure);
    this.#child.kill("SIGKILL");
  }

  #answer(message: QueryReply): void {
    const settle = this.#settle;
    this.#settle = undefined;
    this.unref();
    settle?.(message);
  }

  #ended(failure: QueryFailure): void {
    this.#end ??= failure;
    this.#answer(this.#end);
  }

  /** A process that waits for questions keeps no program running. */
  unref(): void {
    this.#child.unref();
    this.#child.channel?.unref();
  }

  #ref(): void {
    this.#child.ref();
    this.#child.channel?.ref();
  }

  /** Whoever ends a process for its memory does so without a word: its own watch, V8, the system. */
  #causeOf(code: number | null, signal: NodeJS.Signals | null): QueryFailure {
    if (signal !== null && OUT_OF_MEMORY.has(signal)) {
      const remedy = "ask for fewer or smaller values, or sort less";
      return this.#failure(
        "query.too-much-memory",
        `needs more than ${this.#options.megabytes} MB of memory; ${remedy}`,
      );
    }
    return this.#failure("query.failed", `the process that asks the database ended (${signal ?? code}); try again`);
  }

  #failure(code: string, problem: string): QueryFailure {
    return { sort: "failure", code, message: `${this.#options.database}: ${problem}` };
  }
}

const OUT_OF_MEMORY: ReadonlySet<NodeJS.Signals> = new Set(["SIGKILL", "SIGABRT", "SIGTRAP", "SIGILL"]);

/** Node runs no TypeScript in another process: from the sources, as in the tests, the compiled file is taken. */
function compiledWorker(): string {
  const here = import.meta.url;
  return fileURLToPath(
    new URL(`${here.endsWith(".ts") ? "../../../dist/pipeline/web/sql/" : "./"}query-worker.js`, here),
  );
}
