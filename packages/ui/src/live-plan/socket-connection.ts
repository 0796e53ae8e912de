import { Manager, type Socket } from 'socket.io-client'
import type { ConnectionListener, Heard, LiveConnection, Sent } from './connection.js'
import { Pause } from './pause.js'

interface SocketOptions {
  /** Where the server is; the page's own origin when empty. */
  readonly origin: string
  /** A number from 0 to below 1. */
  readonly random: () => number
  /** Asked when a handshake fails without saying why, as a browser's socket can't read an HTTP status. */
  readonly isSignedIn: () => Promise<boolean>
}

const HEARD = ['joined', 'accepted', 'refused', 'changed', 'looked', 'closed', 'stirred'] as const

/**
 * To a server of which another process may be there at once; who is refused comes back later each time, and not all
 * together. (MP13)
 */
export function managerTo(origin: string): Manager {
  return new Manager(origin, {
    path: '/socket.io',
    transports: ['websocket'],
    withCredentials: true,
    reconnectionDelay: 200,
    reconnectionDelayMax: 30_000,
    randomizationFactor: 0.5,
  })
}

/** A socket.io connection, WebSocket only, that comes back by itself after 0.1 to 30 s, or as soon as the device is online. */
export class SocketConnection implements LiveConnection {
  readonly #socket: Socket
  readonly #options: SocketOptions
  readonly #listeners = new Set<ConnectionListener>()
  readonly #pause: Pause
  #isDeviceOffline = false

  constructor(options: SocketOptions) {
    this.#options = options
    this.#pause = new Pause(options.random)
    this.#socket = managerTo(options.origin).socket('/')
    this.#listenToSocket()
    window.addEventListener('offline', this.#deviceOffline)
    window.addEventListener('online', this.#deviceOnline)
  }

  isConnected(): boolean {
    return this.#socket.connected && !this.#isDeviceOffline
  }

  send({ event, message }: Sent): void {
    // socket.io would keep it for later; the client machine asks anew instead, knowing what was stored. (LP4)
    if (this.#socket.connected) this.#socket.emit(event, message)
  }

  listen(listener: ConnectionListener): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  close(): void {
    this.#pause.end()
    this.#listeners.clear()
    window.removeEventListener('offline', this.#deviceOffline)
    window.removeEventListener('online', this.#deviceOnline)
    this.#socket.disconnect()
  }

  #listenToSocket(): void {
    this.#socket.on('connect', () => {
      this.#pause.forgetTries()
      this.#tell((listener) => listener.connected())
    })
    this.#socket.on('disconnect', (reason) => {
      this.#tell((listener) => listener.disconnected())
      // The server hung up on purpose, a restart for instance: socket.io leaves coming back to us.
      if (reason === 'io server disconnect') this.#pause.begin(() => this.#socket.connect())
    })
    this.#socket.on('connect_error', (error) => void this.#failed(error))
    for (const event of HEARD) {
      this.#socket.on(event, (message: Heard['message']) => {
        this.#tell((listener) => listener.heard({ event, message } as Heard))
      })
    }
  }

  async #failed(error: Error): Promise<void> {
    const isRefused = error.message === 'not-signed-in' || error.message === 'not-yours'
    if (isRefused || (navigator.onLine && !(await this.#options.isSignedIn()))) {
      this.#tell((listener) => listener.signedOut())
      return
    }
    // Refused by a middleware for another reason: socket.io would not try again.
    if (!this.#socket.active) this.#pause.begin(() => this.#socket.connect())
  }

  readonly #deviceOffline = (): void => {
    this.#isDeviceOffline = true
    this.#socket.disconnect()
  }

  readonly #deviceOnline = (): void => {
    this.#isDeviceOffline = false
    this.#pause.end()
    if (this.#socket.connected) return
    // Ends the running wait before the next try, and tries now.
    this.#socket.disconnect()
    this.#socket.connect()
  }

  #tell(what: (listener: ConnectionListener) => void): void {
    for (const listener of [...this.#listeners]) what(listener)
  }
}
