import type { ToldFailure } from "./run-report.js";

/** So many are remembered; what comes beyond is told each time. */
const MOST = 10_000;

/** Tells failures that come again in each round only once, until a round goes by without them. */
export class NewFailures {
  #before: ReadonlyMap<string, string> = new Map();
  #now = new Map<string, string>();
  #count = 0;

  /** How many of this round are new. */
  get count(): number {
    return this.#count;
  }

  beginRound(): void {
    this.#before = this.#now;
    this.#now = new Map();
    this.#count = 0;
  }

  /** Whether the round before did not have it. */
  isNew({ path, message }: ToldFailure): boolean {
    if (this.#now.size < MOST) this.#now.set(path, message);
    const isNew = this.#before.get(path) !== message;
    if (isNew) this.#count += 1;
    return isNew;
  }
}
