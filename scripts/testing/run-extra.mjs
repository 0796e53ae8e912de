import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { sentenceFor } from '../failure.mjs'
import { ensureBuilt } from '../house/build.mjs'
import { ensureInstalled } from '../house/install.mjs'
import { messages } from '../messages.mjs'
import { extraSuites } from '../suites.mjs'
import { runSuite } from './run-suite.mjs'
import { throwawayPostgres } from './throwaway-postgres.mjs'

/**
 * Runs what needs a program that Accord doesn't bring along. A suite whose program is not there is told, and is no
 * success: whoever asks for these tests wants to see them run. [HO24]
 *
 * @returns {Promise<number>} exit code
 */
export async function runExtraTests() {
  const total = { passed: 0, failed: 0 }
  const reports = mkdtempSync(path.join(tmpdir(), 'accord-reports-'))
  try {
    await ensureInstalled(console.log)
    await ensureBuilt(console.log)
    const postgres = await throwawayPostgres()
    const env = { ...process.env, CI: '1', ACCORD_TEST_DATABASE_URL: postgres.url, ACCORD_EXTRA_TESTS: '1' }
    try {
      for (const suite of extraSuites) {
        const isThere = !spawnSync(suite.program, ['--version'], { stdio: 'ignore' }).error
        if (!isThere) console.log(messages.programMissing(suite.name, suite.program))
        const signal = new AbortController().signal
        const counts = isThere ? await runSuite(suite, { reports, env, signal }) : { passed: 0, failed: 1 }
        total.passed += counts.passed
        total.failed += counts.failed
      }
    } finally {
      await postgres.remove()
    }
  } catch (thrown) {
    console.error(sentenceFor(thrown))
    total.failed += 1
  } finally {
    rmSync(reports, { recursive: true, force: true })
  }
  console.log(`\n${messages.testsTotal(total.passed, total.failed)}`)
  return total.failed === 0 ? 0 : 1
}
