import type { Log } from "./log.js";

const PERIOD_MS = 100;
const CLEAR_LINE = "\r\u001B[2K";

/** Shows on a terminal how much of a work is done, from 0 to 1; a log keeps no such lines. */
export function createShare(log: Log): { advanced(share: number): void; end(): void } {
  const isShown = log.format === "text" && log.isOn("info") && process.stderr.isTTY;
  let last = 0;
  return {
    advanced(share) {
      const now = Date.now();
      if (!isShown || now - last < PERIOD_MS) return;
      last = now;
      process.stderr.write(`${CLEAR_LINE}${Math.floor(share * 100)} %`);
    },
    end() {
      if (last > 0) process.stderr.write(CLEAR_LINE);
      last = 0;
    },
  };
}
