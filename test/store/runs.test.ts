import { Engines } from "../../pipeline/store/engines.js";
import { finishRun, type Run, type RunStart, startRun } from "../../pipeline/store/runs.js";
import { rowsOf, SAMPLE_ENGINE, SAMPLE_RUN, type TemporaryStore, temporaryStore } from "./temporary-store.js";

describe("runs", () => {
  let temporary: TemporaryStore;

  beforeEach(() => {
    temporary = temporaryStore();
  });

  afterEach(() => temporary.remove());

  test("a run says what it was", () => {
    finishRun(temporary.store, temporary.run, "2025-01-02T03:05:00Z");
    expect(rowsOf(temporary.store, "SELECT * FROM runs")).toEqual([
      [
        1,
        SAMPLE_RUN.startedAt,
        "2025-01-02T03:05:00Z",
        "0.1.0",
        SAMPLE_RUN.lexiconVersion,
        '["articles"]',
        0,
        0,
        0,
        0,
        0,
        0,
        "{}",
        "{}",
      ],
    ]);
  });

  test("one that was broken off is taken up again", () => {
    expect(begin({ startedAt: "2025-02-01T00:00:00Z" })).toMatchObject({ id: temporary.run.id });
    expect(rowsOf(temporary.store, "SELECT id, started_at FROM runs")).toEqual([[1, SAMPLE_RUN.startedAt]]);
  });

  test.each([
    ["is finished", {}, true],
    ["read other paths", { paths: ["other"] }, false],
    ["had other lexicons", { lexiconVersion: "0000000000000000" }, false],
    ["was of another version", { faktumVersion: "0.2.0" }, false],
  ])("one that %s is left alone", (_, changes, finished) => {
    if (finished) finishRun(temporary.store, temporary.run, "2025-01-02T03:05:00Z");
    expect(begin(changes).id).toBe(2);
  });

  function begin(changes: Partial<RunStart>): Run {
    const { store } = temporary;
    return startRun(store, { ...SAMPLE_RUN, ...changes }, new Engines(store, SAMPLE_ENGINE));
  }
});
