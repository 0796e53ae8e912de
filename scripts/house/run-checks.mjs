import { spawn } from 'node:child_process'
import { PlainFailure } from '../failure.mjs'
import { messages } from '../messages.mjs'
import { root } from '../settings.mjs'
import { ensureInstalled } from './install.mjs'

const turbo = [
  'node_modules/turbo/bin/turbo',
  'run',
  '--ui=stream',
  '--output-logs=errors-only',
  '--continue=dependencies-successful',
]

/**
 * What has to hold before anything is merged, each with its command for node. [HO22]
 *
 * @type {readonly (readonly [name: string, args: readonly string[]])[]}
 */
const checks = [
  ['build', [...turbo, 'build']],
  ['types', [...turbo, 'typecheck']],
  ['types of the scripts', ['node_modules/typescript/bin/tsc', '-p', 'scripts/tsconfig.json']],
  ['lint', ['node_modules/eslint/bin/eslint.js', '.', '--max-warnings', '0']],
  ['format', ['node_modules/prettier/bin/prettier.cjs', '--check', '--log-level=warn', '.']],
  [
    'imports',
    [
      'node_modules/dependency-cruiser/bin/dependency-cruise.mjs',
      '--config',
      '.dependency-cruiser.mjs',
      'packages/*/src',
      'apps/*/{src,test}',
      'e2e',
      'scripts',
    ],
  ],
  ['unused', ['node_modules/knip/bin/knip.js']],
  ['regular expressions', ['scripts/regexes.mjs']],
  ['the standard', ['scripts/asvs.mjs']],
]

/**
 * Runs every check, also after one that failed, so that one look shows all there is to do.
 *
 * @param {string[]} names only these, all when empty
 */
export async function runChecks(names) {
  await ensureInstalled(console.log)
  const began = Date.now()
  /** @type {string[]} */
  const failed = []
  for (const [name, args] of checks.filter(([name]) => names.length === 0 || names.includes(name))) {
    console.log(messages.checkBegins(name))
    const start = Date.now()
    const passed = (await run(args)) === 0
    console.log((passed ? messages.checkPassed : messages.checkFailed)(name, secondsSince(start)))
    if (!passed) failed.push(name)
  }
  if (failed.length > 0) throw new PlainFailure(messages.checksFailed(failed.join(', ')))
  console.log(messages.checksPassed(secondsSince(began)))
}

/** @param {number} start */
const secondsSince = (start) => ((Date.now() - start) / 1_000).toFixed(1)

/**
 * @param {readonly string[]} args
 * @returns {Promise<number | null>}
 */
function run(args) {
  const env = { ...process.env, TURBO_TELEMETRY_DISABLED: '1', DO_NOT_TRACK: '1' }
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd: root, env, stdio: 'inherit' })
    child.once('error', reject)
    child.once('exit', resolve)
  })
}
