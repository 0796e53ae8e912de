import type { HistoryEntry } from '@accord/domain/history/entry'
import type { ConnectionId, LogId } from '@accord/domain/ids'
import { isRefusal, refuse, type Refusal } from '@accord/domain/refusal'
import type { Look } from '@accord/domain/sync/wire'
import type { AttributedText } from '@accord/domain/text/attributed'
import type { LogPlace } from '../history/entry.repository.js'
import { HistoryBroken } from '../history/history.service.js'
import { isStorageAway } from '../database/failures.js'
import type { LaneBatch, LaneMember, Outcome } from './commit-lane.js'
import { EntriesAtHand } from './entries-at-hand.js'
import { entryJson } from './entry-json.js'
import { Members } from './members.js'
import type { RoomHouse } from './room-house.js'
import { hadRead, needsPast, pastOf, stageIn } from './room-accept.js'
import { answerStored, refuseOperation } from './room-answers.js'
import type { RoomRights } from './room-rights.js'
import { acceptedMessage, stateWith, type Asked, type RoomState, type StagedOperation } from './room-state.js'
import { Tabs } from './tabs.js'
import { Tail } from './tail.js'
import { TurnQueue } from './turn-queue.js'

/**
 * One open plan. Takes one operation at a time; tells nobody of anything before it is stored. What is confirmed
 * and what is staged are kept apart, so that a failed commit leaves no trace. (LP1)
 */
export class PlanRoom implements LaneMember {
  readonly log: LogId
  readonly members: Members
  readonly tabs: Tabs
  readonly atHand: EntriesAtHand
  private confirmedState: RoomState
  private readonly tail = new Tail()
  private readonly turns: TurnQueue
  private reloading = false
  /** An entry of another process that was heard of while we were reading. */
  private newest = 0
  private broken = false
  /** After a refusal by the database entries are stored singly, to find whose it was. */
  private singly = false

  constructor(
    public place: LogPlace,
    state: RoomState,
    known: readonly HistoryEntry[],
    readonly rights: RoomRights,
    private readonly house: RoomHouse,
  ) {
    this.log = place.log
    this.confirmedState = state
    this.members = new Members(place.log, (who, gone) => house.announce(place.log, who, gone))
    this.atHand = new EntriesAtHand(state.position.seq, known, house.limits.entriesAtHand)
    this.tabs = new Tabs((client) => house.entries.lastOperation(this.place, client))
    this.turns = new TurnQueue((error) => house.failed(this, error))
  }

  /** The plan as stored; what joiners and supervisors see. */
  get confirmed(): RoomState {
    return this.confirmedState
  }

  get isBusy(): boolean {
    return this.members.size > 0 || !this.tail.isEmpty || this.reloading
  }

  /** The one door for what somebody asks of the plan, by socket, by REST or from the past. (LP7) */
  receive(asked: Asked): void {
    this.turns.run(() => this.takeTurn(asked))
  }

  /** The log does not hold: from now on nobody writes here, and nobody is shown what is not certain. (Y12) */
  quarantine(): void {
    this.broken = true
    for (const { asked } of this.dropTail()) refuseOperation(asked, 'plan-unreadable')
    for (const member of this.members.all()) member.closed('plan-unreadable')
  }

  look(connection: ConnectionId, at: Look | null): void {
    const { plan } = this.confirmedState.staging
    // Nobody's caret is told while sharing is paused. (SE7)
    const told = plan.live?.pausedBy == null ? at : null
    this.members.look(connection, told, plan, this.house.clock.now())
  }

  /** Looks for entries that another process stored. */
  catchUp(seq: number): void {
    if (this.reloading) this.newest = Math.max(seq, this.newest)
    else if (this.tail.isEmpty) this.startOver((originals) => this.reloadAndRepeat(originals))
  }

  async idle(): Promise<void> {
    await this.turns.idle()
  }

  take(most: number): LaneBatch | null {
    return this.reloading ? null : this.tail.take(this.singly ? 1 : most)
  }

  settle(outcome: Outcome): void {
    switch (outcome) {
      case 'stored':
        this.stored()
        break
      case 'lost':
        this.startOver((originals) => this.lostAndRepeat(originals))
        break
      case 'row-refused':
        this.rowRefused()
        break
      case 'unavailable':
        for (const { asked } of this.dropTail()) refuseOperation(asked, 'storage-unavailable')
        break
    }
  }

  private takeTurn(asked: Asked): Promise<void> | void {
    if (this.broken) {
      refuseOperation(asked, 'plan-unreadable')
      return
    }
    // The ordinary case needs nothing from outside and is done at once.
    const isReady =
      this.rights.isFresh() && this.tabs.has(asked.clientId) && !needsPast(asked) && !this.isBehind(asked)
    if (isReady) this.admitOrFail(asked, null)
    else return this.prepare(asked)
  }

  /** With nothing staged that reading on would pull the ground from under. */
  private isBehind(asked: Asked): boolean {
    return hadRead(asked) > this.confirmedState.position.seq && this.tail.isEmpty && !this.reloading
  }

  /** Whatever goes wrong with one operation, its author is answered. */
  private admitOrFail(asked: Asked, past: AttributedText | null): void {
    try {
      this.admit(asked, past)
    } catch (error) {
      refuseOperation(asked, 'malformed')
      throw error
    }
  }

  private async prepare(asked: Asked): Promise<void> {
    try {
      if (!this.rights.isFresh()) await this.rights.refresh()
      // Another process, or a change past this room, was read before it was heard of. (LP4)
      if (this.isBehind(asked)) await this.reload()
      if (!this.tabs.has(asked.clientId)) await this.tabs.learn(asked.clientId)
      this.admitOrFail(asked, await pastOf(this.house, this.place, this.confirmedState.position.seq, asked))
    } catch (error) {
      if (!isStorageAway(error)) throw error
      refuseOperation(asked, 'storage-unavailable')
    }
  }

