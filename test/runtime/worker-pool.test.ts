import path from "node:path";
import { pathToFileURL } from "node:url";
import { packageRoot } from "../../pipeline/runtime/package-root.js";
import type { WorkItem } from "../../pipeline/runtime/work-item.js";
import { WorkerPool } from "../../pipeline/runtime/worker-pool.js";
import { errorOf } from "../store/temporary-store.js";

const script = (name: string): URL => pathToFileURL(path.join(packageRoot(), "test/fixtures/workers", name));
const items = (...names: readonly string[]): readonly WorkItem[] =>
  names.map((name) => ({ kind: "file", path: `${name}.txt`, size: 1, known: undefined }));
const batch = (...names: readonly string[]) => ({ items: items(...names), maxBytes: 1000, careful: false, limit: 1 });

let pool: WorkerPool;

beforeEach(() => {
  pool = new WorkerPool({ workers: 1, megabytes: 40, script: script("hostile-worker.mjs") });
});

afterEach(async () => await pool.close());

describe("WorkerPool", () => {
  test("gives what the worker gives", async () => {
    expect(await pool.work(batch("a", "b"))).toMatchObject({
      outcomes: [{ diagnostic: { message: "a.txt" } }, { diagnostic: { message: "b.txt" } }],
      seconds: { read: 2 },
    });
  });

  test.each([
    ["exit", "crash"],
    ["throw", "crash"],
    ["memory", "memory"],
    ["hang", "timeout"],
    ["wait", "timeout"],
  ] as const)(
    "a worker that does %s: a broken batch with the place of the item, and the next one works",
    async (deed, cause) => {
      // Memory runs out in its own time.
      const limit = cause === "memory" ? 60 : 1;
      expect(await pool.work({ ...batch("a", "b", deed, "c"), limit })).toMatchObject({ at: 2, cause });
      expect(await pool.work(batch("d"))).toMatchObject({ outcomes: [{ diagnostic: { message: "d.txt" } }] });
    },
  );

  test("the limit is for each item, not for the batch", async () => {
    const slow = Array.from({ length: 6 }, () => "pause");
    const result = await pool.work(batch(...slow));
    expect(result).toMatchObject({ seconds: { read: 6 } });
  });

  test("batches that wait for a worker meanwhile are none of the culprit's", async () => {
    const results = await Promise.all([pool.work(batch("a", "hang")), pool.work(batch("b")), pool.work(batch("exit"))]);
    expect(results).toMatchObject([
      { at: 1, cause: "timeout" },
      { outcomes: [{ diagnostic: { message: "b.txt" } }] },
      { at: 0, cause: "crash" },
    ]);
  });

  test("a worker that cannot start is an error that ends the run", async () => {
    const broken = new WorkerPool({ workers: 1, megabytes: 40, script: script("no-worker.mjs") });
    const error = await broken.work(batch("a")).catch((reason: unknown) => reason);
    expect(
      errorOf(() => {
        throw error;
      }),
    ).toMatchObject({
      code: "runtime.no-worker",
      message: "no worker thread can be started: half installed; check the memory, or install again",
    });
    await broken.close();
  });
});
