import type { Duplex } from 'node:stream'
import type { Socket } from 'socket.io'

type Connection = Socket['conn']

/** How socket.io writes an event of its main namespace: a message of engine.io's, an event of its own. */
const EVENT = '42'

/**
 * The way to the other end of a socket. What is said of plans goes straight to the WebSocket, as socket.io would have
 * written it and always this way, so that nothing overtakes anything: the layers between cost more than the saying.
 */
export class Outbox {
  private isGathering = false

  constructor(private readonly connection: Connection) {}

  /** Bytes that wait to be read at the other end, in our own buffers and those below. */
  get waiting(): number {
    return wireOf(this.connection)?.bufferedAmount ?? 0
  }

  tell(event: string, message: unknown): void {
    const wire = wireOf(this.connection)
    if (!wire || this.connection.readyState !== 'open') return
    if (!this.isGathering) this.gather(wire)
    wire.send(encoded(event, message), { binary: false })
  }

  /** Ends the connection without waiting for whatever is still to be read. */
  cut(): void {
    const wire = wireOf(this.connection)
    this.connection.close(true)
    wire?.terminate()
  }

  /** Whatever is said within one turn leaves at once: asking the system to send is most of what telling costs. */
  private gather({ _socket: stream }: Wire): void {
    this.isGathering = true
    stream.cork()
    process.nextTick(() => {
      this.isGathering = false
      stream.uncork()
    })
  }
}

/** The message encoded last: the same one goes to everybody who has a plan open. */
let last: { readonly message: unknown; readonly bytes: Buffer } = { message: null, bytes: Buffer.alloc(0) }

function encoded(event: string, message: unknown): Buffer {
  if (last.message === message) return last.bytes
  const bytes = Buffer.from(`${EVENT}${JSON.stringify([event, message])}`)
  last = { message, bytes }
  return bytes
}

interface Wire {
  readonly bufferedAmount: number
  readonly _socket: Pick<Duplex, 'cork' | 'uncork'>
  send(bytes: Buffer, manner: { readonly binary: boolean }): void
  terminate(): void
}

/** The WebSocket below, which the transport does not declare. */
function wireOf({ transport }: Connection): Wire | null {
  const wire: unknown = 'socket' in transport ? transport.socket : null
  const isWire = typeof wire === 'object' && wire !== null && 'bufferedAmount' in wire && '_socket' in wire
  return isWire && wire._socket ? (wire as Wire) : null
}
