import { spawn } from 'node:child_process'
import { appendFileSync, existsSync, readFileSync, statfsSync } from 'node:fs'
import { runAs } from './identity.mjs'

/** @import { Identity } from './identity.mjs' */

/**
 * Runs one of PostgreSQL's programs to its end; what it says goes to the log.
 *
 * @param {Identity} identity
 * @param {string} program
 * @param {string[]} args
 * @param {{ log: string, input?: string }} options
 * @returns {Promise<{ code: number | null, output: string }>}
 */
export function runProgram(identity, program, args, { log, input }) {
  const run = runAs(identity, program, args)
  return new Promise((resolve, reject) => {
    const child = spawn(run.command, run.args, { ...run.options, cwd: '/', env: programEnv(), stdio: 'pipe' })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (/** @type {Buffer} */ chunk) => (output += chunk.toString()))
    }
    child.once('error', reject)
    child.once('close', (code) => {
      appendFileSync(log, output, { mode: 0o600 })
      resolve({ code, output })
    })
    // A program that ends before it has read everything says so by its exit code.
    child.stdin.on('error', () => undefined)
    child.stdin.end(input ?? '')
  })
}

/**
 * PG* variables of the person's shell would lead the programs elsewhere, and a language would translate the words
 * that are searched for.
 *
 * @returns {NodeJS.ProcessEnv}
 */
export function programEnv() {
  const kept = Object.entries(process.env).filter(
    ([name]) => !name.startsWith('PG') && !name.startsWith('LC_'),
  )
  return { ...Object.fromEntries(kept), LC_ALL: 'C', TZ: 'UTC' }
}

/** @param {string} words */
const saysDiskFull = (words) => words.includes('No space left on device') || words.includes('ENOSPC')

/**
 * Whether a failure is a full disk: by its words, or, since a program that can't write may be unable to say so, by
 * what is left on the disk.
 *
 * @param {string} words
 * @param {string} directory one that exists
 */
export function isDiskFull(words, directory) {
  if (saysDiskFull(words)) return true
  return freeBytes(directory) < 8 * 1024 * 1024
}

/** @param {string} directory one that exists */
export function freeBytes(directory) {
  const { bavail, bsize } = statfsSync(directory)
  return bavail * bsize
}

/**
 * The end of a log, from the given length on.
 *
 * @param {string} log
 * @param {number} from
 */
export function logSince(log, from) {
  return existsSync(log) ? readFileSync(log).subarray(from).toString() : ''
}
