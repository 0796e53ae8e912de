import type { Actor } from '@accord/domain/access/subject'
import type { ConnectionId } from '@accord/domain/ids'
import { textAt, type Plan } from '@accord/domain/plan/plan'
import type { ChangedMessage, ClosedReason, Look, LookedMessage, Present } from '@accord/domain/sync/wire'
import type { TokenBucket } from './token-bucket.js'

/** Somebody who has the plan open, and how to tell them. */
export interface Member {
  readonly actor: Actor
  readonly present: Present
  readonly looks: TokenBucket
  readonly changed: (message: ChangedMessage) => void
  readonly looked: (message: LookedMessage) => void
  readonly closed: (reason: ClosedReason) => void
}

/** Who has a plan open. What is told of them is stamped here, never taken from a message. (Y8) */
export class Members {
  private readonly byConnection = new Map<ConnectionId, Member>()

  constructor(private readonly log: Plan['log']) {}

  get size(): number {
    return this.byConnection.size
  }

  all(): readonly Member[] {
    return [...this.byConnection.values()]
  }

  here(): readonly Present[] {
    return this.all().map((member) => member.present)
  }

  enter(member: Member): void {
    const { connection } = member.present
    const isNew = !this.byConnection.has(connection)
    this.byConnection.set(connection, member)
    if (isNew)
      this.tell(connection, (other) => other.looked({ plan: this.log, who: member.present, gone: false }))
  }

  leave(connection: ConnectionId): void {
    const member = this.byConnection.get(connection)
    if (!member || !this.byConnection.delete(connection)) return
    const who = { ...member.present, at: null }
    this.tell(connection, (other) => other.looked({ plan: this.log, who, gone: true }))
  }

  /** Moves somebody's caret, no more often than they may; clamped to the text that is there. (LP14) */
  look(connection: ConnectionId, at: Look | null, plan: Plan, now: number): void {
    const member = this.byConnection.get(connection)
    if (!member?.looks.take(now)) return
    const present = { ...member.present, at: at && clamped(at, plan) }
    this.byConnection.set(connection, { ...member, present })
    this.tell(connection, (other) => other.looked({ plan: this.log, who: present, gone: false }))
  }

  /** @param author the connection that wrote it and hears of it by its own answer */
  changed(message: ChangedMessage, author: ConnectionId | null): void {
    this.tell(author, (other) => other.changed(message))
  }

  private tell(but: ConnectionId | null, say: (member: Member) => void): void {
    for (const [connection, member] of this.byConnection) if (connection !== but) say(member)
  }
}

function clamped(at: Look, plan: Plan): Look | null {
  const text = textAt(plan, at)
  if (!text) return null
  const within = (offset: number) => Math.min(offset, text.text.length)
  return { ...at, anchor: within(at.anchor), head: within(at.head) }
}
