import type { RunObserver, RunReport } from "../runtime/run-report.js";
import { progressFields } from "./progress.js";

/** Least time between two events of progress, in ms. */
const PERIOD = 1000;

/** A run as events, one JSON object a line: `planned`, `progress`, `failed`, and at the end `finished` with the report. */
export function createEvents(write: (line: string) => void): RunObserver & { finished(report: RunReport): void } {
  let last = Date.now();
  const tell = (event: string, fields: object): void => write(`${JSON.stringify({ event, ...fields })}\n`);
  return {
    planned: (plan) => tell("planned", plan),
    advanced(progress) {
      const now = Date.now();
      if (now - last < PERIOD) return;
      last = now;
      tell("progress", progressFields(progress));
    },
    failed: (failure) => tell("failed", failure),
    finished: (report) => tell("finished", report),
  };
}

/** Tells several observers the same. */
export function toAll(observers: readonly RunObserver[]): RunObserver {
  return {
    planned: (plan, seconds) => {
      for (const each of observers) each.planned(plan, seconds);
    },
    advanced: (progress) => {
      for (const each of observers) each.advanced(progress);
    },
    failed: (failure) => {
      for (const each of observers) each.failed(failure);
    },
  };
}
