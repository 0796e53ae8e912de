import type { LogId } from '@accord/domain/ids'
import type { ServerEvents } from '@accord/domain/sync/wire'

/** How socket.io writes an event of its main namespace: a message of engine.io's, an event of its own. */
const EVENT = '42'

/** The first byte of a whole text message, and what its second says where two or eight bytes of length follow. RFC 6455, 5.2. */
const WHOLE_TEXT = 0x81
const LENGTH_IN_2 = 126
const LENGTH_IN_8 = 127

/** A message as it goes over a WebSocket from the server, made once for everybody who is told it. */
export interface Frame {
  readonly event: keyof ServerEvents
  readonly bytes: Buffer
}

export function frameOf<Event extends keyof ServerEvents>(event: Event, message: ServerEvents[Event]): Frame {
  return { event, bytes: framed(`${EVENT}["${event}",`, JSON.stringify(message), ']') }
}

/** The same for an entry that is written already. */
export function changedFrame(plan: LogId, prevSeq: number, entry: string): Frame {
  const head = `${EVENT}["changed",{"plan":"${plan}","prevSeq":${prevSeq},"entry":`
  return { event: 'changed', bytes: framed(head, entry, '}]') }
}

/** @param head plain letters, as `tail` is */
function framed(head: string, body: string, tail: string): Buffer {
  const length = head.length + Buffer.byteLength(body) + tail.length
  const start = length < LENGTH_IN_2 ? 2 : length < 0x1_0000 ? 4 : 10
  const frame = Buffer.allocUnsafe(start + length)
  frame[0] = WHOLE_TEXT
  if (start === 2) frame[1] = length
  else if (start === 4) {
    frame[1] = LENGTH_IN_2
    frame.writeUInt16BE(length, 2)
  } else {
    frame[1] = LENGTH_IN_8
    frame.writeBigUInt64BE(BigInt(length), 2)
  }
  let at = start + frame.write(head, start, 'latin1')
  at += frame.write(body, at)
  frame.write(tail, at, 'latin1')
  return frame
}
