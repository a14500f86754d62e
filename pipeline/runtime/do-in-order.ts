import { setImmediate as nextTurn } from "node:timers/promises";
import { mapInOrder } from "./map-in-order.js";
import { knowLexicons, poolOf, type RunSession, take } from "./run-session.js";
import { addSeconds } from "./stage-clock.js";
import { sizeOf, type WorkItem, type WorkOutcome } from "./work-item.js";
import { inBatches } from "./work-of-run.js";
import { workSafely } from "./work-safely.js";

/** An item with what became of it. */
export interface DoneWork {
  readonly item: WorkItem;
  readonly outcome: WorkOutcome;
}

/** Has the session's workers do the work, in batches, and gives what became of it in the order of the items. */
export async function* doInOrder(
  session: RunSession,
  items: Iterable<WorkItem> | AsyncIterable<WorkItem>,
): AsyncGenerator<DoneWork> {
  const { limits, workers } = session.options;
  const pool = poolOf(session);
  const work = async (batch: readonly WorkItem[]) => {
    const allowed = { maxBytes: limits.maxFileBytes, seconds: workers.seconds, megabytes: workers.megabytes };
    return { batch, ...(await workSafely(pool, batch, allowed)) };
  };
  // One batch waits for each worker; as many may be done and wait for their turn to be stored.
  const bounds = { concurrency: 2 * workers.count, ahead: 3 * workers.count };
  for await (const { batch, outcomes, seconds } of mapInOrder(inBatches(items), work, bounds)) {
    // Where results are always ready nothing else would get its turn, no signal either.
    await nextTurn();
    await knowLexicons(session);
    session.seconds = addSeconds(session.seconds, seconds);
    for (const [index, outcome] of outcomes.entries()) {
      const item = batch[index];
      if (item !== undefined) yield { item, outcome };
    }
  }
}

/** Takes what became of an item into the session, and tells how far the run is. */
export function advance(session: RunSession, { item, outcome }: DoneWork): void {
  if (outcome.status === "container") return;
  session.tally.bytes += sizeOf(item);
  take(session, item, outcome);
  session.options.observer.advanced(session.tally);
}
