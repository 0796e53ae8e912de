import type { Actor } from '@accord/domain/access/subject'
import type { ConnectionId, LogId } from '@accord/domain/ids'
import type { Tombstone } from '@accord/domain/refusal'
import type { ClosedReason, ServerEvents } from '@accord/domain/sync/wire'
import type { Opened } from '../audit/access-event.repository.js'
import type { Frame } from './frame.js'
import type { TurnQueue } from './turn-queue.js'

/** One socket of somebody who is signed in. */
export interface PlanSession {
  readonly connection: ConnectionId
  readonly actor: Actor
  readonly signInId: string
  /** The network address that it came from. */
  readonly address: string
  /** The logs that this socket has open, each with the event that says so; null for a log of one's own. (DR4) */
  readonly opened: Map<LogId, Opened | null>
  /** Joining and leaving, one after the other. */
  readonly turns: TurnQueue
  /** Sends a message that is framed already. */
  readonly send: (frame: Frame) => void
  readonly tell: <Event extends keyof ServerEvents>(event: Event, message: ServerEvents[Event]) => void
  /** Says why and disconnects. */
  readonly end: (plan: LogId | null, reason: ClosedReason, erased?: Tombstone) => void
  readonly isGone: () => boolean
}
