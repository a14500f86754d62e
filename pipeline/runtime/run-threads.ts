import { type PoolOptions, WorkerPool } from "./worker-pool.js";

/** Threads for one run after the other, so that not each has to start them and load the lexicons. Must be closed. */
export class RunThreads {
  readonly #options: PoolOptions;
  #pool: WorkerPool | undefined;
  #lexicons: string | undefined;
  #closing: Promise<void> = Promise.resolve();

  constructor(options: PoolOptions) {
    this.#options = options;
  }

  /** Started when first asked for. A thread keeps the lexicons that it has loaded: other ones need other threads. */
  poolFor(lexicons: string): WorkerPool {
    if (this.#lexicons !== lexicons) this.#endPool();
    this.#lexicons = lexicons;
    this.#pool ??= new WorkerPool(this.#options);
    return this.#pool;
  }

  async close(): Promise<void> {
    this.#endPool();
    await this.#closing;
  }

  #endPool(): void {
    const pool = this.#pool;
    this.#pool = undefined;
    if (pool !== undefined) this.#closing = this.#closing.then(() => pool.close());
  }
}
