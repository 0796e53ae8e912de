import { spawn, spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'
import path from 'node:path'
import { PlainFailure, sentenceFor } from '../failure.mjs'
import { ensureBuilt } from '../house/build.mjs'
import { ensureInstalled } from '../house/install.mjs'
import { messages } from '../messages.mjs'
import { root } from '../settings.mjs'
import { throwawayPostgres } from '../testing/throwaway-postgres.mjs'
import { herd } from './herd.mjs'
import { orphans } from './orphans.mjs'

/**
 * @typedef {object} Extra
 * @property {string} name
 * @property {string | null} lacks what this machine has not, in words
 * @property {() => Promise<string>} run gives what was seen, or throws
 */

/** @type {readonly Extra[]} */
export const EXTRAS = [
  { name: 'orphans', lacks: null, run: orphans },
  { name: 'herd', lacks: null, run: herd },
  {
    name: 'disk-full',
    lacks: process.platform === 'linux' && process.getuid?.() === 0 ? null : messages.extraNeedsRoot(),
    run: () => byJest('disk-full'),
  },
  {
    name: 'redis',
    lacks: isInstalled('redis-server') ? null : messages.extraNeedsProgram('redis-server'),
    run: () => byJest('redis'),
  },
]

/**
 * Runs what `npm test` can't: what needs root, an extra program or minutes. Says of each whether it ran; one that
 * couldn't is no success. [HO24]
 *
 * @param {string[]} names
 * @returns {Promise<number>} exit code
 */
export async function runExtra(names) {
  try {
    const wanted = wantedOf(names)
    await ensureInstalled(console.log)
    await ensureBuilt(console.log)
    return await runEach(wanted, console.log)
  } catch (thrown) {
    console.error(sentenceFor(thrown))
    return 1
  }
}

/**
 * @param {string[]} names all of them when empty
 * @throws {PlainFailure} where a name is nobody's
 */
export function wantedOf(names) {
  const known = EXTRAS.map(({ name }) => name)
  const unknown = names.find((name) => !known.includes(name))
  if (unknown !== undefined) throw new PlainFailure(messages.unknownSuite(unknown, known.join(', ')))
  return EXTRAS.filter(({ name }) => names.length === 0 || names.includes(name))
}

/**
 * @param {readonly Extra[]} wanted
 * @param {(line: string) => void} say
 * @returns {Promise<number>} exit code: 0 when all of them ran, and none failed
 */
export async function runEach(wanted, say) {
  let [ran, failed, left] = [0, 0, 0]
  for (const { name, lacks, run } of wanted) {
    if (lacks !== null) {
      left += 1
      say(messages.extraNotRun(name, lacks))
      continue
    }
    try {
      say(messages.extraRan(name, await run()))
      ran += 1
    } catch (thrown) {
      failed += 1
      say(messages.extraFailed(name, sentenceFor(thrown)))
    }
  }
  say(messages.extraTotal(ran, failed, left))
  return failed === 0 && left === 0 && ran > 0 ? 0 : 1
}

/** @param {string} program */
function isInstalled(program) {
  return !spawnSync(program, ['--version'], { stdio: 'ignore' }).error
}

/**
 * @param {string} name of a file `test/extra/NAME.extra.ts` of the API
 * @returns {Promise<string>}
 */
async function byJest(name) {
  const jest = createRequire(path.join(root, 'package.json')).resolve('jest/package.json')
  const binary = path.join(path.dirname(jest), 'bin', 'jest.js')
  const postgres = await throwawayPostgres()
  const child = spawn(
    process.execPath,
    [binary, '--ci', '--runInBand', '--testMatch', `**/extra/${name}.extra.ts`],
    {
      cwd: path.join(root, 'apps', 'api'),
      env: {
        ...process.env,
        ACCORD_TEST_DATABASE_URL: postgres.url,
        NODE_OPTIONS: '--experimental-vm-modules --no-warnings',
      },
      stdio: 'inherit',
    },
  )
  const code = await new Promise((resolve) => child.once('exit', resolve))
  await postgres.remove()
  if (code !== 0) throw new Error(`its test ended with ${String(code)}`)
  return messages.extraPassed()
}
