import { readFileSync } from 'node:fs'
import path from 'node:path'

/**
 * @typedef {object} Locked
 * @property {string} [version]
 * @property {string} [resolved]
 * @property {string} [integrity]
 * @property {boolean} [link]
 * @property {boolean} [inBundle]
 * @property {boolean} [dev]
 * @property {boolean} [optional]
 * @property {string} [name] where it is locked under another one
 * @property {boolean} [hasInstallScript]
 */

/** @typedef {{ packages: Record<string, Locked> }} LockFile */

/** @typedef {Record<string, readonly [version: string, why: string]>} Floors */

/**
 * @template T
 * @param {string} root
 * @param {string} file
 * @returns {T}
 */
export const readJson = (root, file) => JSON.parse(readFileSync(path.join(root, file), 'utf8'))

/**
 * What is wrong with the packages that a lock file names: copies below the least version that is known to be sound,
 * copies without a sum to check them by or with an address of their own, install scripts that nobody allowed or forbade.
 *
 * @param {LockFile} lock
 * @param {{ floors: Floors, allowScripts: Record<string, boolean> }} rules
 * @returns {string[]} one line each
 */
export function lockTroubles(lock, { floors, allowScripts }) {
  return Object.entries(lock.packages).flatMap(([place, { version = '', ...locked }]) => {
    if (!place.includes('node_modules/') || locked.link) return []
    const name = nameOf(place, locked)
    const [least] = floors[name] ?? []
    return [
      ...(least && isBelow(version, least) ? [`${place} is ${version}, below ${least}`] : []),
      // A part of a tool for another system, which npm could not ask for a sum where the lock file was made.
      ...(locked.integrity || locked.inBundle || (locked.dev && locked.optional)
        ? []
        : [`${place} has no integrity`]),
      ...(locked.resolved ? [`${place} has an address`] : []),
      ...(locked.hasInstallScript && !Object.hasOwn(allowScripts, name) ? [`${place} runs a script`] : []),
    ]
  })
}

/**
 * @param {string} place
 * @param {Pick<Locked, 'name'>} locked
 */
export const nameOf = (place, { name }) =>
  name ?? place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length)

/**
 * A version before its release counts as below it.
 *
 * @param {string} version
 * @param {string} least
 */
function isBelow(version, least) {
  const [numbers = '', early] = version.split('-')
  const [has, needs] = [numbers.split('.').map(Number), least.split('.').map(Number)]
  const at = needs.findIndex((need, index) => (has[index] ?? 0) !== need)
  return at === -1 ? early !== undefined : (has[at] ?? 0) < (needs[at] ?? 0)
}
