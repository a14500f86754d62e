import PQueue from "p-queue";

interface MapOptions {
  /** How many items are worked on at a time. */
  readonly concurrency: number;
  /** Finished or not, no more items than this are ahead of the one that the caller has. */
  readonly ahead: number;
}

/**
 * Results of `work` in the order of `items`, several items being worked on at a time. A caller that stops asking stops
 * the work: memory holds `ahead` results, however many items there are. The first error ends the whole.
 */
export async function* mapInOrder<Item, Result>(
  items: Iterable<Item> | AsyncIterable<Item>,
  work: (item: Item) => Promise<Result>,
  { concurrency, ahead }: MapOptions,
): AsyncGenerator<Result> {
  const queue = new PQueue({ concurrency });
  const started: Promise<Result>[] = [];
  try {
    for await (const item of items) {
      await queue.onSizeLessThan(concurrency);
      const result = queue.add(() => work(item));
      // Told when its turn comes to be awaited; until then the process must not die of it.
      result.catch(() => undefined);
      started.push(result);
      const first = started.length < ahead ? undefined : started.shift();
      if (first !== undefined) yield await first;
    }
    for (const result of started) yield await result;
  } finally {
    queue.clear();
  }
}
