import type { Duplex } from 'node:stream'
import type { Socket } from 'socket.io'

/** How a WebSocket says that it is open. */
const OPEN = 1

type Listener = (bytes: Buffer, isBinary: boolean) => void

/** The WebSocket below a socket of socket.io's, as far as plans use it past the layers between. */
export interface Wire {
  readonly bufferedAmount: number
  readonly readyState: number
  readonly _socket: Pick<Duplex, 'cork' | 'uncork'>
  readonly _sender: { sendFrame(chunks: readonly Buffer[]): void }
  terminate(): void
  on(event: 'message', listener: Listener): void
  listeners(event: 'message'): readonly Listener[]
  removeAllListeners(event: 'message'): void
}

/** Null when it is gone. The transport does not declare it. */
export function wireOf({ transport }: Socket['conn']): Wire | null {
  const wire: unknown = 'socket' in transport ? transport.socket : null
  const isWire = typeof wire === 'object' && wire !== null && '_sender' in wire && '_socket' in wire
  return isWire && wire._socket && wire._sender ? (wire as Wire) : null
}

export function isOpen(wire: Wire | null, { readyState }: Socket['conn']): wire is Wire {
  return wire?.readyState === OPEN && readyState === 'open'
}
