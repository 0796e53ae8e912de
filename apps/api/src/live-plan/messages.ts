import { isUuid, type LogId } from '@accord/domain/ids'
import { refuse, type Refusal } from '@accord/domain/refusal'
import { isUsualText } from '@accord/domain/sync/usual-text'
import { CLIENT_EVENTS, type ClientEvent, type TextMessage } from '@accord/domain/sync/wire'
import type { z } from 'zod/mini'
import { isTooDeep } from '../http/well-formed.js'
import type { LiveLimits } from './limits.js'

/** A message as the schema of its event has it. */
export type MessageOf<Event extends ClientEvent> = z.infer<(typeof CLIENT_EVENTS)[Event]>

/** Reads a message: its size first, then the strict schema, in which an unknown key is an error. (LP2) */
export function readMessage<Event extends ClientEvent>(
  event: Event,
  body: unknown,
  limits: LiveLimits,
): MessageOf<Event> | Refusal {
  if (typeof body !== 'object' || body === null || isTooDeep(body)) return refuse('malformed')
  if (Buffer.byteLength(JSON.stringify(body)) > mostBytes(event, limits)) return refuse('too-large')
  const parsed = CLIENT_EVENTS[event].safeParse(body)
  return parsed.success ? (parsed.data as MessageOf<Event>) : refuse('malformed')
}

/** True for what most messages are, of which the schema would say the same at several times the cost. (LP2) */
export function isUsual(body: unknown, bytes: number | null, limits: LiveLimits): body is TextMessage {
  return bytes !== null && bytes <= limits.operationBytes && isUsualText(body)
}

/** Which plan and operation a message that cannot be read was about, as far as it says so. */
export function addressOf(body: unknown): { readonly plan: LogId | null; readonly op: number | null } {
  const { plan, op } = (typeof body === 'object' && body !== null ? body : {}) as Record<string, unknown>
  return {
    plan: typeof plan === 'string' && isUuid(plan) ? (plan as LogId) : null,
    op: typeof op === 'number' && Number.isSafeInteger(op) && op > 0 ? op : null,
  }
}

function mostBytes(event: ClientEvent, limits: LiveLimits): number {
  switch (event) {
    case 'text':
    case 'command':
      return limits.operationBytes
    case 'join':
    case 'look':
    case 'leave':
      return limits.lookBytes
  }
}
