import { decideFile, type RunScope } from "../../pipeline/runtime/decide-file.js";
import type { KnownFile } from "../../pipeline/store/known-files.js";

const NOW = Date.parse("2026-11-28T22:00:00Z");
const FILE = { path: "a.txt", bytes: 10, modified: NOW - 60_000, changed: NOW - 60_000 };
const SCOPE: RunScope = {
  engines: { isCurrent: () => true },
  hasStaleMembers: () => false,
  force: false,
  settleTime: { at: NOW, length: 2_000 },
  settings: "{}",
};
const KNOWN: KnownFile = {
  path: "a.txt",
  kind: "article",
  status: "ok",
  engineId: 1,
  bytes: 10,
  fileModified: NOW - 60_000,
  isRemoved: false,
  isIgnored: false,
  documents: 1,
  failed: 0,
  complete: true,
  settings: null,
};

describe("files that may still be written", () => {
  test.each<readonly [why: string, changed: number, expected: string]>([
    ["left alone for longer", NOW - 2_000, "read"],
    ["changed just now", NOW - 1_999, "settling"],
    ["changed while the run goes on", NOW + 500, "settling"],
    ["by a clock that is ahead", NOW + 3_600_000, "read"],
  ])("%s", (_, changed, expected) => {
    expect(decideFile({ ...FILE, changed }, undefined, SCOPE)).toBe(expected);
    expect(decideFile({ ...FILE, changed, bytes: 11 }, KNOWN, SCOPE)).toBe(expected);
  });

  test("a file that is as it is known needs no time to settle", () => {
    expect(decideFile({ ...FILE, changed: NOW }, KNOWN, SCOPE)).toBe("unchanged");
  });

  test("a run that is not told to wait reads everything", () => {
    expect(decideFile({ ...FILE, changed: NOW }, undefined, { ...SCOPE, settleTime: undefined })).toBe("read");
  });
});
