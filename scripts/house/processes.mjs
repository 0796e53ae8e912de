import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'

/** Where `/proc/PID/stat` has what, counted behind the name. */
const STATE = 0
const THREADS = 17

/**
 * Whether a process with this number exists, whoever owns it.
 *
 * @param {number} pid
 */
export function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return !isZombie(pid)
  } catch (thrown) {
    return /** @type {NodeJS.ErrnoException} */ (thrown).code === 'EPERM'
  }
}

/**
 * A dead child that nobody has collected still answers to signal 0; in a container without an init it does so for ever.
 * Its first thread is dead before the others are, and until then its ports are taken.
 *
 * @param {number} pid
 */
function isZombie(pid) {
  if (process.platform !== 'linux') return false
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return fields[STATE] === 'Z' && Number(fields[THREADS]) <= 1
  } catch {
    return false
  }
}

/**
 * The command line of a process, or '' when it can't be learned. Numbers are used again after a reboot, so a
 * number alone proves nothing.
 *
 * @param {number} pid
 * @returns {string}
 */
function commandOf(pid) {
  if (process.platform === 'win32') return ''
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim()
  } catch {
    return spawnSync('ps', ['-p', String(pid), '-o', 'args='], { encoding: 'utf8' }).stdout?.trim() ?? ''
  }
}

/**
 * @param {number} pid
 * @param {string} fragment
 */
export function isAliveAs(pid, fragment) {
  if (!isAlive(pid)) return false
  return process.platform === 'win32' || commandOf(pid).includes(fragment)
}

/**
 * Waits until the condition holds; false when it didn't in time.
 *
 * @param {() => boolean | Promise<boolean>} condition
 * @param {number} milliseconds
 * @param {number} [every]
 */
export async function until(condition, milliseconds, every = 25) {
  const deadline = Date.now() + milliseconds
  while (!(await condition())) {
    if (Date.now() > deadline) return false
    await sleep(every)
  }
  return true
}
