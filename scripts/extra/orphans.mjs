import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { isAlive } from '../house/processes.mjs'
import { startPostgres, stopPostgres } from '../postgres/server.mjs'

/** @import { ChildProcess } from 'node:child_process' */

const ROUNDS = 50

/**
 * Whoever started PostgreSQL is killed, fifty times in a row; every tenth time PostgreSQL as well. The next start
 * takes over what runs, or brings back what doesn't. [HO10]
 *
 * @returns {Promise<string>} what was seen
 */
export async function orphans() {
  const folder = mkdtempSync(path.join(tmpdir(), 'accord-orphans-'))
  chmodSync(folder, 0o711)
  const inside = (/** @type {string} */ name) => path.join(folder, name)
  const place = {
    directory: inside('postgres'),
    secretsDir: inside('secrets'),
    logsDir: inside('logs'),
  }
  let [adopted, recovered, pid] = [0, 0, 0]
  try {
    for (let round = 0; round < ROUNDS; round += 1) {
      const started = await startedAndKilled(place)
      if (round > 0 && isAlive(pid)) assert.deepEqual(started, { pid, adopted: true })
      adopted += Number(started.adopted)
      recovered += Number(round > 0 && !started.adopted)
      pid = started.pid
      assert.equal(isAlive(pid), true)
      if (round % 10 === 9) await killed(pid)
    }
    return `${ROUNDS} starts after a SIGKILL: ${adopted} took over the running server, ${recovered} brought a killed one back`
  } finally {
    await stopPostgres(place)
    rmSync(folder, { recursive: true, force: true })
  }
}

/**
 * @param {Parameters<typeof startPostgres>[0]} place
 * @returns {Promise<{ pid: number, adopted: boolean }>}
 */
async function startedAndKilled(place) {
  const child = spawn(process.execPath, [fileURLToPath(import.meta.url), JSON.stringify(place)], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  /** @type {{ pid: number, adopted: boolean }} */
  const started = await new Promise((resolve, reject) => {
    child.once('message', (said) => resolve(/** @type {{ pid: number, adopted: boolean }} */ (said)))
    child.once('exit', () => reject(new Error('a start ended without a word')))
  })
  await new Promise((resolve) => {
    child.once('exit', resolve)
    child.kill('SIGKILL')
  })
  return started
}

/** @param {number} pid */
async function killed(pid) {
  process.kill(pid, 'SIGKILL')
  while (isAlive(pid)) await new Promise((resolve) => setTimeout(resolve, 20))
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { pid, adopted } = await startPostgres(JSON.parse(process.argv[2] ?? ''))
  process.send?.({ pid, adopted })
  // Waits to be killed.
  setInterval(() => undefined, 60_000)
}
