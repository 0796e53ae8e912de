import type { Socket } from 'socket.io'
import { wireOf } from './wire.js'

/** Hears a message that was read, and of how many bytes it was. */
type Hear = (body: unknown, bytes: number) => void

const OBJECT = '{'.charCodeAt(0)
const END = '}]'

/**
 * Takes one event straight from the WebSocket, where it is written as socket.io's own client writes it: the layers
 * between cost more than reading it. Everything else, and whatever reads in no other way, goes the usual way.
 */
export function hearStraight(socket: Socket, event: string, hear: Hear): void {
  const wire = wireOf(socket.conn)
  if (!wire) return
  const head = Buffer.from(`42["${event}",`)
  const usual = wire.listeners('message')
  wire.removeAllListeners('message')
  wire.on('message', (bytes, isBinary) => {
    const body = isBinary || !socket.connected ? null : bodyOf(bytes, head)
    if (body !== null) hear(body, bytes.length)
    else for (const listener of usual) listener.call(wire, bytes, isBinary)
  })
}

/** The one argument of the event; null for anything else. */
function bodyOf(bytes: Buffer, head: Buffer): unknown {
  const isEvent = bytes[head.length] === OBJECT && head.compare(bytes, 0, head.length) === 0
  if (!isEvent || bytes.toString('latin1', bytes.length - END.length) !== END) return null
  try {
    return JSON.parse(bytes.toString('utf8', head.length, bytes.length - 1))
  } catch {
    // Of several arguments, or no JSON: socket.io knows what to say to that.
    return null
  }
}
