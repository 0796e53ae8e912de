import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { messages } from '../messages.mjs'
import { root } from '../settings.mjs'
import { commandFor, countReport } from './commands.mjs'

/** @import { Suite } from '../suites.mjs' */
/** @import { Counts } from './reports.mjs' */

/** How many times its budget a suite may take before it is stopped: a machine that is shared is slow, and not wrong. */
const PATIENCE = 2

/**
 * Runs one suite, and says when it took more than its budget. Whatever ends it badly without a failed test in its report is counted as one,
 * so that the last line never says less than what went wrong. [HO20] [HO21]
 *
 * @param {Suite} suite
 * @param {{ reports: string, env: NodeJS.ProcessEnv, signal: AbortSignal }} options
 * @returns {Promise<Counts>}
 */
export async function runSuite(suite, { reports, env, signal }) {
  console.log(`\n${messages.suiteBegins(suite.name, suite.budget)}`)
  const began = Date.now()
  const report = path.join(reports, `${suite.name}.json`)
  const command = commandFor(suite, report)
  const folder = suite.runner === 'node' ? root : path.join(root, suite.folder)
  const end = await runWithin(PATIENCE * suite.budget, {
    ...command,
    env: { ...env, ...command.env },
    folder,
    signal,
  })
  const counts = settle(suite, readCounts(suite, report), end)
  const seconds = ((Date.now() - began) / 1_000).toFixed(1)
  console.log(messages.suiteEnds(suite.name, counts.passed, counts.failed, seconds))
  if (!end.late && Number(seconds) > suite.budget)
    console.log(messages.suiteOverBudget(suite.name, suite.budget))
  return counts
}

/**
 * @param {Suite} suite
 * @param {Counts} counts
 * @param {{ late: boolean, how: string | null }} end
 * @returns {Counts}
 */
function settle({ name, budget }, { passed, failed }, { late, how }) {
  if (late) {
    console.log(messages.suiteStopped(name, PATIENCE * budget))
    return { passed, failed: failed + 1 }
  }
  if (passed + failed === 0) {
    console.log(messages.suiteRanNothing(name))
    return { passed, failed: 1 }
  }
  if (how !== null && failed === 0) {
    console.log(messages.suiteBroke(name, how))
    return { passed, failed: 1 }
  }
  return { passed, failed }
}

/**
 * @param {Suite} suite
 * @param {string} report
 * @returns {Counts}
 */
function readCounts({ runner }, report) {
  if (!existsSync(report)) return { passed: 0, failed: 0 }
  try {
    return countReport(runner, readFileSync(report, 'utf8'))
  } catch (thrown) {
    if (!(thrown instanceof SyntaxError)) throw thrown
    // Cut short together with its suite.
    return { passed: 0, failed: 0 }
  }
}

/**
 * @param {number} most seconds
 * @param {{ args: string[], env: NodeJS.ProcessEnv, folder: string, signal: AbortSignal }} run
 * @returns {Promise<{ late: boolean, how: string | null }>} `how` it ended badly, null when it ended well
 */
function runWithin(most, { args, env, folder, signal }) {
  return new Promise((resolve) => {
    // A group of its own: workers and browsers go down with the runner that started them.
    const child = spawn(process.execPath, args, { cwd: folder, env, detached: true, stdio: 'inherit' })
    let late = false
    const end = () => killGroup(child.pid ?? 0)
    const timer = setTimeout(() => {
      late = true
      end()
    }, most * 1_000)
    signal.addEventListener('abort', end, { once: true })
    child.once('exit', (code, name) => {
      clearTimeout(timer)
      signal.removeEventListener('abort', end)
      // What a runner left behind would disturb the suites after it.
      killGroup(child.pid ?? 0)
      resolve({ late, how: code === 0 ? null : (name ?? `code ${code}`) })
    })
  })
}

/** @param {number} pid */
function killGroup(pid) {
  if (pid === 0) return
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL')
  } catch (thrown) {
    if (/** @type {NodeJS.ErrnoException} */ (thrown).code !== 'ESRCH') throw thrown
  }
}
