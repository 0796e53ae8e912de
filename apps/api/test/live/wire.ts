import type { ClientId } from '@accord/domain/ids'
import type { ServerEvents } from '@accord/domain/sync/wire'
import { io, type Socket } from 'socket.io-client'
import { newUuid } from '../../src/history/new-uuid.js'

interface Heard {
  readonly event: keyof ServerEvents
  readonly message: ServerEvents[keyof ServerEvents]
}

/** A bare socket, for saying what no client would. */
export class Wire {
  readonly heard: Heard[] = []
  readonly socket: Socket

  /** @param ca who is believed, where the origin is https */
  constructor(origin: string, headers: Readonly<Record<string, string>>, ca?: string) {
    this.socket = io(origin, {
      transports: ['websocket'],
      extraHeaders: headers,
      forceNew: true,
      reconnection: false,
      ...(ca === undefined ? {} : { ca }),
    })
    for (const event of [
      'joined',
      'accepted',
      'refused',
      'changed',
      'looked',
      'closed',
      'stirred',
    ] as const) {
      this.socket.on(event, (message: Heard['message']) => {
        this.heard.push({ event, message })
      })
    }
  }

  /** Sends something and waits for so many answers of the events that answer. */
  async say(event: string, body: unknown, answers = 1): Promise<readonly Heard[]> {
    const before = this.answered().length
    this.socket.emit(event, body)
    await until(() => this.answered().length >= before + answers)
    return this.answered().slice(before)
  }

  answered(): readonly Heard[] {
    return this.heard.filter(({ event }) => ['joined', 'accepted', 'refused', 'closed'].includes(event))
  }
}

/** The answer to one message, in short: what was accepted as which entry, or the code. */
export function outcome([heard]: readonly Heard[]): string {
  if (!heard) return 'nothing'
  const { message } = heard
  if ('code' in message) return message.code
  return 'seq' in message ? `${heard.event} ${message.seq}` : heard.event
}

export async function until(holds: () => boolean | Promise<boolean>, patience = 15_000): Promise<void> {
  const end = Date.now() + patience
  while (!(await holds())) {
    if (Date.now() > end) throw new Error('what was waited for did not come')
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}

export function newClientId(): ClientId {
  return newUuid(Date.now()) as ClientId
}