  /** The accept path after the door, in the order of trust: rights, operation number, then the operation itself. */
  private admit(asked: Asked, past: AttributedText | null): void {
    const no = this.rights.refusalToWrite(asked.actor)
    if (no) {
      refuseOperation(asked, no.refused)
      return
    }
    const numbered = this.tabs.number(asked.clientId, asked.actor.person, asked.op)
    switch (numbered) {
      case 'next':
        this.stage(asked, past)
        break
      case 'waiting':
        if (!this.tail.alsoAnswer(asked)) refuseOperation(asked, 'out-of-order')
        break
      case 'stored':
        // Answer from the log, not by applying again: a client that lost our answer sends the number twice. (LP3)
        this.turns.run(() => answerStored(this.house, this.place, asked))
        break
      case 'refused':
        refuseOperation(asked, this.tabs.refusalOf(asked.clientId, asked.op))
        break
      case 'out-of-order':
      case 'foreign-client':
        refuseOperation(asked, numbered)
        break
    }
  }

  private stage(asked: Asked, past: AttributedText | null): void {
    const staged = this.stagedOf(asked, past)
    if (isRefusal(staged)) {
      this.tabs.refuse(asked.clientId, asked.op, staged.refused)
      refuseOperation(asked, staged.refused)
      return
    }
    this.tabs.stage(asked.clientId, asked.actor.person, asked.op)
    this.tail.push(staged)
    if (!this.reloading) this.house.lane.wake(this)
  }

  private stagedOf(asked: Asked, past: AttributedText | null): StagedOperation | Refusal {
    const relation = this.rights.writes(asked.actor.person)
    if (!relation) return refuse('read-only')
    const state = this.tail.state ?? this.confirmedState
    return stageIn(this.house, this.place, state, { asked, past, relation })
  }

  private stored(): void {
    for (const staged of this.tail.settled()) {
      const { asked, known, words, after } = staged
      this.tabs.store(asked.clientId, known.author, asked.op)
      this.confirm(known, entryJson(known, words), after, asked.connection)
      this.house.told(this.place, known, 'own')
      asked.answer({ kind: 'accepted', message: acceptedMessage(this.log, known) })
    }
    if (this.tail.isEmpty) this.singly = false
    else this.house.lane.wake(this)
  }

  private confirm({ seq }: HistoryEntry, json: string, after: RoomState, author: ConnectionId | null): void {
    this.confirmedState = after
    this.atHand.add(seq, json)
    this.members.changed(seq, json, author)
    if (seq % this.house.limits.checkpointEvery === 0) this.house.checkpoint(this.place, after.staging.plan)
  }

  /** The entry that the database refused goes back to its author; what was typed on top of it is tried again. */
  private rowRefused(): void {
    this.rights.doubt()
    const single = this.tail.committing === 1
    this.singly = true
    this.startOver(async ([first, ...rest]) => {
      if (single && first) refuseOperation(first.asked, 'not-yours')
      await this.repeat(single ? rest : [...(first ? [first] : []), ...rest])
    })
  }

  /** Never shifts what was staged: the originals go through the accept path again. (LP9) */
  private startOver(how: (originals: readonly StagedOperation[]) => Promise<void>): void {
    this.reloading = true
    const dropped = this.dropTail()
    this.turns.runNext(async () => {
      // A turn that was waiting meanwhile may have staged on top of what is gone.
      const originals = [...dropped, ...this.dropTail()]
      try {
        await how(originals)
      } catch (error) {
        for (const { asked } of originals) refuseOperation(asked, 'storage-unavailable')
        if (!isStorageAway(error)) throw error
      } finally {
        this.goOn()
      }
    })
  }

  private goOn(): void {
    const { newest } = this
    this.reloading = false
    this.newest = 0
    // Storing what waits finds out by itself what else there is.
    if (!this.tail.isEmpty) this.house.lane.wake(this)
    else if (newest > this.confirmedState.position.seq) this.catchUp(newest)
  }

  private async reloadAndRepeat(originals: readonly StagedOperation[]): Promise<void> {
    await this.reload()
    await this.repeat(originals)
  }

  private async lostAndRepeat(originals: readonly StagedOperation[]): Promise<void> {
    const { seq } = this.confirmedState.position
    await this.reload()
    // The head is not what the last entry says, and there is no entry that would explain it.
    if (this.confirmedState.position.seq === seq) {
      throw new HistoryBroken({ log: this.log, seq, reason: 'head-differs' })
    }
    await this.repeat(originals)
  }

  private async repeat(originals: readonly StagedOperation[]): Promise<void> {
    for (const { asked } of originals) await this.takeTurn(asked)
  }

  private async reload(): Promise<void> {
    for (;;) {
      const before = this.confirmedState
      const page = await this.house.history.pageFrom(this.place, before.position, this.house.limits.joinPage)
      for (const [at, entry] of page.entries.entries()) {
        const position = page.positions[at]
        if (!position) throw new Error('an entry without its place in the chain')
        if (entry.clientId !== null && entry.op !== null)
          this.tabs.store(entry.clientId, entry.author, entry.op)
        const after = stateWith(this.confirmedState, entry, position, this.house.limits.plan)
        this.confirm(entry, JSON.stringify(entry), after, null)
        this.house.told(this.place, entry, 'neighbour')
      }
      if (page.entries.length < this.house.limits.joinPage) return
    }
  }

  private dropTail(): readonly StagedOperation[] {
    this.tabs.unstage()
    return this.tail.drop()
  }
}
