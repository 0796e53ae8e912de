import type { Actor } from '@accord/domain/access/subject'
import { isUuid } from '@accord/domain/ids'
import { isRefusal, refuse, type Refusal } from '@accord/domain/refusal'
import type {
  MeetingBody,
  MeetingChangeBody,
  SignBody,
  SupervisionLog,
} from '@accord/domain/rest/supervision'
import {
  refusalToChange,
  refusalToSign,
  type Meeting,
  type MeetingId,
} from '@accord/domain/supervision/meeting'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { newUuid } from '../history/new-uuid.js'
import { Clock } from '../config/clock.js'
import { AgendaRepository } from './agenda.repository.js'
import { MeetingRepository, type MeetingPlace } from './meeting.repository.js'
import { PairRepository } from './pair.repository.js'
import { PairService, type PairAddress } from './pair.service.js'
import { PolicyRepository } from './policy.repository.js'

/** What the supervision log needs of the pair's rows. */
@Injectable()
export class MeetingRows {
  constructor(
    readonly pairs: PairRepository,
    readonly meetings: MeetingRepository,
    readonly agenda: AgendaRepository,
    readonly policies: PolicyRepository,
  ) {}
}

/** The supervision log of a pair: recorded by one, signed by both, then locked. (SQ10, SQ11) */
@Injectable()
export class MeetingService {
  constructor(
    private readonly pairs: PairService,
    private readonly rows: MeetingRows,
    private readonly clock: Clock,
  ) {}

  /** @param from meetings held on this day or later */
  async read(actor: Actor, pair: PairAddress, from: string): Promise<SupervisionLog | Refusal> {
    const place = await this.pairs.placeFor(actor, 'supervision.read', pair)
    if (isRefusal(place)) return place
    const { rules } = await this.rows.policies.current(actor.clinic)
    const meetings = await this.rows.pairs.within(place, async (manager) => {
      const pairId = await this.rows.pairs.find(manager, place)
      return pairId ? this.rows.meetings.since(manager, pairId, from) : []
    })
    return { meetings, rules }
  }

  /** Records a meeting; what of the agenda was talked about in it is open no longer. (SQ8) */
  async record(actor: Actor, pair: PairAddress, body: MeetingBody): Promise<Meeting | Refusal> {
    const place = await this.pairs.placeFor(actor, 'supervision.write', pair)
    if (isRefusal(place)) return place
    const at = this.clock.now()
    const { clinic, person: by } = actor
    return this.rows.pairs.within(place, async (manager) => {
      const pairId = await this.rows.pairs.findOrBegin(manager, place, at)
      const kept = { clinic, pair: pairId, meeting: newUuid(at) }
      await this.rows.meetings.begin(manager, kept)
      await this.rows.meetings.addVersion(manager, kept, { version: 1, by, at, content: body.content })
      await this.rows.agenda.discuss(manager, pairId, body.discussed, { at, meeting: kept.meeting })
      return this.stored(manager, kept)
    })
  }

  async change(
    actor: Actor,
    pair: PairAddress,
    meeting: MeetingId,
    { after, content }: MeetingChangeBody,
  ): Promise<Meeting | Refusal> {
    return this.found(actor, 'supervision.write', { ...pair, meeting }, async (manager, place, before) => {
      const no = refusalToChange(before, after)
      if (no) return no
      const written = { version: after + 1, by: actor.person, at: this.clock.now(), content }
      await this.rows.meetings.addVersion(manager, place, written)
      return null
    })
  }

  async sign(
    actor: Actor,
    pair: PairAddress,
    meeting: MeetingId,
    read: SignBody,
  ): Promise<Meeting | Refusal> {
    return this.found(actor, 'supervision.sign', { ...pair, meeting }, async (manager, place, before) => {
      const no = refusalToSign(before, actor.person, read)
      if (no) return no
      await this.rows.meetings.sign(manager, place, { ...read, by: actor.person, at: this.clock.now() })
      return null
    })
  }

  private async found(
    actor: Actor,
    action: 'supervision.write' | 'supervision.sign',
    { meeting, ...pair }: PairAddress & { readonly meeting: MeetingId },
    work: (manager: EntityManager, place: MeetingPlace, before: Meeting) => Promise<Refusal | null>,
  ): Promise<Meeting | Refusal> {
    const place = await this.pairs.placeFor(actor, action, pair)
    if (isRefusal(place)) return place
    if (!isUuid(meeting)) return refuse('not-found')
    return this.rows.pairs.within(place, async (manager) => {
      const pairId = await this.rows.pairs.find(manager, place)
      if (!pairId) return refuse('not-found')
      const kept = { clinic: actor.clinic, pair: pairId, meeting }
      await this.rows.meetings.lock(manager, kept)
      const before = await this.rows.meetings.one(manager, kept)
      if (!before) return refuse('not-found')
      const no = await work(manager, kept, before)
      return no ?? this.stored(manager, kept)
    })
  }

  private async stored(manager: EntityManager, place: MeetingPlace): Promise<Meeting> {
    const meeting = await this.rows.meetings.one(manager, place)
    if (!meeting) throw new Error(`meeting ${place.meeting} was not stored`)
    return meeting
  }
}
