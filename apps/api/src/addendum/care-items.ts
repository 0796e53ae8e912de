import type { Actor } from '@accord/domain/access/subject'
import { writtenBoxes } from '@accord/domain/ending/text'
import type { CaseId } from '@accord/domain/ids'
import { isRefusal } from '@accord/domain/refusal'
import { SAFETY_STEPS } from '@accord/domain/safety/safety-plan'
import { Injectable } from '@nestjs/common'
import { BarrierService } from '../barrier/barrier.service.js'
import { DisclosureService } from '../consent/disclosure.service.js'
import { EndingService } from '../ending/ending.service.js'
import { ReviewService } from '../review/review.service.js'
import { SafetyPlanService } from '../safety/safety-plan.service.js'
import { sharedScope, type FoundItem } from './found-item.js'

/** What is written of and for a client beside the plan. (AD1) */
@Injectable()
export class CareItems {
  constructor(
    private readonly register: BarrierService,
    private readonly safety: SafetyPlanService,
    private readonly endings: EndingService,
    private readonly reviews: ReviewService,
    private readonly told: DisclosureService,
  ) {}

  async all(actor: Actor, caseId: CaseId): Promise<readonly FoundItem[]> {
    return [
      ...(await this.barriers(actor, caseId)),
      ...(await this.safetyPlans(actor, caseId)),
      ...(await this.ending(actor, caseId)),
      ...(await this.supervisorSaid(actor, caseId)),
      ...(await this.disclosures(actor, caseId)),
    ]
  }

  async barriers(actor: Actor, caseId: CaseId): Promise<readonly FoundItem[]> {
    const found = await this.register.read(actor, caseId)
    if (isRefusal(found)) return []
    return found.clients.flatMap(({ client, barriers }) =>
      barriers.map(({ id, words, entries: [first] }): FoundItem => {
        const about = { at: first.at, by: first.by, number: null, name: null, words }
        const scope = { ...sharedScope('barrier'), client }
        return { kind: 'barrier', item: id, entry: 0, about, scope }
      }),
    )
  }

  /** Each client's as it stands now. */
  async safetyPlans(actor: Actor, caseId: CaseId): Promise<readonly FoundItem[]> {
    const found = await this.safety.read(actor, caseId)
    if (isRefusal(found)) return []
    return found.plans.flatMap(({ client, version, changed, steps }): readonly FoundItem[] => {
      if (!changed) return []
      const words = SAFETY_STEPS.flatMap((step) => steps[step].map((line) => line.words)).join('\n') || null
      const about = { at: changed.at, by: changed.by, number: null, name: null, words }
      const scope = { ...sharedScope('safety-plan'), client }
      return [{ kind: 'safety-plan', item: client, entry: version, about, scope }]
    })
  }

  /** Once it is closed: until then its parties write in it. */
  async ending(actor: Actor, caseId: CaseId): Promise<readonly FoundItem[]> {
    const found = await this.endings.read(actor, caseId)
    if (isRefusal(found) || found.state.kind !== 'closed') return []
    const { pack, closedBy: by } = found.state
    const words = writtenBoxes(pack.boxes).map((box) => box.words)
    const about = { at: pack.closedAt, by, number: null, name: null, words: words.join('\n') || null }
    return [{ kind: 'ending', item: pack.ending, entry: 0, about, scope: sharedScope('ending') }]
  }

  async supervisorSaid(actor: Actor, caseId: CaseId): Promise<readonly FoundItem[]> {
    const found = await this.reviews.forClient(actor, caseId)
    if (isRefusal(found)) return []
    const scope = sharedScope('supervisor-said')
    return found.comments.map(({ id, by, at, text: words }): FoundItem => {
      const about = { at, by, number: null, name: null, words }
      return { kind: 'supervisor-said', item: id, entry: 0, about, scope }
    })
  }

  async disclosures(actor: Actor, caseId: CaseId): Promise<readonly FoundItem[]> {
    const found = await this.told.read(actor, caseId)
    if (isRefusal(found)) return []
    return found.disclosures.map(
      ({ disclosure, recipient: name, what: words, by, toldAt: at }): FoundItem => {
        const about = { at, by: by.person, number: null, name, words }
        return { kind: 'disclosure', item: disclosure, entry: 0, about, scope: sharedScope('disclosure') }
      },
    )
  }
}
