import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { PlainFailure, sentenceFor } from '../failure.mjs'
import { ensureBuilt } from '../house/build.mjs'
import { ensureInstalled } from '../house/install.mjs'
import { messages } from '../messages.mjs'
import { root } from '../settings.mjs'
import { throwawayPostgres } from './throwaway-postgres.mjs'

/**
 * Sends mutants to every route and event of a house of its own: the test of `npm test`, for longer. [FT4]
 *
 * @param {string[]} args
 * @returns {Promise<number>} exit code
 */
export async function runHostile(args) {
  try {
    const { mutants, seed, json } = wishesOf(args)
    // What is said on the way is not for whoever reads JSON.
    const say = json ? console.error : console.log
    await ensureInstalled(say)
    await ensureBuilt(say)
    const postgres = await throwawayPostgres()
    const folder = mkdtempSync(path.join(tmpdir(), 'accord-hostile-'))
    const report = path.join(folder, 'report.json')
    try {
      const env = {
        ACCORD_HOSTILE_MUTANTS: mutants,
        ACCORD_HOSTILE_SEED: seed,
        ACCORD_HOSTILE_REPORT: report,
      }
      const code = await hunt({ ...env, ACCORD_TEST_DATABASE_URL: postgres.url }, json)
      if (existsSync(report)) console.log(readFileSync(report, 'utf8'))
      return code
    } finally {
      await postgres.remove()
      rmSync(folder, { recursive: true })
    }
  } catch (thrown) {
    console.error(sentenceFor(thrown))
    return 1
  }
}

/** @param {string[]} args */
function wishesOf(args) {
  const options = /** @type {const} */ ({
    mutants: { type: 'string', default: '100000' },
    seed: { type: 'string', default: String(Date.now() % 2 ** 31) },
    json: { type: 'boolean', default: false },
  })
  const { mutants, seed, json } = parseArgs({ args, options }).values
  for (const number of [mutants, seed])
    if (!/^\d{1,10}$/.test(number)) throw new PlainFailure(messages.notANumber(number))
  return { mutants, seed, json }
}

/**
 * @param {Record<string, string>} env
 * @param {boolean} quiet
 * @returns {Promise<number>}
 */
function hunt(env, quiet) {
  const jest = createRequire(path.join(root, 'package.json')).resolve('jest/package.json')
  const args = [path.join(path.dirname(jest), 'bin', 'jest.js'), '--ci', '--runInBand', 'hostile-input']
  const child = spawn(process.execPath, args, {
    cwd: path.join(root, 'apps', 'api'),
    env: { ...process.env, ...env, NODE_OPTIONS: '--experimental-vm-modules --no-warnings' },
    stdio: quiet ? ['ignore', 'ignore', 'inherit'] : 'inherit',
  })
  return new Promise((resolve) => child.once('exit', (code) => resolve(code ?? 1)))
}
