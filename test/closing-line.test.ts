import { closingLine } from "./closing-line.mjs";

const CLEAN = {
  numPassedTests: 12,
  numFailedTests: 0,
  numRuntimeErrorTestSuites: 0,
  numPendingTests: 0,
  numTodoTests: 0,
};

describe("the closing line of a test run", () => {
  test.each([
    [CLEAN, "12 passed, 0 failed", "nothing else to tell"],
    [{ ...CLEAN, numFailedTests: 2 }, "12 passed, 2 failed", "failed tests"],
    [{ ...CLEAN, numRuntimeErrorTestSuites: 1 }, "12 passed, 1 failed", "a file that did not load is a failure"],
    [{ ...CLEAN, numPendingTests: 1, numTodoTests: 2 }, "12 passed, 0 failed, 3 skipped", "skips are counted"],
  ])("%j: %s", (report, expected) => {
    expect(closingLine(report)).toBe(expected);
  });
});
