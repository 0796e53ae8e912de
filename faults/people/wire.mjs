import { io } from 'socket.io-client'

/** @import { Socket } from 'socket.io-client' */
/** @import { Socket as TcpSocket } from 'node:net' */
/** @import { ServerEvents } from '@accord/domain/sync/wire' */
/** @import { Person } from '../house/furnish.mjs' */
/** @import { Random } from '../random.mjs' */

/**
 * @typedef {'joined' | 'accepted' | 'refused' | 'changed' | 'closed'} HeardEvent
 * @typedef {{ [Event in HeardEvent]: { event: Event, message: ServerEvents[Event] } }[HeardEvent]} Heard
 *
 * @typedef {object} WireListener
 * @property {() => void} connected
 * @property {() => void} lost
 * @property {(heard: Heard) => void} heard
 *
 * @typedef {object} ComeBack times in ms
 * @property {number} least that a tab waits before it connects again
 * @property {number} most
 * @property {number} givesUp how long it waits for an answer
 */

/** Short: a seed lasts seconds. @type {ComeBack} */
const COME_BACK = { least: 30, most: 250, givesUp: 1_500 }
/** @type {readonly HeardEvent[]} */
const HEARD = ['joined', 'accepted', 'refused', 'changed', 'closed']

/** A tab's connection: WebSocket alone, and when it is gone, another one to any other process. */
export class Wire {
  /** @type {Socket | null} */
  #socket = null
  /** @type {NodeJS.Timeout | null} */
  #coming = null
  /** Where it is connected, or tries to be. */
  origin = ''
  #tries
  #parts
  #listener

  /**
   * @param {{ person: Person, origins: readonly string[], random: Random, comeBack: ComeBack | undefined }} parts
   * @param {WireListener} listener
   */
  constructor(parts, listener) {
    this.#parts = parts
    this.#listener = listener
    this.#tries = parts.random.between(0, parts.origins.length - 1)
  }

  open() {
    this.drop()
    const { origins, person } = this.#parts
    const origin = origins[this.#tries % origins.length] ?? ''
    this.origin = origin
    this.#tries += 1
    const socket = io(origin, {
      transports: ['websocket'],
      extraHeaders: { origin, cookie: person.cookie },
      forceNew: true,
      reconnection: false,
      timeout: (this.#parts.comeBack ?? COME_BACK).givesUp,
    })
    this.#socket = socket
    socket.on('connect', () => this.#listener.connected())
    socket.on('connect_error', () => this.#comeBack(socket))
    socket.on('disconnect', () => {
      if (this.#socket === socket) this.#listener.lost()
      this.#comeBack(socket)
    })
    for (const event of HEARD) {
      socket.on(event, (/** @type {any} */ message) => {
        if (this.#socket === socket) this.#listener.heard(/** @type {Heard} */ ({ event, message }))
      })
    }
  }

  /**
   * @param {string} event
   * @param {unknown} message
   */
  send(event, message) {
    if (this.#socket?.connected) this.#socket.emit(event, message)
  }

  /** Gone without a word, and not coming back by itself. */
  drop() {
    if (this.#coming) clearTimeout(this.#coming)
    this.#coming = null
    const socket = this.#socket
    this.#socket = null
    if (!socket) return
    // A page that goes away closes nothing politely.
    tcpOf(socket)?.destroy()
    socket.disconnect()
  }

  /** @param {boolean} isPaused nothing is read from the network any more */
  pause(isPaused) {
    const tcp = this.#socket && tcpOf(this.#socket)
    if (isPaused) tcp?.pause()
    else tcp?.resume()
  }

  /** @param {Socket} socket */
  #comeBack(socket) {
    if (this.#socket !== socket || this.#coming) return
    const { least, most } = this.#parts.comeBack ?? COME_BACK
    this.#coming = setTimeout(() => this.open(), this.#parts.random.between(least, most))
  }
}

/**
 * The connection below a socket, which socket.io does not declare.
 *
 * @param {Socket} socket
 * @returns {TcpSocket | null}
 */
function tcpOf(socket) {
  const engine = /** @type {any} */ (socket.io.engine)
  return engine?.transport?.ws?._socket ?? null
}
