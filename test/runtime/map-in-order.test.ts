import { setTimeout as wait } from "node:timers/promises";
import { mapInOrder } from "../../pipeline/runtime/map-in-order.js";

const OPTIONS = { concurrency: 3, ahead: 5 };

describe("mapInOrder", () => {
  test("keeps the order of the items whatever each takes", async () => {
    const results: number[] = [];
    for await (const result of mapInOrder([30, 1, 20, 2, 10, 3], (ms) => wait(ms, ms), OPTIONS)) results.push(result);
    expect(results).toEqual([30, 1, 20, 2, 10, 3]);
  });

  test("works on no more items at a time than it is told", async () => {
    let working = 0;
    let most = 0;
    const work = async (): Promise<void> => {
      working += 1;
      most = Math.max(most, working);
      await wait(1);
      working -= 1;
    };
    for await (const _ of mapInOrder(Array.from({ length: 20 }), work, OPTIONS));
    expect(most).toBe(3);
  });

  test("starts no more items than may be ahead while the caller is busy", async () => {
    let begun = 0;
    const work = async (): Promise<void> => {
      begun += 1;
    };
    for await (const _ of mapInOrder(Array.from({ length: 1000 }), work, OPTIONS)) {
      await wait(20);
      break;
    }
    expect(begun).toBeLessThanOrEqual(OPTIONS.ahead);
  });

  test("the first error ends the whole", async () => {
    const work = async (item: number): Promise<number> => {
      if (item === 2) throw new Error("item 2");
      return item;
    };
    const results: number[] = [];
    const all = async (): Promise<void> => {
      for await (const result of mapInOrder([1, 2, 3, 4], work, OPTIONS)) results.push(result);
    };
    await expect(all()).rejects.toThrow("item 2");
    expect(results).toEqual([1]);
  });
});
