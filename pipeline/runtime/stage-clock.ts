import type { StageName } from "../model/stages.js";

/** Seconds by stage. */
export type StageSeconds = Readonly<Partial<Record<StageName, number>>>;

/** How long stages take, one after the other in the same thread. */
export class StageClock {
  readonly #seconds: Partial<Record<StageName, number>> = {};
  #since = performance.now();

  /** What happens until the next lap counts for its stage; time that nobody laps is lost. */
  start(): void {
    this.#since = performance.now();
  }

  /** The time since the last lap was this stage's. */
  lap(stage: StageName): void {
    const now = performance.now();
    this.#seconds[stage] = (this.#seconds[stage] ?? 0) + (now - this.#since) / 1000;
    this.#since = now;
  }

  get seconds(): StageSeconds {
    return this.#seconds;
  }
}

export function addSeconds(some: StageSeconds, more: StageSeconds): StageSeconds {
  const sum = { ...some };
  for (const [stage, seconds] of Object.entries(more) as [StageName, number][])
    sum[stage] = (sum[stage] ?? 0) + seconds;
  return sum;
}
