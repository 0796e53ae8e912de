import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { PlainFailure } from '../failure.mjs'
import { messages } from '../messages.mjs'
import { root } from '../settings.mjs'
import { runQuietly } from './run-quietly.mjs'

// 'compiled': the message catalogues that the build writes among the sources.
const NOT_SOURCE = new Set([
  'node_modules',
  'dist',
  '.turbo',
  'coverage',
  'test-results',
  'playwright-report',
  'compiled',
])
const SHARED = ['package-lock.json', 'package.json', 'turbo.json', 'tsconfig.base.json']

/**
 * Builds what is stale. Turbo knows that precisely and takes a second to find out; sizes and times of the
 * sources, which cost milliseconds, tell when there is nothing to ask. [HO14]
 *
 * @param {(line: string) => void} say
 */
export async function ensureBuilt(say) {
  const stamp = sourceStamp(root)
  if (isBuilt(root, stamp)) return
  say(messages.building())
  const began = Date.now()
  const turbo = path.join(root, 'node_modules', 'turbo', 'bin', 'turbo')
  const args = [turbo, 'run', 'build', '--output-logs=errors-only', '--ui=stream']
  const env = { ...process.env, TURBO_TELEMETRY_DISABLED: '1', DO_NOT_TRACK: '1', NODE_ENV: 'production' }
  const { code, output } = await runQuietly(process.execPath, args, env)
  if (code !== 0) {
    say(output.trimEnd())
    throw new PlainFailure(
      /ENOSPC|no space left/i.test(output) ? messages.diskFull(root) : messages.buildFailed(),
    )
  }
  mkdirSync(path.dirname(stampFile(root)), { recursive: true })
  writeFileSync(stampFile(root), stamp)
  say(messages.built(Math.round((Date.now() - began) / 1_000)))
}

/**
 * @param {string} checkout
 * @param {string} stamp
 */
export function isBuilt(checkout, stamp) {
  const file = stampFile(checkout)
  if (!existsSync(file) || readFileSync(file, 'utf8') !== stamp) return false
  return workspaces(checkout).every((folder) => !hasBuild(folder) || existsSync(path.join(folder, 'dist')))
}

/**
 * A name for the state of everything that a build reads.
 *
 * @param {string} checkout
 * @returns {string}
 */
export function sourceStamp(checkout) {
  const hash = createHash('sha256')
  const note = (/** @type {string} */ file) => {
    const { size, mtimeMs } = statSync(file)
    hash.update(`${path.relative(checkout, file)}\0${size}\0${mtimeMs}\n`)
  }
  for (const name of SHARED) if (existsSync(path.join(checkout, name))) note(path.join(checkout, name))
  for (const folder of workspaces(checkout)) for (const file of filesBelow(folder)) note(file)
  return hash.digest('hex')
}

// Under node_modules, so that a fresh installation asks turbo again.
/** @param {string} checkout */
const stampFile = (checkout) => path.join(checkout, 'node_modules', '.cache', 'accord', 'build-stamp')

/** @param {string} checkout */
function workspaces(checkout) {
  return ['packages', 'apps'].flatMap((group) => {
    const folder = path.join(checkout, group)
    if (!existsSync(folder)) return []
    return readdirSync(folder)
      .sort()
      .map((name) => path.join(folder, name))
      .filter((place) => existsSync(path.join(place, 'package.json')))
  })
}

/** @param {string} folder */
function hasBuild(folder) {
  const manifest = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'))
  return Boolean(manifest.scripts?.build)
}

/**
 * @param {string} folder
 * @returns {string[]}
 */
function filesBelow(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const place = path.join(folder, entry.name)
      if (entry.isDirectory()) return NOT_SOURCE.has(entry.name) ? [] : filesBelow(place)
      return entry.isFile() ? [place] : []
    })
}
