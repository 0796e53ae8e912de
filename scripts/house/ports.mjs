import { randomInt } from 'node:crypto'
import net from 'node:net'
import { PlainFailure } from '../failure.mjs'
import { messages } from '../messages.mjs'

/** Below the ports that a system gives to outgoing connections (32768 on Linux, 49152 elsewhere). */
const LOWEST = 20_000
const HIGHEST = 32_000

/**
 * A port that nobody listens on just now, and that no outgoing connection of this machine can take before it is used.
 *
 * @returns {Promise<number>}
 */
export async function freePort() {
  for (;;) {
    const port = randomInt(LOWEST, HIGHEST)
    if ((await listenOnce(port, undefined)) === null && (await listenOnce(port, '127.0.0.1')) === null)
      return port
  }
}

/**
 * Says at once, before anything heavy, that a port can't be had. [HO12]
 *
 * @param {number} port
 * @param {'PORT' | 'PORTAL_PORT'} variable
 */
export async function requirePort(port, variable) {
  // A program may hold only one of the two addresses, and Node lets a second one listen beside it.
  for (const host of [undefined, '127.0.0.1']) {
    const code = await listenOnce(port, host)
    if (code === 'EACCES') throw new PlainFailure(messages.portForbidden(port, variable))
    if (code === 'EADDRINUSE') throw new PlainFailure(messages.portTaken(port, variable, port + 100))
  }
}

/**
 * @param {number} port
 * @param {string | undefined} host
 * @returns {Promise<string | null>} the error's code
 */
async function listenOnce(port, host) {
  const server = net.createServer()
  const code = await new Promise((resolve) => {
    server.once('error', (/** @type {NodeJS.ErrnoException} */ error) => resolve(error.code ?? error.message))
    server.listen({ port, ...(host ? { host } : {}) }, () => resolve(null))
  })
  if (code === null) await new Promise((resolve) => server.close(resolve))
  return code
}

/**
 * Whether somebody answers there.
 *
 * @param {string} host
 * @param {number} port
 * @param {number} milliseconds
 * @returns {Promise<string | null>} null, or the error's code
 */
export function reach(host, port, milliseconds) {
  return new Promise((resolve) => {
    const socket = net.connect({ host, port })
    const end = (/** @type {string | null} */ code) => {
      socket.destroy()
      resolve(code)
    }
    socket.setTimeout(milliseconds, () => end('ETIMEDOUT'))
    socket.once('connect', () => end(null))
    socket.once('error', (/** @type {NodeJS.ErrnoException} */ error) => end(error.code ?? 'ECONNREFUSED'))
  })
}
