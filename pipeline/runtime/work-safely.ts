import { readFileSync, statSync } from "node:fs";
import { contentHash, partHash } from "../stages/read/document-id.js";
import type { WorkResult } from "./extraction-worker.js";
import { addSeconds } from "./stage-clock.js";
import { pathOf, type WorkItem, type WorkOutcome } from "./work-item.js";
import type { BrokenBatch, WorkerPool } from "./worker-pool.js";

export interface WorkLimits {
  /** Bytes of the longest article. */
  readonly maxBytes: number;
  /** Seconds for a document, when it is worked on alone. */
  readonly seconds: number;
  /** Megabytes of heap for a worker, to be told. */
  readonly megabytes: number;
}

/** A document that takes longer in a batch is tried again alone; hardly any takes a tenth of it. */
const SECONDS_IN_BATCH = 10;

/**
 * Works through a batch so that no document can spoil it: one over which a worker breaks down, runs out of memory or
 * takes too long is tried once more, alone and with care, and then given up as failed; the others go on without it.
 */
export async function workSafely(
  pool: WorkerPool,
  items: readonly WorkItem[],
  limits: WorkLimits,
): Promise<WorkResult> {
  if (items.length === 0) return { outcomes: [], seconds: {} };
  const limit = Math.min(SECONDS_IN_BATCH, limits.seconds);
  const result = await pool.work({ items, maxBytes: limits.maxBytes, careful: false, limit });
  if ("outcomes" in result) return result;
  const before = await workSafely(pool, items.slice(0, result.at), limits);
  const culprit = items[result.at];
  const alone = culprit === undefined ? { outcomes: [], seconds: {} } : await workAlone(pool, culprit, limits);
  const after = await workSafely(pool, items.slice(result.at + 1), limits);
  return joined([before, alone, after]);
}

async function workAlone(pool: WorkerPool, item: WorkItem, limits: WorkLimits): Promise<WorkResult> {
  const { maxBytes, seconds } = limits;
  const result = await pool.work({ items: [item], maxBytes, careful: true, limit: seconds });
  return "outcomes" in result ? result : { outcomes: [givenUp(item, result, limits)], seconds: {} };
}

function joined(results: readonly WorkResult[]): WorkResult {
  return {
    outcomes: results.flatMap(({ outcomes }) => outcomes),
    seconds: results.map(({ seconds }) => seconds).reduce(addSeconds, {}),
  };
}

function givenUp(item: WorkItem, { cause, message }: BrokenBatch, limits: WorkLimits): WorkOutcome {
  const reasons: Readonly<Record<BrokenBatch["cause"], readonly [name: string, reason: string]>> = {
    timeout: ["too-slow", `takes more than ${limits.seconds} s; leave it out, or allow more by --document-seconds`],
    memory: [
      "out-of-memory",
      `needs more than ${limits.megabytes} MB; leave it out, or allow more by --document-memory`,
    ],
    crash: ["crashed", `a worker broke down over it (${message}); report it with the file`],
  };
  const [name, reason] = reasons[cause];
  return {
    status: "failed",
    diagnostic: { code: `read.${name}`, severity: "error", stage: "read", message: reason },
    ...identityOf(item),
  };
}

/** By which it is known not to have changed, so that it is left alone from now on. */
function identityOf(item: WorkItem): Pick<Extract<WorkOutcome, { readonly status: "failed" }>, "sha256" | "file"> {
  if (item.kind === "broken") return {};
  if (item.kind === "part") return { sha256: partHash(item.part) };
  if (item.kind === "stored") return { sha256: item.document.source.sha256 };
  try {
    const { mtimeMs: modified } = statSync(pathOf(item));
    const bytes = readFileSync(pathOf(item));
    return { sha256: contentHash(bytes), file: { bytes: bytes.length, modified } };
  } catch {
    return {}; // gone or closed by now: the next run sees for itself
  }
}
