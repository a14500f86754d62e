import type { LexiconSet } from "../../extractors/lexicon/lexicon-set.js";
import { readCoded } from "../stages/read/coded-answer.js";
import { findReadable } from "../stages/read/readable-texts.js";
import { READERS_IN_THREADS, type Readers } from "../stages/read/readers.js";
import type { RegisteredLexicon } from "../store/register-lexicons.js";
import { cachedLexicons } from "./cached-lexicons.js";
import { doWork } from "./do-work.js";
import { StageClock, type StageSeconds } from "./stage-clock.js";
import type { WorkItem, WorkOutcome } from "./work-item.js";

/** What a worker thread is sent. */
export interface WorkBatch {
  readonly items: readonly WorkItem[];
  /** Bytes of the longest article. */
  readonly maxBytes: number;
  /** One Int32 in which the worker writes the number of the item that it is at, from 1: who watches it can tell the culprit. */
  readonly progress: SharedArrayBuffer;
  /** An item that went wrong before: what is known to hang or to need much memory is run in threads of its own. */
  readonly careful: boolean;
}

export interface WorkResult {
  /** One for each item, in their order. */
  readonly outcomes: readonly WorkOutcome[];
  readonly seconds: StageSeconds;
}

/** Whoever sent the batch watches this thread. */
const IN_THIS_THREAD: Readers = { findReadable, readCoded };

let lexicons: LexiconSet | undefined;

/** Works through a batch. Called by the thread pool, by name. */
export async function workThrough({ items, maxBytes, progress, careful }: WorkBatch): Promise<WorkResult> {
  lexicons ??= await cachedLexicons();
  const at = new Int32Array(progress);
  const clock = new StageClock();
  const means = { lexicons, maxBytes, clock, readers: careful ? READERS_IN_THREADS : IN_THIS_THREAD };
  const outcomes: WorkOutcome[] = [];
  for (const [index, item] of items.entries()) {
    Atomics.store(at, 0, index + 1);
    outcomes.push(await doWork(item, means));
  }
  return { outcomes, seconds: clock.seconds };
}

/** What the store must know of the lexicons before it takes facts that were found with them. Called by name. */
export async function describeLexicons(): Promise<readonly RegisteredLexicon[]> {
  lexicons ??= await cachedLexicons();
  return [...lexicons.languages.values()].map(({ tag, version, rules }) => ({
    tag,
    version,
    rules: rules.map(({ id, kind, template }) => ({ id, kind, template: template.source })),
  }));
}
