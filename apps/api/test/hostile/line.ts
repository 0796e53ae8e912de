import type { PersonId } from '@accord/domain/ids'
import { io, type Socket } from 'socket.io-client'
import type { TestApi } from '../api.js'
import type { Asker } from './world.js'

/** What a server said to a socket. */
export interface Said {
  readonly event: string
  readonly message: {
    readonly code?: string
    readonly reason?: string
    readonly plan?: string | null
    readonly seq?: number
  }
}

/** A socket on which frames are written as somebody writes them who knows the protocol and means ill. */
export interface Line {
  readonly person: PersonId
  readonly said: readonly Said[]
  readonly isOpen: () => boolean
  /** Why it was ended, as far as this end knows; empty while it is open. */
  readonly whyEnded: () => string
  /** A frame as it goes over the wire, of text or of bytes. */
  write(frame: string | Buffer): void
  forget(): void
  close(): void
}

interface WebSocketLike {
  send(frame: string | Buffer, done?: (error?: Error) => void): void
}

export async function openLine(api: TestApi, { audience, cookie, actor }: Asker): Promise<Line> {
  if (!actor) throw new Error('nobody opens no socket')
  const [origin = ''] = api.config.origins[audience]
  const options = { transports: ['websocket'], forceNew: true, reconnection: false }
  const socket = io(origin, { ...options, extraHeaders: { origin, cookie } })
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve)
    socket.once('connect_error', reject)
  })
  const said: Said[] = []
  socket.onAny((event: string, message: Said['message']) => said.push({ event, message }))
  let why = ''
  socket.once('disconnect', (reason) => (why = reason))
  const { ws } = transportOf(socket)
  return {
    person: actor.person,
    said,
    isOpen: () => socket.connected,
    whyEnded: () =>
      [why, ...said.flatMap(({ event, message }) => (event === 'closed' ? [message.reason] : []))].join(' '),
    // Whoever writes to a socket that has just been closed on them hears of it by its being closed.
    write: (frame) => ws.send(frame, () => undefined),
    forget: () => void said.splice(0),
    close: () => void socket.disconnect(),
  }
}

function transportOf(socket: Socket): { readonly ws: WebSocketLike } {
  return (socket.io.engine as unknown as { transport: { ws: WebSocketLike } }).transport
}
