import type { IncomingMessage } from 'node:http'
import type { Socket } from 'node:net'
import type { Audience } from '@accord/domain/access/subject'

const audiences = new WeakMap<Socket, Audience>()

/** Remembers which app's port a connection came in by. (AC6) */
export function tagAudience(socket: Socket, audience: Audience): void {
  audiences.set(socket, audience)
}

/** Which of the two apps a request came to; decided by the port, never by anything that the request says. (AC6) */
export function audienceOf(request: Pick<IncomingMessage, 'socket'>): Audience {
  const audience = audiences.get(request.socket)
  if (!audience) throw new Error('a connection came in by neither of the two ports')
  return audience
}
