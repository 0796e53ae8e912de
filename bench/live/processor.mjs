import { readdirSync, readFileSync } from 'node:fs'

/** Ticks a second in which Linux counts a process' time on the processor. */
const TICKS = 100

/**
 * Seconds on the processor that a process took so far, in its own code and the kernel's on its behalf.
 *
 * @param {number} pid
 */
export function processorOf(pid) {
  return timesOf(pid).own
}

/**
 * The same of PostgreSQL: the postmaster, its children, and those that have ended.
 *
 * @param {number} postmaster
 */
export function processorOfTree(postmaster) {
  const { own, ended } = timesOf(postmaster)
  return childrenOf(postmaster).reduce((sum, pid) => sum + timesOf(pid).own, own + ended)
}

/** @param {number} parent */
function childrenOf(parent) {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => timesOf(pid).parent === parent)
}

/**
 * @param {number} pid
 * @returns {{ parent: number, own: number, ended: number }} zeros for a process that is gone
 */
function timesOf(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number)
    const [user = 0, system = 0, endedUser = 0, endedSystem = 0] = fields.slice(11, 15)
    return { parent: fields[1] ?? 0, own: (user + system) / TICKS, ended: (endedUser + endedSystem) / TICKS }
  } catch {
    return { parent: 0, own: 0, ended: 0 }
  }
}
