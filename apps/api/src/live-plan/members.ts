import type { Actor } from '@accord/domain/access/subject'
import type { ConnectionId } from '@accord/domain/ids'
import { textAt, type Plan } from '@accord/domain/plan/plan'
import type { Tombstone } from '@accord/domain/refusal'
import type { ClosedReason, Look, LookedMessage, Present } from '@accord/domain/sync/wire'
import { Elsewhere } from './elsewhere.js'
import { changedFrame, frameOf, type Frame } from './frame.js'
import type { TokenBucket } from './token-bucket.js'

/** Somebody who has the plan open, and how to tell them. */
export interface Member {
  readonly actor: Actor
  readonly present: Present
  readonly looks: TokenBucket
  /** Sends a message that was framed once for everybody who hears it. */
  readonly hear: (frame: Frame) => void
  readonly closed: (reason: ClosedReason, erased?: Tombstone) => void
}

/** Who has a plan open. What is told of them is stamped here, never taken from a message. (Y8) */
export class Members {
  /** Those whose sockets other processes hold. */
  readonly elsewhere = new Elsewhere((who, gone) => this.tellLooked(null, who, gone))
  private readonly byConnection = new Map<ConnectionId, Member>()

  /** @param announce tells other processes of somebody here (MP8) */
  constructor(
    private readonly log: Plan['log'],
    private readonly announce: (who: Present, gone: boolean) => void,
  ) {}

  get size(): number {
    return this.byConnection.size
  }

  all(): readonly Member[] {
    return [...this.byConnection.values()]
  }

  here(): readonly Present[] {
    return [...this.all().map((member) => member.present), ...this.elsewhere.all()]
  }

  /** Tells other processes of everybody here, as often as they may have missed it. */
  announceAll(): void {
    for (const { present } of this.all()) this.announce(present, false)
  }

  /** Somebody whose socket another process holds; their caret clamped to the text that is there. */
  heard(who: Present, process: string, plan: Plan, now: number): void {
    this.elsewhere.heard({ ...who, at: who.at && clamped(who.at, plan) }, process, now)
  }

  enter(member: Member): void {
    const { connection } = member.present
    const isNew = !this.byConnection.has(connection)
    this.byConnection.set(connection, member)
    if (isNew) this.show(member.present, false)
  }

  leave(connection: ConnectionId): void {
    const member = this.byConnection.get(connection)
    if (!member || !this.byConnection.delete(connection)) return
    this.show({ ...member.present, at: null }, true)
  }

  /** Moves somebody's caret, no more often than they may; clamped to the text that is there. (LP14) */
  look(connection: ConnectionId, at: Look | null, plan: Plan, now: number): void {
    const member = this.byConnection.get(connection)
    if (!member?.looks.take(now)) return
    const present = { ...member.present, at: at && clamped(at, plan) }
    this.byConnection.set(connection, { ...member, present })
    this.show(present, false)
  }

  /**
   * @param json the entry as it travels
   * @param author the connection that wrote it and hears of it by its own answer
   */
  changed(seq: number, json: string, author: ConnectionId | null): void {
    this.tell(author, () => changedFrame(this.log, seq - 1, json))
  }

  private show(who: Present, gone: boolean): void {
    this.tellLooked(who.connection, who, gone)
    this.announce(who, gone)
  }

  private tellLooked(but: ConnectionId | null, who: Present, gone: boolean): void {
    const message: LookedMessage = { plan: this.log, who, gone }
    this.tell(but, () => frameOf('looked', message))
  }

  /** Framed when there is somebody to hear it, and once. */
  private tell(but: ConnectionId | null, framed: () => Frame): void {
    let frame: Frame | null = null
    for (const [connection, member] of this.byConnection) {
      if (connection !== but) member.hear((frame ??= framed()))
    }
  }
}

function clamped(at: Look, plan: Plan): Look | null {
  const text = textAt(plan, at)
  if (!text) return null
  const within = (offset: number) => Math.min(offset, text.text.length)
  return { ...at, anchor: within(at.anchor), head: within(at.head) }
}
