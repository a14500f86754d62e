import { workerData } from "node:worker_threads";

/** Milliseconds. What a query can claim within them comes on top of the limit. */
const INTERVAL = 20;

const { megabytes, parent } = workerData as { readonly megabytes: number; readonly parent: number };

// Ends the process from a thread beside the one that is busy: when it outgrows its limit (SQLite's own limit to the heap
// works only when it counts its memory, which the driver leaves out), and when nobody waits for it any more.
setInterval(() => {
  if (process.memoryUsage.rss() > megabytes * 1024 * 1024 || process.ppid !== parent)
    process.kill(process.pid, "SIGKILL");
}, INTERVAL);
