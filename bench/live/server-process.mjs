import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const READY_WITHIN = 60_000

/**
 * @typedef {object} ServerProcess a server that is measured
 * @property {number} pid
 * @property {() => Promise<{ held: number, rss: number }>} memory in bytes, after collecting what is not needed
 * @property {(whether: boolean) => void} counts tells it that from now on a run counts, or no longer
 * @property {() => Promise<void>} stop
 * @property {() => Promise<void>} kill as a power cut would: SIGKILL
 */

/**
 * Starts a server as a process of its own and waits until it listens.
 *
 * @param {string} entry path of its program
 * @param {NodeJS.ProcessEnv} env
 * @param {(text: string) => void} [hear] is told what it writes into its log
 * @returns {Promise<ServerProcess>}
 */
export async function startServer(entry, env, hear) {
  const probe = fileURLToPath(new URL('servers/probe.mjs', import.meta.url))
  const { PATH, HOME, ACCORD_BENCH_PROFILE } = process.env
  const child = fork(entry, [], {
    env: { PATH, HOME, ACCORD_BENCH_PROFILE, NODE_ENV: 'production', ...env },
    // The room for what is young that `npm start` gives Accord, for each of the three.
    execArgv: ['--max-semi-space-size=64', '--expose-gc', '--import', probe],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (/** @type {Buffer} */ chunk) => (said = `${said}${chunk.toString()}`.slice(-20_000)))
  }
  if (hear) child.stdout?.on('data', (/** @type {Buffer} */ chunk) => hear(chunk.toString()))
  const ended = new Promise((resolve) => child.once('exit', resolve))
  await answerOf(child, 'ready', ended).catch((error) => {
    child.kill('SIGKILL')
    throw new Error(`${error.message}\n${said}`)
  })
  const end = async (/** @type {NodeJS.Signals} */ signal) => {
    child.kill(signal)
    await ended
  }
  return {
    pid: child.pid ?? 0,
    memory: () => {
      const answer = answerOf(child, 'memory', ended)
      child.send({ type: 'memory' })
      return answer
    },
    counts: (whether) => void child.send({ type: whether ? 'begin' : 'end' }),
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
  }
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @param {string} type of the message that is waited for
 * @param {Promise<unknown>} ended
 * @returns {Promise<any>}
 */
export function answerOf(child, type, ended) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`nobody said ${type}`)), READY_WITHIN)
    const hear = (/** @type {{ type: string }} */ message) => {
      if (message.type !== type) return
      clearTimeout(timer)
      child.off('message', hear)
      resolve(message)
    }
    child.on('message', hear)
    void ended.then(() => reject(new Error(`a process ended before it said ${type}`)))
  })
}
