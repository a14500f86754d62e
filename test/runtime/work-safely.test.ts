import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { packageRoot } from "../../pipeline/runtime/package-root.js";
import type { WorkItem } from "../../pipeline/runtime/work-item.js";
import { workSafely } from "../../pipeline/runtime/work-safely.js";
import { WorkerPool } from "../../pipeline/runtime/worker-pool.js";
import { contentHash } from "../../pipeline/stages/read/document-id.js";

const SCRIPT = pathToFileURL(path.join(packageRoot(), "test/fixtures/workers/hostile-worker.mjs"));
const LIMITS = { maxBytes: 1000, seconds: 1, megabytes: 40 } as const;

let folder: string;
let pool: WorkerPool;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "faktum-safely-"));
  pool = new WorkerPool({ workers: 2, megabytes: LIMITS.megabytes, script: SCRIPT });
});

afterEach(async () => {
  await pool.close();
  rmSync(folder, { recursive: true });
});

const at = (name: string): string => path.join(folder, `${name}.txt`);

function items(...names: readonly string[]): readonly WorkItem[] {
  return names.map((name) => {
    writeFileSync(at(name), `text of ${name}`);
    return { kind: "file", path: at(name), size: 1, known: undefined };
  });
}

async function work(...names: readonly string[]): Promise<readonly string[]> {
  const { outcomes } = await workSafely(pool, items(...names), LIMITS);
  return outcomes.map((outcome) => (outcome.status === "failed" ? outcome.diagnostic.code : outcome.status));
}

const SEEN = "seen";

describe("workSafely", () => {
  test("a batch with nothing wrong", async () => {
    expect(await work("a", "b", "c")).toEqual([SEEN, SEEN, SEEN]);
    expect(await workSafely(pool, [], LIMITS)).toEqual({ outcomes: [], seconds: {} });
  });

  test.each([
    ["exit", "read.crashed", "a worker broke down over it ("],
    ["throw", "read.crashed", "a worker broke down over it (nobody catches this); report it with the file"],
    ["memory", "read.out-of-memory", "needs more than 40 MB; leave it out, or allow more by --document-memory"],
    ["hang", "read.too-slow", "takes more than 1 s; leave it out, or allow more by --document-seconds"],
    ["wait", "read.too-slow", "takes more than 1 s; leave it out, or allow more by --document-seconds"],
  ])(
    "a document that makes a worker %s is given up as %s, the others come through in order",
    async (deed, code, message) => {
      // Memory runs out in its own time.
      const limits = deed === "memory" ? { ...LIMITS, seconds: 60 } : LIMITS;
      const { outcomes } = await workSafely(pool, items("a", deed, "b", "c"), limits);
      expect(outcomes).toMatchObject([
        { diagnostic: { code: SEEN, message: at("a") } },
        { status: "failed", diagnostic: { code, severity: "error", stage: "read" } },
        { diagnostic: { code: SEEN, message: at("b") } },
        { diagnostic: { code: SEEN, message: at("c") } },
      ]);
      const [, culprit] = outcomes;
      expect(culprit).toMatchObject({ diagnostic: { message: expect.stringContaining(message) } });
      // By its bytes and its time it is known from now on.
      const { size, mtimeMs } = statSync(at(deed));
      expect(culprit).toMatchObject({
        sha256: contentHash(`text of ${deed}`),
        file: { bytes: size, modified: mtimeMs },
      });
    },
  );

  test("the first, the last, and several of a batch", async () => {
    expect(await work("exit", "a", "hang.1", "b", "throw", "exit.2")).toEqual([
      "read.crashed",
      SEEN,
      "read.too-slow",
      SEEN,
      "read.crashed",
      "read.crashed",
    ]);
  });

  test("what goes well alone and with care is no failure", async () => {
    const { outcomes } = await workSafely(pool, items("a", "once"), LIMITS);
    expect(outcomes).toMatchObject([
      { diagnostic: { message: at("a") } },
      { diagnostic: { message: `${at("once")} carefully` } },
    ]);
  });

  test("a file that went meanwhile is told all the same", async () => {
    const gone: WorkItem = { kind: "file", path: at("exit"), size: 1, known: undefined };
    const { outcomes } = await workSafely(pool, [gone], LIMITS);
    expect(outcomes).toEqual([{ status: "failed", diagnostic: expect.objectContaining({ code: "read.crashed" }) }]);
  });
});
