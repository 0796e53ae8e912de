import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { PlainFailure, sentenceFor } from '../failure.mjs'
import { ensureBuilt } from '../house/build.mjs'
import { ensureInstalled } from '../house/install.mjs'
import { endQuietRuns } from '../house/run-quietly.mjs'
import { listenForStop } from '../house/stop-request.mjs'
import { messages } from '../messages.mjs'
import { suites } from '../suites.mjs'
import { runSuite } from './run-suite.mjs'
import { throwawayPostgres } from './throwaway-postgres.mjs'

/** @import { Suite } from '../suites.mjs' */
/** @import { Counts } from './reports.mjs' */

const HOUSE = new Set(['DATABASE_URL', 'ACCORD_DATA_DIR', 'ACCORD_DEMO', 'PORT', 'PORTAL_PORT'])

/**
 * Runs the named suites, or all of them, and ends with one line that sums them. [HO20]
 *
 * @param {string[]} names
 * @returns {Promise<number>} exit code
 */
export async function runTests(names) {
  /** @type {Counts} */
  const total = { passed: 0, failed: 0 }
  try {
    await runAll(chosen(names), total)
  } catch (thrown) {
    console.error(sentenceFor(thrown))
    total.failed += 1
  }
  // Nothing that ran is no success either.
  if (total.passed + total.failed === 0) total.failed = 1
  console.log(`\n${messages.testsTotal(total.passed, total.failed)}`)
  return total.failed === 0 ? 0 : 1
}

/**
 * @param {string[]} names
 * @returns {Suite[]}
 */
function chosen(names) {
  const known = suites.map((suite) => suite.name)
  const unknown = names.find((name) => !known.includes(name))
  if (unknown !== undefined) throw new PlainFailure(messages.unknownSuite(unknown, known.join(', ')))
  return suites.filter(({ name }) => names.length === 0 || names.includes(name))
}

/**
 * @param {Suite[]} wanted
 * @param {Counts} total
 */
async function runAll(wanted, total) {
  const stopping = new AbortController()
  const request = listenForStop(() => {
    endQuietRuns()
    stopping.abort()
  })
  const reports = mkdtempSync(path.join(tmpdir(), 'accord-reports-'))
  /** @type {(() => Promise<void>) | null} */
  let removePostgres = null
  try {
    await ensureInstalled(console.log)
    await ensureBuilt(console.log)
    const postgres = await throwawayPostgres()
    removePostgres = postgres.remove
    const env = { ...withoutHouse(process.env), CI: '1', ACCORD_TEST_DATABASE_URL: postgres.url }
    for (const suite of wanted) {
      if (request.asked) throw new PlainFailure(messages.stopping())
      const { passed, failed } = await runSuite(suite, { reports, env, signal: stopping.signal })
      total.passed += passed
      total.failed += failed
    }
  } finally {
    await removePostgres?.()
    rmSync(reports, { recursive: true, force: true })
    request.forget()
  }
}

/**
 * What a person has set for their own house must not reach the tests: they would work on real records.
 *
 * @param {NodeJS.ProcessEnv} env
 */
function withoutHouse(env) {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !HOUSE.has(name)))
}
