/**
 * How many passed and failed, read from what the runners write for machines. A suite's own failure to load counts
 * as one. [HO21]
 *
 * @typedef {{ passed: number, failed: number }} Counts
 */

/**
 * @param {string} text what jest writes with --json
 * @returns {Counts}
 */
export function countJest(text) {
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, numRuntimeErrorTestSuites } =
    JSON.parse(text)
  // A test that is skipped or only planned is not a test that passed.
  const failed = numFailedTests + numPendingTests + numTodoTests + numRuntimeErrorTestSuites
  return { passed: numPassedTests, failed }
}

/**
 * @param {string} text what node-reporter.mjs writes: one JSON a line
 * @returns {Counts}
 */
export function countNode(text) {
  const ends = text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => /** @type {{ passed: boolean }} */ (JSON.parse(line)))
  const passed = ends.filter((end) => end.passed).length
  return { passed, failed: ends.length - passed }
}

/**
 * @param {string} text what Playwright's json reporter writes
 * @returns {Counts}
 */
export function countPlaywright(text) {
  const { stats, errors } = JSON.parse(text)
  // A test that passed only the second time did not pass.
  const failed = stats.unexpected + stats.flaky + stats.skipped + (errors?.length ?? 0)
  return { passed: stats.expected, failed }
}
