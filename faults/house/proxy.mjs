import { createServer, connect } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'

/** @import { Socket } from 'node:net' */

/**
 * What is wrong with a link. `up` is from whoever connects to whom they connect.
 *
 * @typedef {object} Weather
 * @property {boolean} holdsUp nothing gets through in this direction until the weather changes
 * @property {boolean} holdsDown
 * @property {number} delay ms for every piece, in both directions
 * @property {number} trickle bytes per 10 ms and direction, 0 for as fast as it goes
 *
 * @typedef {object} Proxy a link between two programs, over TCP
 * @property {number} port
 * @property {(weather: Partial<Weather>) => void} become
 * @property {() => void} reset ends all its connections with a RST
 * @property {() => Promise<void>} close
 */

/** @type {Weather} */
const FAIR = { holdsUp: false, holdsDown: false, delay: 0, trickle: 0 }

/**
 * TCP never loses or doubles a byte, so neither does a link: it holds them back, lets them trickle, or breaks.
 *
 * @param {number} port
 * @param {() => number} target the port behind it, which may change with every connection
 * @returns {Promise<Proxy>}
 */
export async function openProxy(port, target) {
  /** @type {Weather} */
  let weather = FAIR
  /** @type {Set<() => void>} */
  let waiting = new Set()
  /** @type {Set<Socket>} */
  const sockets = new Set()
  const changes = () => new Promise((resolve) => waiting.add(() => resolve(undefined)))
  const server = createServer({ allowHalfOpen: true }, (near) => {
    const far = connect({ port: target(), host: '127.0.0.1', allowHalfOpen: true })
    for (const socket of [near, far]) {
      sockets.add(socket)
      socket.setNoDelay(true)
      // Whatever ends one half ends the other.
      socket.on('error', () => both(near, far))
      socket.once('close', () => sockets.delete(socket) && both(near, far))
    }
    const look = () => weather
    void carry(near, far, () => look().holdsUp, look, changes)
    void carry(far, near, () => look().holdsDown, look, changes)
  })
  await new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => resolve(undefined))
  })
  const reset = () => {
    for (const socket of sockets) socket.resetAndDestroy()
  }
  return {
    port,
    become: (changed) => {
      weather = { ...FAIR, ...changed }
      const woken = waiting
      waiting = new Set()
      for (const wake of woken) wake()
    },
    reset,
    close: async () => {
      reset()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/**
 * @param {Socket} from
 * @param {Socket} to
 * @param {() => boolean} isHeld
 * @param {() => Weather} weather
 * @param {() => Promise<unknown>} changes
 */
async function carry(from, to, isHeld, weather, changes) {
  try {
    for await (const chunk of from) {
      const { delay } = weather()
      if (delay > 0) await Promise.race([sleep(delay), changes()])
      while (isHeld()) await changes()
      await write(to, chunk, weather)
    }
    while (isHeld()) await changes()
    to.end()
  } catch {
    both(from, to)
  }
}

/**
 * @param {Socket} to
 * @param {Buffer} chunk
 * @param {() => Weather} weather
 */
async function write(to, chunk, weather) {
  for (let at = 0; at < chunk.length && !to.destroyed;) {
    const { trickle } = weather()
    const piece = chunk.subarray(at, trickle > 0 ? at + trickle : chunk.length)
    at += piece.length
    if (!to.write(piece)) await new Promise((resolve) => drained(to, () => resolve(undefined)))
    if (trickle > 0) await sleep(10)
  }
}

/**
 * @param {Socket} socket
 * @param {() => void} then
 */
function drained(socket, then) {
  const done = () => {
    socket.off('drain', done).off('close', done)
    then()
  }
  socket.once('drain', done).once('close', done)
}

/** @param {Socket[]} ends */
function both(...ends) {
  for (const end of ends) end.destroy()
}
