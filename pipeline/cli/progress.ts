import type { RunObserver } from "../runtime/run-report.js";
import { printMessage } from "./exit.js";

type ProgressStyle = "terminal" | "lines" | "quiet";

/** Least time between two updates, in ms: a terminal's line is redrawn, a log gets a new line each time. */
const PERIOD: Readonly<Record<ProgressStyle, number>> = { terminal: 100, lines: 5000, quiet: Number.POSITIVE_INFINITY };
const CLEAR_LINE = "\r\u001B[2K";

/** Shows on stderr how far a run is, and its failures as they come. */
export function createProgress(style: ProgressStyle): RunObserver & { end(): void } {
  let shown = false;
  let last = Date.now();
  const clear = (): void => {
    if (shown) process.stderr.write(CLEAR_LINE);
    shown = false;
  };
  return {
    advanced(done, found) {
      const now = Date.now();
      if (now - last < PERIOD[style]) return;
      last = now;
      const text = `${done} of ${found} documents`;
      if (style === "lines") process.stderr.write(`${text}\n`);
      else process.stderr.write(`${CLEAR_LINE}${text}`);
      shown = style === "terminal";
    },
    failed(message) {
      clear();
      printMessage(message);
    },
    end: clear,
  };
}
