import type { Action } from '@accord/domain/access/action'
import type { Actor } from '@accord/domain/access/subject'
import { whoMay } from '@accord/domain/access/who-may'
import { inOrder, refusalOfMove, stationOf } from '@accord/domain/barrier/barrier'
import { liveParties, livePartyOf } from '@accord/domain/case/party'
import { isPartnerOf, type CaseFacts } from '@accord/domain/case/relation'
import type { CaseId, PersonId } from '@accord/domain/ids'
import { isRefusal, refuse, type Refusal } from '@accord/domain/refusal'
import type {
  BarrierRegister,
  BarriersOfClient,
  MoveBody,
  NoticeBody,
  SayBody,
  ShownBarrier,
} from '@accord/domain/rest/barriers'
import type { PersonName } from '@accord/domain/sync/wire'
import { Injectable } from '@nestjs/common'
import { AccessService } from '../access/access.service.js'
import { Clock } from '../config/clock.js'
import { CaseKeys } from '../history/case-keys.js'
import type { LogKey } from '../history/key-store.js'
import { newUuid } from '../history/new-uuid.js'
import { BarrierReadings } from './barrier-readings.js'
import { sealEntry, type BarrierContent } from './barrier-seal.js'
import { BarrierRepository, type EntryRow } from './barrier.repository.js'

interface OpenedCase {
  readonly facts: CaseFacts
  readonly key: LogKey
}

/** What gets in the way of working together: noticed by either, moved by the practitioner, seen by both. (BA) */
@Injectable()
export class BarrierService {
  constructor(
    private readonly access: AccessService,
    private readonly repository: BarrierRepository,
    private readonly readings: BarrierReadings,
    private readonly keys: CaseKeys,
    private readonly clock: Clock,
  ) {}

  async read(actor: Actor, caseId: CaseId): Promise<BarrierRegister | Refusal> {
    const found = await this.open(actor, caseId, 'barrier.read')
    if (isRefusal(found)) return found
    const { facts, key } = found
    const [people, barriers] = await Promise.all([
      this.access.peopleOfCase(actor.clinic, caseId),
      this.readings.ofCase(actor, caseId, key),
    ])
    const clients = liveParties(facts.parties)
      .filter(({ person, relation }) => relation === 'client' && !isPartnerOf(facts, actor.person, person))
      .map(({ person }) => ofClient(facts, people, person, barriers))
    const may = (action: Action) => this.access.refusal(actor, action, facts) === null
    return { caseId, clients, people, mayWrite: may('barrier.write'), mayMove: may('barrier.move') }
  }

  async notice(actor: Actor, caseId: CaseId, body: NoticeBody): Promise<ShownBarrier | Refusal> {
    const found = await this.open(actor, caseId, 'barrier.write')
    if (isRefusal(found)) return found
    const { client, kind, words } = body
    const { parties } = found.facts
    if (livePartyOf(parties, client)?.relation !== 'client') return refuse('not-found')
    if (isPartnerOf(found.facts, actor.person, client)) return refuse('not-found')
    const barrier = newUuid(this.clock.now())
    return this.append(actor, found, { barrier, client, seq: 1, station: 'noticed' }, { kind, words })
  }

  /** Words alone, of either of them. (BA2) */
  async say(
    actor: Actor,
    caseId: CaseId,
    barrier: string,
    { after, words }: SayBody,
  ): Promise<ShownBarrier | Refusal> {
    const found = await this.open(actor, caseId, 'barrier.write')
    if (isRefusal(found)) return found
    const before = await this.upon(actor, found, barrier, after)
    if (isRefusal(before)) return before
    const { client } = before
    return this.append(actor, found, { barrier, client, seq: after + 1, station: null }, { words })
  }

  /** Forth, or back with a reason. (BA2) */
  async move(
    actor: Actor,
    caseId: CaseId,
    barrier: string,
    { after, station, words }: MoveBody,
  ): Promise<ShownBarrier | Refusal> {
    const found = await this.open(actor, caseId, 'barrier.move')
    if (isRefusal(found)) return found
    const before = await this.upon(actor, found, barrier, after)
    if (isRefusal(before)) return before
    const no = refusalOfMove(stationOf(before), station, words)
    if (no) return no
    const { client } = before
    const content = words === null ? null : { words }
    return this.append(actor, found, { barrier, client, seq: after + 1, station }, content)
  }

  private async open(actor: Actor, caseId: CaseId, action: Action): Promise<OpenedCase | Refusal> {
    const facts = await this.access.factsOfCase(actor.clinic, caseId)
    const no = this.access.refusal(actor, action, facts)
    if (no || !facts) return no ?? refuse('not-found')
    const key = await this.keys.of(actor.clinic, caseId)
    return key ? { facts, key } : refuse('not-found')
  }

  /** The barrier as its writer had it before them. */
  private async upon(
    actor: Actor,
    { facts, key }: OpenedCase,
    barrier: string,
    after: number,
  ): Promise<ShownBarrier | Refusal> {
    const barriers = await this.readings.ofCase(actor, facts.caseId, key)
    const before = barriers.find(({ id }) => id === barrier)
    if (!before) return refuse('not-found')
    return before.entries.at(-1)?.seq === after ? before : refuse('words-changed')
  }

  private async append(
    actor: Actor,
    { facts: { caseId }, key }: OpenedCase,
    entry: Pick<EntryRow, 'barrier' | 'client' | 'seq' | 'station'>,
    content: BarrierContent | null,
  ): Promise<ShownBarrier | Refusal> {
    const { clinic, person: by } = actor
    const row = { ...entry, clinic, caseId, by, at: this.clock.now(), keyVersion: key.version }
    const won = await this.repository.append({ ...row, content: content && sealEntry(content, entry, key) })
    if (!won) return refuse('words-changed')
    const barriers = await this.readings.ofCase(actor, caseId, key)
    return barriers.find(({ id }) => id === entry.barrier) ?? refuse('not-found')
  }
}

function ofClient(
  facts: CaseFacts,
  people: readonly PersonName[],
  client: PersonId,
  all: readonly ShownBarrier[],
): BarriersOfClient {
  const readers = whoMay('barrier.read', { kind: 'case', facts }).filter(
    (person) => !isPartnerOf(facts, person, client),
  )
  return {
    client,
    name: people.find(({ person }) => person === client)?.name ?? '',
    readers: people.filter(({ person }) => readers.includes(person)),
    barriers: inOrder(all.filter((barrier) => barrier.client === client)),
  }
}
