import type { Actor } from '@accord/domain/access/subject'
import { attainmentAt, type Rater } from '@accord/domain/alliance/attainment'
import type { RepairStep } from '@accord/domain/alliance/repair'
import { livePartyOf } from '@accord/domain/case/party'
import type { CaseId } from '@accord/domain/ids'
import { refuse, type Refusal } from '@accord/domain/refusal'
import type { AlliancePage, RepairBody } from '@accord/domain/rest/alliance'
import { Injectable } from '@nestjs/common'
import { AccessService } from '../access/access.service.js'
import { Clock } from '../config/clock.js'
import { newUuid } from '../history/new-uuid.js'
import { AllianceReadings } from './alliance-readings.js'
import { sealRepair } from './check-in-seal.js'
import { CasePlan } from './case-plan.js'
import { RepairRepository } from './repair.repository.js'

/** How working together feels to a client, over time, and what was done about a dip. (AL1–AL6) */
@Injectable()
export class AllianceService {
  constructor(
    private readonly access: AccessService,
    private readonly clock: Clock,
    private readonly readings: AllianceReadings,
    private readonly repairs: RepairRepository,
    private readonly plans: CasePlan,
  ) {}

  async read(actor: Actor, caseId: CaseId): Promise<AlliancePage | Refusal> {
    const facts = await this.access.factsOfCase(actor.clinic, caseId)
    const no = this.access.refusal(actor, 'alliance.read', facts)
    if (no || !facts) return no ?? refuse('not-found')
    const [{ readings, thresholds }, people, plan] = await Promise.all([
      this.readings.of(actor, facts),
      this.access.peopleOfCase(actor.clinic, caseId),
      this.plans.read(actor, caseId),
    ])
    if (!plan) return refuse('not-found')
    const nameOf = (id: string) => people.find(({ person }) => person === id)?.name ?? ''
    const clients = readings.map((reading) => ({ ...reading, name: nameOf(reading.client) }))
    const sessions = clients.flatMap((one) => one.sessions)
    const ended = [...new Map(sessions.map(({ session, endedAt }) => [session, endedAt])).values()]
    const attained = (rater: Rater) => ended.sort((a, b) => a - b).map((at) => attainmentAt(plan, rater, at))
    return {
      caseId,
      clients,
      attainment: { client: attained('client'), practitioner: attained('practitioner') },
      thresholds,
      people,
      mayRecord: this.access.refusal(actor, 'repair.write', facts) === null,
    }
  }

  /** Says what was noticed, talked about or changed; a step is only ever added. (AL6) */
  async record(actor: Actor, caseId: CaseId, body: RepairBody): Promise<RepairStep | Refusal> {
    const facts = await this.access.factsOfCase(actor.clinic, caseId)
    const no = this.access.refusal(actor, 'repair.write', facts)
    if (no || !facts) return no ?? refuse('not-found')
    if (livePartyOf(facts.parties, body.client)?.relation !== 'client') return refuse('not-found')
    const { readings } = await this.readings.of(actor, facts)
    const theirs = readings.find(({ client }) => client === body.client)
    const key = await this.plans.keyOf(actor, caseId)
    if (!key || !theirs?.sessions.some(({ session }) => session === body.session)) return refuse('not-found')
    const at = this.clock.now()
    const step: RepairStep = { ...body, id: newUuid(at), by: actor.person, at }
    const sealed = { ...step, words: sealRepair(body.words, step.id, key) }
    await this.repairs.append(actor, caseId, sealed, key.version)
    return step
  }
}
