import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";

/** Memory of a process, sampled now and then. */
export class MemorySamples {
  readonly #pid: number;
  readonly #megabytes: number[] = [];

  constructor(pid: number) {
    this.#pid = pid;
  }

  take(): void {
    const kilobytes = residentKilobytes(this.#pid);
    if (kilobytes !== undefined) this.#megabytes.push(kilobytes / 1024);
  }

  /** Mean of the last third to mean of the first. */
  growth(): number {
    return mean(this.#third(2)) / mean(this.#third(0));
  }

  summary(): string {
    const thirds = [0, 1, 2].map((which) => mean(this.#third(which)).toFixed(0));
    const highest = Math.max(0, ...this.#megabytes).toFixed(0);
    return `memory in MB: ${thirds.join(", ")} in the three thirds (${this.growth().toFixed(2)} times), at most ${highest}`;
  }

  #third(which: number): readonly number[] {
    const length = Math.ceil(this.#megabytes.length / 3);
    return this.#megabytes.slice(which * length, (which + 1) * length);
  }
}

/** Nothing when the process is gone. */
function residentKilobytes(pid: number): number | undefined {
  const text = process.platform === "linux" ? statusOf(pid) : spawnSync("ps", ["-o", "rss=", "-p", String(pid)]).stdout;
  const [digits] = /[0-9]+/u.exec(String(text)) ?? [];
  return digits === undefined ? undefined : Number(digits);
}

function statusOf(pid: number): string {
  try {
    return /^VmRSS:.*$/mu.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[0] ?? "";
  } catch {
    return "";
  }
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
