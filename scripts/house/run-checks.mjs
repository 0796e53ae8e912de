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

/** Types are many small things: collected a quarter as often as with Node's own 16 MB. */
const MEMORY = '--max-semi-space-size=64'
const lint = ['node_modules/eslint/bin/eslint.js', '--max-warnings', '0']
/** Linted by themselves, because each reads types of its own; what stands nowhere here is linted with the rest. */
const LINTED_ALONE = ['apps/api', 'apps/web']

/**
 * What has to hold before anything is merged, each with its command for node; after the build the longest first. [HO22]
 *
 * @type {readonly (readonly [name: string, args: readonly string[]])[]}
 */
const checks = [
  ['build', [...turbo, 'build']],
  ['types', [...turbo, 'typecheck', '--concurrency=1']],
  [
    'lint of the rest',
    [...lint, '.', ...LINTED_ALONE.flatMap((folder) => ['--ignore-pattern', `${folder}/**`])],
  ],
  ...LINTED_ALONE.map((folder) => /** @type {const} */ ([`lint of ${folder}`, [...lint, folder]])),
  ['types of the scripts', ['node_modules/typescript/bin/tsc', '-p', 'scripts/tsconfig.json']],
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
 * Runs every check, also after one that failed, so that one look shows all there is to do. The build comes first, because
 * the others read it; they run two at a time, and each shows what it said when it ends.
 *
 * @param {string[]} names only these, all when empty; `lint` stands for all of its parts
 */
export async function runChecks(names) {
  const [first, ...others] = chosen(names)
  await ensureInstalled(console.log)
  const began = Date.now()
  /** @type {string[]} */
  const failed = []
  /** @param {(readonly [name: string, args: readonly string[]])[]} queue */
  const inTurn = async (queue) => {
    for (let next = take(queue); next; next = take(queue)) if (!(await check(next))) failed.push(next[0])
  }
  if (first) await inTurn([first])
  const queue = [...others]
  await Promise.all([inTurn(queue), inTurn(queue)])
  if (failed.length > 0) throw new PlainFailure(messages.checksFailed(failed.join(', ')))
  console.log(messages.checksPassed(secondsSince(began)))
}

/**
 * @param {string[]} names
 * @returns {(readonly [name: string, args: readonly string[]])[]}
 */
function chosen(names) {
  const unknown = names.find((asked) => !checks.some(([name]) => isPartOf(name, asked)))
  if (unknown !== undefined)
    throw new PlainFailure(messages.unknownCheck(unknown, checks.map(([name]) => name).join(', ')))
  return checks.filter(([name]) => names.length === 0 || names.some((asked) => isPartOf(name, asked)))
}

/**
 * @param {string} name
 * @param {string} asked
 */
const isPartOf = (name, asked) => name === asked || name.startsWith(`${asked} of `)

/**
 * @template Item
 * @param {Item[]} queue
 */
const take = (queue) => queue.shift()

/**
 * @param {readonly [name: string, args: readonly string[]]} check
 * @returns {Promise<boolean>} whether it holds
 */
async function check([name, args]) {
  const start = Date.now()
  const { code, said } = await run(args)
  console.log(messages.checkBegins(name))
  process.stdout.write(said)
  console.log((code === 0 ? messages.checkPassed : messages.checkFailed)(name, secondsSince(start)))
  return code === 0
}

/** @param {number} start */
const secondsSince = (start) => ((Date.now() - start) / 1_000).toFixed(1)

/**
 * @param {readonly string[]} args
 * @returns {Promise<{ readonly code: number | null, readonly said: string }>}
 */
function run(args) {
  const options = [process.env.NODE_OPTIONS ?? '', MEMORY].join(' ')
  const env = { ...process.env, TURBO_TELEMETRY_DISABLED: '1', DO_NOT_TRACK: '1', NODE_OPTIONS: options }
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] })
    /** @type {string[]} */
    const said = []
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8')
      stream.on('data', (/** @type {string} */ words) => said.push(words))
    }
    child.once('error', reject)
    child.once('close', (code) => resolve({ code, said: said.join('') }))
  })
}
