import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common'
import type { LogId } from '@accord/domain/ids'
import { refuse, type Refusal } from '@accord/domain/refusal'
import type { ClosedReason } from '@accord/domain/sync/wire'
import { SpreadRounds } from '../config/spread-rounds.js'
import { isStorageAway } from '../database/failures.js'
import type { LogPlace } from '../history/entry.repository.js'
import { PlanReader } from '../plan/plan-reader.js'
import { FreshFacts } from './fresh-facts.js'
import { LIVE_LIMITS, type LiveLimits } from './limits.js'
import { PlanRoom } from './plan-room.js'
import { Quarantine } from './quarantine.js'
import { RoomHouseProvider } from './room-house.provider.js'
import type { FailedRoom, RoomHouse } from './room-house.js'
import { RoomRights } from './room-rights.js'
import { stateOf } from './room-state.js'

/** What somebody hears whose plan is closed under their hands. (DR34, ER5) */
function reasonOf({ refused }: Refusal): ClosedReason {
  return refused === 'erased' || refused === 'restricted' ? refused : 'access-ended'
}

/** The rooms of all plans that are open in this process. */
@Injectable()
export class LivePlans implements OnApplicationBootstrap {
  readonly house: RoomHouse
  private readonly rooms = new Map<LogId, Promise<PlanRoom>>()
  private readonly loadedRooms = new Map<LogId, PlanRoom>()
  private readonly emptySince = new Map<LogId, number>()
  private readonly rounds: SpreadRounds<PlanRoom>

  constructor(
    @Inject(LIVE_LIMITS) private readonly limits: LiveLimits,
    private readonly reader: PlanReader,
    private readonly fresh: FreshFacts,
    private readonly quarantine: Quarantine,
    private readonly provider: RoomHouseProvider,
  ) {
    this.house = provider.house((room, error) => this.failed(room, error))
    this.rounds = new SpreadRounds(
      () => this.openRooms(),
      (few) => this.lookAfterAll(few),
      limits.roundTime,
    )
  }

  onApplicationBootstrap(): void {
    this.rounds.begin()
  }

  /** The plan's room, opened when it is not. For whoever was found to have a right to the plan. */
  async open(place: LogPlace): Promise<PlanRoom | Refusal> {
    const { log } = place
    if (this.quarantine.holds(log)) return refuse('plan-unreadable')
    const opening = this.rooms.get(log) ?? this.load(place)
    // Whoever asks for it is about to come in, and must not find themselves in a room that nobody looks after. (FT9)
    this.emptySince.delete(log)
    this.rooms.set(log, opening)
    try {
      const room = await opening
      // Who may read it may have changed since the room was opened. (CF3)
      room.place = place
      return room
    } catch (error) {
      this.rooms.delete(log)
      if (isStorageAway(error)) return refuse('storage-unavailable')
      await this.quarantine.add(place, error)
      return refuse('plan-unreadable')
    }
  }

  /** The plan's room if it is open already. */
  loaded(log: LogId): PlanRoom | undefined {
    return this.loadedRooms.get(log)
  }

  /** Somebody's part in the case has changed: what is known of rights is no longer believed, sockets close now. (CL13) */
  async rightsChanged(log: LogId): Promise<void> {
    const room = await this.rooms.get(log)?.catch(() => null)
    if (!room) return
    room.rights.doubt()
    await this.lookAfter(room)
  }

  /** The same, and other processes are told. Losing that cannot matter: the log itself has changed. (MP7) */
  async rightsChangedHere(log: LogId): Promise<void> {
    this.provider.hints.rightsChanged(log)
    await this.rightsChanged(log)
  }

  /** The rooms that are open. */
  openRooms(): readonly PlanRoom[] {
    return [...this.loadedRooms.values()]
  }

  /** Finishes what was taken in, keeps the plans' states and closes all rooms. */
  async drain(): Promise<void> {
    this.rounds.stop()
    const rooms = await Promise.all(this.rooms.values())
    for (const room of rooms) await room.idle()
    await this.provider.allStored()
    for (const room of rooms) this.close(room)
    await this.provider.idle()
  }

  /** One look after every room, all at once: after a break, and in tests. (MP3) */
  async goRound(): Promise<void> {
    await this.lookAfterAll(this.openRooms())
  }

  private async lookAfterAll(rooms: readonly PlanRoom[]): Promise<void> {
    await Promise.all(rooms.map((room) => this.lookAfter(room)))
  }

  private async lookAfter(room: PlanRoom): Promise<void> {
    if (this.loaded(room.log) !== room || this.closesIdle(room) || room.members.size === 0) return
    try {
      const [head] = await Promise.all([this.fresh.head(room.place), room.rights.refresh()])
      for (const member of room.members.all()) {
        const no = room.rights.refusal(member.actor, 'read')
        if (no) member.closed(reasonOf(no), no.erased)
      }
      // Not closed as others are: what it still holds in memory is kept nowhere. (ER5)
      if (room.rights.isErased) {
        this.forget(room.log)
        return
      }
      if (head && head.seq > room.confirmed.position.seq) room.catchUp(head.seq)
    } catch (error) {
      // While the database is away nothing can be looked after; the next round tries again.
      if (!isStorageAway(error)) this.failed(room, error)
    }
  }

  private closesIdle(room: PlanRoom): boolean {
    const now = performance.now()
    if (room.isBusy) {
      this.emptySince.delete(room.log)
      return false
    }
    const since = this.emptySince.get(room.log) ?? now
    this.emptySince.set(room.log, since)
    if (now - since < this.limits.idleTime) return false
    this.close(room)
    return true
  }

  private close(room: PlanRoom): void {
    this.forget(room.log)
    this.house.checkpoint(room.place, room.confirmed.staging.plan)
  }

  private forget(log: LogId): void {
    this.rooms.delete(log)
    this.loadedRooms.delete(log)
    this.emptySince.delete(log)
    this.provider.openPlans.closed(log)
  }

  private async load(place: LogPlace): Promise<PlanRoom> {
    const loaded = await this.reader.load(place)
    const subject = () => this.fresh.subject(room.place)
    const rights = new RoomRights(subject, this.limits.rightsAge, () => performance.now())
    const state = stateOf(loaded, this.limits.plan)
    const room: PlanRoom = new PlanRoom(place, state, loaded.tail, rights, this.house)
    this.loadedRooms.set(place.log, room)
    this.provider.hints.askWhoIsIn(place.log)
    this.provider.openPlans.opened(place.log, () => room.confirmed.staging.plan)
    return room
  }

  private failed(room: FailedRoom, error: unknown): void {
    if (!this.quarantine.isBroken(error)) {
      this.provider.logBug(error)
      return
    }
    room.quarantine()
    this.forget(room.log)
    this.provider.inBackground(() => this.quarantine.add(room.place, error))
  }
}
