import type { RunObserver, RunProgress } from "../runtime/run-report.js";
import type { Log } from "./log.js";

type ProgressStyle = "terminal" | "lines" | "objects" | "none";

/** Least time between two updates, in ms: a terminal's line is redrawn, a log gets a new line each time. */
const PERIOD: Readonly<Record<ProgressStyle, number>> = {
  terminal: 100,
  lines: 5000,
  objects: 5000,
  none: Number.POSITIVE_INFINITY,
};
const CLEAR_LINE = "\r\u001B[2K";

/** Shows on stderr how far a run is, as far as the log wants to know, and its failures as they come. */
export function createProgress(log: Log): RunObserver & { end(): void } {
  const style = styleFor(log);
  let shown = false;
  let last = Date.now();
  const clear = (): void => {
    if (shown) process.stderr.write(CLEAR_LINE);
    shown = false;
  };
  const begun = performance.now();
  return {
    planned({ files, bytes }) {
      log.debug(`${files} files to read`, { files, bytes });
    },
    advanced(progress) {
      const now = Date.now();
      if (now - last < PERIOD[style]) return;
      last = now;
      const text = formatProgress(progress, (performance.now() - begun) / 1000);
      if (style === "objects") log.info(text, { ...progressFields(progress) });
      else process.stderr.write(style === "lines" ? `${text}\n` : `${CLEAR_LINE}${text}`);
      shown = style === "terminal";
    },
    failed({ path, code, message }) {
      clear();
      log.error(message, { path, code });
    },
    end: clear,
  };
}

/** `1240 of 20000 documents, 12.3 of 110.0 MB, 830 documents/s, 23 s left, 2 failed` after so many seconds. */
export function formatProgress({ done, found, bytes, totalBytes, failed }: RunProgress, seconds: number): string {
  const left = bytes > 0 ? (seconds * Math.max(totalBytes - bytes, 0)) / bytes : undefined;
  return [
    `${done} of ${found} documents`,
    `${megabytes(bytes)} of ${megabytes(Math.max(totalBytes, bytes))} MB`,
    ...(seconds > 0 ? [`${Math.round(done / seconds)} documents/s`] : []),
    ...(left === undefined ? [] : [`${shortTime(left)} left`]),
    ...(failed > 0 ? [`${failed} failed`] : []),
  ].join(", ");
}

/** What a program may want to know of it. */
export function progressFields({ done, found, bytes, totalBytes, failed }: RunProgress): RunProgress {
  return { done, found, bytes, totalBytes, failed };
}

function megabytes(bytes: number): string {
  return (bytes / 1_000_000).toFixed(1);
}

function shortTime(seconds: number): string {
  if (seconds < 100) return `${Math.ceil(seconds)} s`;
  return seconds < 6_000 ? `${Math.round(seconds / 60)} min` : `${(seconds / 3_600).toFixed(1)} h`;
}

function styleFor(log: Log): ProgressStyle {
  if (!log.isOn("info")) return "none";
  if (log.format === "json") return "objects";
  return process.stderr.isTTY ? "terminal" : "lines";
}
