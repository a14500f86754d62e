import type { AnswerPiece, AnswerSize, QueryFailure, QueryMessage, QueryReply, Rows } from "./query-message.js";
import { QueryProcess } from "./query-process.js";

/** What one question may cost. */
export interface QueryLimits extends AnswerSize {
  /** Milliseconds until each piece of the answer. */
  readonly pieceMs: number;
  /** Milliseconds for all of it, whoever is slow. */
  readonly wholeMs: number;
}

export interface QueryPoolOptions {
  readonly database: string;
  /** How many questions are answered at once. */
  readonly processes?: number;
  /** Of memory, for a process. */
  readonly megabytes?: number;
}

/** A whole answer, as far as the limits go. */
export interface WholeAnswer {
  readonly sort: "answer";
  readonly columns: readonly string[];
  readonly rows: Rows;
  readonly cut?: "rows" | "bytes";
  readonly milliseconds: number;
}

/** An answer that is still being read. */
export interface OpenAnswer {
  readonly sort: "open";
  readonly columns: readonly string[];
  /** To be read once, to its end or with `return`. A failure is thrown, as QueryError. */
  readonly pieces: AsyncGenerator<Rows, undefined>;
}

/** Ends an answer in its middle. */
export class QueryError extends Error {
  readonly code: string;

  constructor({ code, message }: Omit<QueryFailure, "sort">) {
    super(message);
    this.name = "QueryError";
    this.code = code;
  }
}

const PROCESSES = 2;
const MEGABYTES = 512;
/** Questions that wait for a process; one more is turned away. */
const MOST_WAITING = 32;
const NOBODY_WAITS = "nobody waits for the answer";
const STOPPED = "the server has been stopped; start it again";

/**
 * Asks one database questions of whoever: in processes of their own, which are ended and replaced when a question takes
 * more than its time or memory or when nobody waits for its answer any more. Must be closed.
 */
export class QueryPool {
  readonly #options: Required<QueryPoolOptions>;
  readonly #idle: QueryProcess[] = [];
  readonly #busy = new Set<QueryProcess>();
  readonly #waiting = new Set<() => void>();
  #isClosed = false;

  constructor({ database, processes = PROCESSES, megabytes = MEGABYTES }: QueryPoolOptions) {
    this.#options = { database, processes, megabytes };
  }

  /** All rows at once. */
  async ask(sql: string, limits: QueryLimits, signal?: AbortSignal): Promise<WholeAnswer | QueryFailure> {
    const began = performance.now();
    const query = await this.#begin(sql, limits, signal);
    if (query.sort === "failure") return query;
    const rows = [...query.first.rows];
    let last: QueryReply = query.first;
    while (last.sort === "piece" && !last.isLast) {
      last = await query.next();
      if (last.sort === "piece") rows.push(...last.rows);
    }
    if (last.sort === "failure") return last;
    const milliseconds = performance.now() - began;
    return { sort: "answer", columns: last.columns, rows, ...(last.cut && { cut: last.cut }), milliseconds };
  }

  /** Rows as they come, for answers that are too large to hold. Too many bytes are a failure: half a file looks whole. */
  async open(sql: string, limits: QueryLimits, signal?: AbortSignal): Promise<OpenAnswer | QueryFailure> {
    const query = await this.#begin(sql, limits, signal);
    if (query.sort === "failure") return query;
    const { database } = this.#options;
    async function* pieces({ first, next, drop }: RunningQuery): AsyncGenerator<Rows, undefined> {
      try {
        for (let piece: QueryReply = first; ; piece = await next()) {
          if (piece.sort === "failure") throw new QueryError(piece);
          yield piece.rows;
          if (piece.cut === "bytes") throw new QueryError(tooLarge(database, limits));
          if (piece.isLast) return undefined;
        }
      } finally {
        drop();
      }
    }
    return { sort: "open", columns: query.first.columns, pieces: pieces(query) };
  }

