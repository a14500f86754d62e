/**
 * Says how a test run went, `N passed, N failed`, with `, N skipped` when any were.
 * A file that did not even load counts as one failure: its tests are missing from every other number.
 *
 * @param {{ numPassedTests: number, numFailedTests: number, numRuntimeErrorTestSuites: number,
 *   numPendingTests: number, numTodoTests: number }} report what jest writes with `--json`
 * @returns {string}
 */
export function closingLine(report) {
  const failed = report.numFailedTests + report.numRuntimeErrorTestSuites;
  const skipped = report.numPendingTests + report.numTodoTests;
  const line = `${report.numPassedTests} passed, ${failed} failed`;
  return skipped > 0 ? `${line}, ${skipped} skipped` : line;
}
