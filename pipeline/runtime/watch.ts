import { Alarm } from "./alarm.js";
import { FolderEvents } from "./folder-events.js";
import { isPassing, isToBeMended } from "./is-passing.js";
import { NewFailures } from "./new-failures.js";
import { runCorpus, threadsFor } from "./run.js";
import type { RunOptions } from "./run-options.js";
import type { RunObserver, RunReport } from "./run-report.js";

export interface WatchOptions extends Omit<RunOptions, "command" | "choice" | "dryRun" | "observer"> {
  /** How long a file must have been left alone before it is read. */
  readonly settleSeconds: number;
  /** Look so often whether something has changed, and do not wait to be told by the system. */
  readonly pollSeconds?: number | undefined;
  readonly observer: WatchObserver;
}

/** Who wants to know how the rounds go; of failures that come again in each round only the first is told. */
export interface WatchObserver extends RunObserver {
  /** A round has begun that may have something to do. */
  began(): void;
  /** The first round is over, or one that changed something. */
  finished(report: RunReport, isFirst: boolean): void;
  /** A round broke off, and will be tried again after so many seconds. Told once until one goes well. */
  brokeOff(error: unknown, seconds: number): void;
  /** A round went well again after some that broke off. */
  recovered(): void;
  /** The system does not tell of changes in a folder, for this reason: it is looked at every so many seconds. */
  polling(folder: string, reason: string, seconds: number): void;
}

/** Looked at so often when no event comes: none does from other machines, behind links, of the lexicons. In ms. */
const LONGEST_WAIT = 600_000;
const POLL_SECONDS = 30;
/** While files keep arriving a round begins after so many settle times. */
const MOST_SETTLE_TIMES = 5;
/** The wait after a round is at least so many times as long as it took to walk through the folders. */
const WALK_SHARE = 10;
/** Of the system's clock that files are marked by, in ms. */
const CLOCK_TICK = 50;
const FIRST_RETRY = 1_000;
const LONGEST_RETRY = 300_000;

/**
 * Keeps the database up to date with the files under `paths`: a run, and another whenever something has changed and been
 * left alone for a while, until `signal` aborts or a run stops by itself after too many errors. What there is to do is
 * found by comparing all files with the store; events only wake it up, so that none can be missed. Throws what the first
 * run throws, but for what may pass: another run, a full disk, a locked database. Later on nothing but a damaged database ends it.
 */
export async function watchCorpus(options: WatchOptions): Promise<void> {
  const watch = new Watch(options);
  const ring = (): void => watch.wake();
  options.signal.addEventListener("abort", ring);
  try {
    await watch.go();
  } finally {
    options.signal.removeEventListener("abort", ring);
    await watch.close();
  }
}

class Watch {
  readonly #options: WatchOptions;
  readonly #threads;
  readonly #alarm = new Alarm();
  readonly #failures = new NewFailures();
  readonly #events: FolderEvents | undefined;
  /** Whether something has changed since the last round began, and when it was noticed last. */
  #changedAt: number | undefined;
  #isFirst = true;
  /** Seconds that the last walk took. */
  #walked = 0;
  #planned = "";
  #retry: { readonly code: string; readonly wait: number } | undefined;

  constructor(options: WatchOptions) {
    this.#options = options;
    this.#threads = threadsFor(options);
    if (options.pollSeconds !== undefined) return;
    this.#events = new FolderEvents({
      ...options,
      onChange: () => this.#noteChange(),
      onRefused: (folder, reason) => options.observer.polling(folder, reason, POLL_SECONDS),
    });
  }

  async go(): Promise<void> {
    const { signal } = this.#options;
    while (!signal.aborted) {
      await this.#events?.subscribe();
      this.#changedAt = undefined;
      if (!(await this.#round())) return;
      await this.#waitForChange(performance.now());
    }
  }

  wake(): void {
    this.#alarm.ring();
  }

  async close(): Promise<void> {
    await this.#events?.close();
    await this.#threads.close();
  }

  #noteChange(): void {
    this.#changedAt = performance.now();
    this.#alarm.ring();
  }

  /** Returns whether to go on. */
  async #round(): Promise<boolean> {
    const { observer, settleSeconds, signal, ...options } = this.#options;
    this.#failures.beginRound();
    observer.began();
    try {
      const choice = { settleSeconds };
      const run = { ...options, signal, command: "watch", choice, dryRun: false, observer: this.#observer() };
      const report = await runCorpus(run, this.#threads);
      if (this.#isFirst || isNews(report) || this.#failures.count > 0) observer.finished(report, this.#isFirst);
      if (report.planned.settling > 0) this.#noteChange();
      this.#isFirst = false;
      if (this.#retry !== undefined) observer.recovered();
      this.#retry = undefined;
      return !report.interrupted;
    } catch (error) {
      this.#retryAfter(error);
      return true;
    }
  }

  /** Of a round's plan only what there was not to do in the round before. */
  #observer(): RunObserver {
    const { observer } = this.#options;
    return {
      planned: (plan, seconds) => {
        this.#walked = seconds;
        const shown = JSON.stringify({ ...plan, settling: 0 });
        const isWork = plan.files + plan.renamed + plan.removed > 0;
        if (this.#isFirst || (isWork && shown !== this.#planned)) observer.planned(plan, seconds);
        this.#planned = shown;
      },
      advanced: (progress) => observer.advanced(progress),
      failed: (failure) => {
        if (this.#failures.isNew(failure)) observer.failed(failure);
      },
    };
  }

  #retryAfter(error: unknown): void {
    if (!isPassing(error) && (this.#isFirst || !isToBeMended(error))) throw error;
    const code = String(error.code);
    const wait = Math.min(LONGEST_RETRY, this.#retry === undefined ? FIRST_RETRY : 2 * this.#retry.wait);
    if (this.#retry?.code !== code) this.#options.observer.brokeOff(error, wait / 1000);
    this.#retry = { code, wait };
  }

  async #waitForChange(from: number): Promise<void> {
    if (this.#retry !== undefined) {
      const { code, wait } = this.#retry;
      await this.#waitUntil(from + wait, () => code === "read.missing" && this.#changedAt !== undefined);
      return;
    }
    const settle = this.#options.settleSeconds * 1000 + CLOCK_TICK;
    await this.#waitUntil(from + WALK_SHARE * this.#walked * 1000);
    await this.#waitUntil(from + this.#longestWait(), () => this.#changedAt !== undefined);
    const latest = performance.now() + MOST_SETTLE_TIMES * settle;
    const isSettled = (): boolean => performance.now() >= (this.#changedAt ?? 0) + settle;
    while (!isSettled() && performance.now() < latest && !this.#options.signal.aborted) {
      await this.#waitUntil(Math.min((this.#changedAt ?? 0) + settle, latest));
    }
  }

  #longestWait(): number {
    const { pollSeconds } = this.#options;
    if (pollSeconds !== undefined) return pollSeconds * 1000;
    return this.#events?.isRefused === true ? POLL_SECONDS * 1000 : LONGEST_WAIT;
  }

  /** By `performance.now()`; to an abort, or to whatever else `isOver` says. */
  async #waitUntil(time: number, isOver = (): boolean => false): Promise<void> {
    while (!this.#options.signal.aborted && !isOver()) {
      const left = time - performance.now();
      if (left <= 0) return;
      await this.#alarm.wait(left);
    }
  }
}

function isNews({ documents }: RunReport): boolean {
  const { extracted, refused, renamed, removed } = documents;
  return extracted + refused + renamed + removed > 0;
}
