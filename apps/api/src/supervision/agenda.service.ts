import type { Actor } from '@accord/domain/access/subject'
import { isUuid } from '@accord/domain/ids'
import { isRefusal, refuse, type Refusal } from '@accord/domain/refusal'
import type { Agenda, AgendaBody } from '@accord/domain/rest/supervision'
import { inAgendaOrder } from '@accord/domain/supervision/agenda'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { newUuid } from '../history/new-uuid.js'
import { Clock } from '../config/clock.js'
import { AgendaRepository } from './agenda.repository.js'
import { AgendaSubjects } from './agenda-subjects.js'
import { PairRepository, type PairId, type PairPlace } from './pair.repository.js'
import { PairService, type PairAddress } from './pair.service.js'

const THIRTY_DAYS_MS = 30 * 86_400_000
const MOST_OPEN = 100

/** What a supervisor and a practitioner want to talk about next. (SQ7–SQ9) */
@Injectable()
export class AgendaService {
  constructor(
    private readonly pairs: PairService,
    private readonly rows: PairRepository,
    private readonly repository: AgendaRepository,
    private readonly subjects: AgendaSubjects,
    private readonly clock: Clock,
  ) {}

  async read(actor: Actor, pair: PairAddress): Promise<Agenda | Refusal> {
    const place = await this.pairs.placeFor(actor, 'supervision.read', pair)
    return isRefusal(place) ? place : this.shown(actor, place)
  }

  async add(actor: Actor, pair: PairAddress, { about, words }: AgendaBody): Promise<Agenda | Refusal> {
    const place = await this.pairs.placeFor(actor, 'supervision.write', pair)
    if (isRefusal(place)) return place
    const goalName = await this.subjects.goalNameOf(actor, place, about)
    if (isRefusal(goalName)) return goalName
    const at = this.clock.now()
    const item = { id: newUuid(at), by: actor.person, at, about, words, goalName }
    const no = await this.rows.within(place, async (manager) => {
      const pairId = await this.rows.findOrBegin(manager, place, at)
      if ((await this.repository.openCount(manager, pairId)) >= MOST_OPEN) return refuse('too-large')
      await this.repository.add(manager, { clinic: actor.clinic, pair: pairId }, item)
      return null
    })
    return no ?? this.shown(actor, place)
  }

  /** What somebody did not name, because it came in between or is not shown to them, keeps its place at the end. */
  async reorder(actor: Actor, pair: PairAddress, wanted: readonly string[]): Promise<Agenda | Refusal> {
    return this.change(actor, pair, async (manager, pairId) => {
      const items = await this.repository.of(manager, pairId, new Date(this.clock.now()))
      const open = items.filter(({ discussed }) => discussed === null)
      const order = inAgendaOrder(open, wanted).map(({ id }) => id)
      await this.repository.reorder(manager, pairId, order)
      return null
    })
  }

  async discuss(actor: Actor, pair: PairAddress, item: string): Promise<Agenda | Refusal> {
    if (!isUuid(item)) return refuse('not-found')
    return this.change(actor, pair, async (manager, pairId) => {
      const held = { at: this.clock.now(), meeting: null }
      const count = await this.repository.discuss(manager, pairId, [item], held)
      return count === 0 ? refuse('not-found') : null
    })
  }

  private async change(
    actor: Actor,
    pair: PairAddress,
    work: (manager: EntityManager, pairId: PairId) => Promise<Refusal | null>,
  ): Promise<Agenda | Refusal> {
    const place = await this.pairs.placeFor(actor, 'supervision.write', pair)
    if (isRefusal(place)) return place
    const no = await this.rows.within(place, async (manager) => {
      const pairId = await this.rows.find(manager, place)
      return pairId ? work(manager, pairId) : refuse('not-found')
    })
    return no ?? this.shown(actor, place)
  }

  private async shown(actor: Actor, place: PairPlace): Promise<Agenda> {
    const since = new Date(this.clock.now() - THIRTY_DAYS_MS)
    const items = await this.rows.within(place, async (manager) => {
      const pairId = await this.rows.find(manager, place)
      return pairId ? this.repository.of(manager, pairId, since) : []
    })
    return { items: await this.subjects.named(actor, items) }
  }
}
