import { spawn, spawnSync } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import { freePort, reach } from '../../scripts/house/ports.mjs'

/**
 * A Redis of one run, which keeps nothing: whatever is lost with it was only a hint (MP1).
 *
 * @typedef {object} Redis
 * @property {string} url
 * @property {() => Promise<void>} kill ends it as by a power cut, and starts another one
 * @property {(isFrozen: boolean) => void} freeze
 * @property {() => Promise<void>} stop
 */

const ANSWERS_WITHIN = 20_000

export function isRedisInstalled() {
  return spawnSync('redis-server', ['--version'], { stdio: 'ignore' }).status === 0
}

/** @returns {Promise<Redis>} */
export async function startRedis() {
  const port = await freePort()
  let child = await launch(port)
  return {
    url: `redis://127.0.0.1:${port}`,
    kill: async () => {
      await end(child, 'SIGKILL')
      child = await launch(port)
    },
    freeze: (isFrozen) => void child.kill(isFrozen ? 'SIGSTOP' : 'SIGCONT'),
    stop: () => end(child, 'SIGKILL'),
  }
}

/** @param {number} port */
async function launch(port) {
  const options = ['--port', `${port}`, '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no']
  const child = spawn('redis-server', options, { stdio: 'ignore' })
  for (
    const end = Date.now() + ANSWERS_WITHIN;
    (await reach('127.0.0.1', port, 500)) !== null;
    await sleep(20)
  ) {
    if (Date.now() > end) throw new Error('Redis did not start')
  }
  return child
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @param {NodeJS.Signals} signal
 */
async function end(child, signal) {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill(signal)
  await ended
}
