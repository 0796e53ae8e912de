import type { Socket } from 'socket.io'

type Connection = Socket['conn']

/** What waits to be read at the other end of a socket: in our own buffers, and in those below. */
export class Outbox {
  /** Bytes that the transport was not given yet: it takes nothing while what it has is on its way. */
  private held = 0

  constructor(private readonly connection: Connection) {
    connection.on('packetCreate', (packet: { readonly data?: unknown }) => {
      this.held += typeof packet.data === 'string' ? packet.data.length : 0
    })
    connection.on('flush', () => {
      this.held = 0
    })
  }

  /** Bytes, as nearly as characters tell. */
  get waiting(): number {
    const wire = wireOf(this.connection)
    return this.held + (wire === null ? 0 : wire.bufferedAmount)
  }

  /** Ends the connection without waiting for whatever is still to be read. */
  cut(): void {
    const wire = wireOf(this.connection)
    this.connection.close(true)
    wire?.terminate()
  }
}

interface Wire {
  readonly bufferedAmount: number
  terminate(): void
}

/** The WebSocket below, which the transport does not declare. */
function wireOf({ transport }: Connection): Wire | null {
  const wire: unknown = 'socket' in transport ? transport.socket : null
  const isWire = typeof wire === 'object' && wire !== null && 'bufferedAmount' in wire && 'terminate' in wire
  return isWire ? (wire as Wire) : null
}
