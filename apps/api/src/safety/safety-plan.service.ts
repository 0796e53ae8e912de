import { whoMay } from '@accord/domain/access/who-may'
import type { Actor } from '@accord/domain/access/subject'
import { liveParties, livePartyOf } from '@accord/domain/case/party'
import { isPartnerOf, type CaseFacts } from '@accord/domain/case/relation'
import type { CaseId, PersonId } from '@accord/domain/ids'
import { refuse, type Refusal } from '@accord/domain/refusal'
import type { SafetyPlan, SafetyPlanBody, SafetyPlans } from '@accord/domain/rest/safety'
import { NO_SAFETY_STEPS } from '@accord/domain/safety/safety-plan'
import type { PersonName } from '@accord/domain/sync/wire'
import { Injectable } from '@nestjs/common'
import { AccessService } from '../access/access.service.js'
import { Clock } from '../config/clock.js'
import { CaseKeys } from '../history/case-keys.js'
import type { LogKey } from '../history/key-store.js'
import { SafetyPlanRepository, type PlanRow } from './safety-plan.repository.js'
import { openPlan, sealPlan } from './safety-seal.js'

/** What plans are made of, apart from their versions. */
interface Setting {
  readonly facts: CaseFacts
  readonly people: readonly PersonName[]
  readonly key: LogKey
}

/** What helps a client to stay safe, written by the two of them together. (SA6, SA7) */
@Injectable()
export class SafetyPlanService {
  constructor(
    private readonly access: AccessService,
    private readonly repository: SafetyPlanRepository,
    private readonly keys: CaseKeys,
    private readonly clock: Clock,
  ) {}

  async read(actor: Actor, caseId: CaseId): Promise<SafetyPlans | Refusal> {
    const facts = await this.access.factsOfCase(actor.clinic, caseId)
    const no = this.access.refusal(actor, 'safety-plan.read', facts)
    if (no || !facts) return no ?? refuse('not-found')
    const setting = await this.setting(facts)
    if (!setting) return refuse('not-found')
    const rows = await this.repository.latest(actor.clinic, caseId, actor.person)
    const clients = liveParties(facts.parties).filter(
      ({ person, relation }) => relation === 'client' && !isPartnerOf(facts, actor.person, person),
    )
    const plans = clients.map(({ person }) => {
      const row = rows.find(({ client }) => client === person)
      return this.planOf(actor, setting, person, row ?? null)
    })
    return { plans }
  }

  async write(
    actor: Actor,
    caseId: CaseId,
    client: PersonId,
    { after, steps }: SafetyPlanBody,
  ): Promise<SafetyPlan | Refusal> {
    const facts = await this.access.factsOfCase(actor.clinic, caseId)
    const no = this.access.refusal(actor, 'safety-plan.write', facts)
    if (no || !facts) return no ?? refuse('not-found')
    const isClient = livePartyOf(facts.parties, client)?.relation === 'client'
    const setting = isClient && !isPartnerOf(facts, actor.person, client) ? await this.setting(facts) : null
    if (!setting) return refuse('not-found')
    const { clinic, person: by } = actor
    const rows = await this.repository.latest(clinic, caseId, by)
    if ((rows.find((one) => one.client === client)?.version ?? 0) !== after) return refuse('words-changed')
    const { key } = setting
    const version = after + 1
    const content = sealPlan(steps, { caseId, client, version }, key)
    const row = { client, version, by, at: this.clock.now(), content }
    const won = await this.repository.append({ ...row, clinic, caseId, keyVersion: key.version })
    return won ? this.planOf(actor, setting, client, row) : refuse('words-changed')
  }

  private async setting(facts: CaseFacts): Promise<Setting | null> {
    const { clinic, caseId } = facts
    const [people, key] = await Promise.all([
      this.access.peopleOfCase(clinic, caseId),
      this.keys.of(clinic, caseId),
    ])
    return key && { facts, people, key }
  }

  private planOf(
    actor: Actor,
    { facts, people, key }: Setting,
    client: PersonId,
    row: PlanRow | null,
  ): SafetyPlan {
    const { caseId } = facts
    const nameOf = (id: PersonId) => people.find(({ person }) => person === id)?.name ?? ''
    const readers = whoMay('safety-plan.read', { kind: 'case', facts }).filter(
      (person) => !isPartnerOf(facts, person, client),
    )
    return {
      ...{ caseId, client, name: nameOf(client), version: row?.version ?? 0 },
      changed: row && { by: row.by, name: nameOf(row.by), at: row.at },
      steps: row ? openPlan(row.content, { caseId, client, version: row.version }, key) : NO_SAFETY_STEPS,
      readers: people.filter(({ person }) => readers.includes(person)),
      mayWrite: this.access.refusal(actor, 'safety-plan.write', facts) === null,
    }
  }
}