  close(): void {
    this.#isClosed = true;
    for (const process of [...this.#idle, ...this.#busy]) process.kill(this.#failure("query.closed", STOPPED));
    this.#idle.length = 0;
    this.#busy.clear();
    for (const wake of [...this.#waiting]) wake();
  }

  /** Waits for a process and for the first rows. */
  async #begin(sql: string, limits: QueryLimits, signal?: AbortSignal): Promise<RunningQuery | QueryFailure> {
    if (!this.#hasRoom() && this.#waiting.size >= MOST_WAITING) {
      return this.#failure("query.busy", "too many questions are being answered; ask again in a moment");
    }
    while (!this.#hasRoom() && !this.#isClosed && !signal?.aborted) await this.#turn(signal);
    if (this.#isClosed) return this.#failure("query.closed", STOPPED);
    if (signal?.aborted) return this.#failure("query.aborted", NOBODY_WAITS);
    const process = this.#idleProcess() ?? new QueryProcess(this.#options);
    this.#busy.add(process);
    const watch = this.#watch(process, limits, signal);
    const release = () => {
      if (!watch.stop()) return;
      this.#busy.delete(process);
      if (!process.hasEnded) this.#idle.push(process);
      this.#wakeOne();
    };
    const told = async (message: QueryMessage) => {
      const piece = await watch.timed(process.tell(message));
      if (piece.sort === "failure" || piece.isLast) release();
      return piece;
    };
    const { rows, bytes, cell } = limits;
    const first = await told({ sort: "ask", sql, size: { rows, bytes, cell } });
    if (first.sort === "failure") return first;
    const drop = () => {
      if (watch.isStopped()) return;
      process.drop();
      release();
    };
    return { sort: "running", first, next: () => told({ sort: "more" }), drop };
  }

  /** Ends the process when its time is over or nobody waits, until it is stopped; `stop` tells whether it ran. */
  #watch(process: QueryProcess, { pieceMs, wholeMs }: QueryLimits, signal?: AbortSignal): Watch {
    let isStopped = false;
    const stop = () => {
      if (isStopped) return false;
      isStopped = true;
      clearTimeout(whole);
      signal?.removeEventListener("abort", aborted);
      return true;
    };
    const end = (code: string, problem: string) => {
      process.kill(this.#failure(code, problem));
      if (!stop()) return;
      this.#busy.delete(process);
      this.#wakeOne();
    };
    const tooSlow = (milliseconds: number) => () => {
      const remedy = `ask for less, or use "faktum query", which has no limit`;
      end("query.too-slow", `not answered within ${milliseconds / 1000} s; ${remedy}`);
    };
    const aborted = () => end("query.aborted", NOBODY_WAITS);
    const whole = setTimeout(tooSlow(wholeMs), wholeMs);
    signal?.addEventListener("abort", aborted, { once: true });
    const timed = async (answer: Promise<QueryReply>) => {
      const piece = setTimeout(tooSlow(pieceMs), pieceMs);
      try {
        return await answer;
      } finally {
        clearTimeout(piece);
      }
    };
    return { isStopped: () => isStopped, stop, timed };
  }

  /** One may have died while it waited. */
  #idleProcess(): QueryProcess | undefined {
    for (let process = this.#idle.pop(); process !== undefined; process = this.#idle.pop()) {
      if (!process.hasEnded) return process;
    }
    return undefined;
  }

  #hasRoom(): boolean {
    return this.#idle.length > 0 || this.#busy.size < this.#options.processes;
  }

  /** Resolves when a process may be free, or nobody waits any more. */
  #turn(signal?: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const wake = () => {
        this.#waiting.delete(wake);
        signal?.removeEventListener("abort", wake);
        resolve();
      };
      this.#waiting.add(wake);
      signal?.addEventListener("abort", wake, { once: true });
    });
  }

  #wakeOne(): void {
    for (const wake of this.#waiting) {
      wake();
      return;
    }
  }

  #failure(code: string, problem: string): QueryFailure {
    return { sort: "failure", code, message: `${this.#options.database}: ${problem}` };
  }
}

interface RunningQuery {
  readonly sort: "running";
  readonly first: AnswerPiece;
  readonly next: () => Promise<QueryReply>;
  readonly drop: () => void;
}

interface Watch {
  readonly isStopped: () => boolean;
  readonly stop: () => boolean;
  readonly timed: (answer: Promise<QueryReply>) => Promise<QueryReply>;
}

function tooLarge(database: string, { bytes }: QueryLimits): Omit<QueryFailure, "sort"> {
  const most = `${Math.round(bytes / 1024 / 1024)} MB`;
  return {
    code: "query.too-large",
    message: `${database}: the answer has more than ${most}; ask for less, or use "faktum query", which has no limit`,
  };
}
