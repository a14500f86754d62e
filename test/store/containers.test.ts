import {
  beginContainer,
  type Container,
  countMembers,
  finishContainer,
  knownContainer,
  removeContainer,
} from "../../pipeline/store/containers.js";
import { Engines } from "../../pipeline/store/engines.js";
import { recordFailure } from "../../pipeline/store/record-failure.js";
import { startRun } from "../../pipeline/store/runs.js";
import { rowsOf, SAMPLE_ENGINE, type TemporaryStore, temporaryStore } from "./temporary-store.js";

const START = { startedAt: "2024-06-28T07:30:00Z", faktumVersion: "1", lexiconVersion: "l1", paths: ["."] };
const CONTAINER: Container = {
  path: "a.zip",
  sha256: "a".repeat(64),
  bytes: 9,
  fileModified: 1_700_000_000_000.5,
  mediaType: "application/zip",
  settings: "{}",
};

describe("containers", () => {
  let temporary: TemporaryStore;

  beforeEach(() => {
    temporary = temporaryStore();
  });

  afterEach(() => temporary.remove());

  test("one is incomplete until it is finished; then what it does not hold is gone, and nothing else", () => {
    const { store } = temporary;
    const run = startRun(store, START, new Engines(store, SAMPLE_ENGINE));
    const paths = (): readonly unknown[] =>
      rowsOf(store, "SELECT path FROM documents ORDER BY path").map(([each]) => each);
    const diagnostic = { code: "read.empty", severity: "error", stage: "read", message: "empty" } as const;
    for (const path of ["a.zip", "a.zip#1", "a.zip#2", "a.zip2#1", "a.zi", "a.zip$"])
      recordFailure(store, run, { path, diagnostic });

    store.transaction(() => beginContainer(store, run, CONTAINER));
    expect(knownContainer(store, "a.zip")).toMatchObject({
      sha256: CONTAINER.sha256,
      settings: "{}",
      complete: false,
      isRemoved: false,
    });
    expect(countMembers(store, "a.zip")).toEqual({ read: 0, failed: 3 });

    const held = { ...CONTAINER, passedOver: 4, holds: (path: string) => path === "a.zip#2" };
    store.transaction(() => finishContainer(store, run, held));
    expect(knownContainer(store, "a.zip")).toMatchObject({ complete: true });
    expect(rowsOf(store, "SELECT documents, failed, passed_over FROM containers")).toEqual([[1, 1, 4]]);
    expect(paths()).toEqual(["a.zi", "a.zip#2", "a.zip$", "a.zip2#1"]);

    store.transaction(() => removeContainer(store, "a.zip"));
    expect(knownContainer(store, "a.zip")).toBeUndefined();
    expect(paths()).toEqual(["a.zi", "a.zip$", "a.zip2#1"]);
  });
});
