import type { Actor } from '@accord/domain/access/subject'
import { samePlace, type ItemPlace } from '@accord/domain/addendum/item'
import type { CaseFacts } from '@accord/domain/case/relation'
import { Injectable } from '@nestjs/common'
import { CareItems } from './care-items.js'
import type { FoundItem, FoundLog } from './found-item.js'
import { MeetingItems } from './meeting-items.js'
import { PlanItems } from './plan-items.js'

/** Everything in a record that its reader can read and not change: asked with their rights, of the services of its own pages. (AD1, AD3) */
@Injectable()
export class RecordItems {
  constructor(
    private readonly plans: PlanItems,
    private readonly meetings: MeetingItems,
    private readonly care: CareItems,
  ) {}

  async all(actor: Actor, { caseId }: CaseFacts): Promise<readonly FoundItem[]> {
    const plans = await this.plans.agreed(actor, caseId)
    const meetings = await this.meetings.all(actor, caseId)
    return [...plans, ...meetings, ...(await this.care.all(actor, caseId))]
  }

  async logs(actor: Actor, { caseId }: CaseFacts): Promise<readonly FoundLog[]> {
    return this.plans.logs(actor, caseId)
  }

  /** Null where there is none for this reader. */
  async find(actor: Actor, { caseId }: CaseFacts, place: ItemPlace): Promise<FoundItem | null> {
    if (place.kind === 'moment') return this.plans.find(actor, caseId, place)
    const among = await this.among(actor, caseId, place.kind)
    return among.find((one) => samePlace(one, place)) ?? null
  }

  private async among(
    actor: Actor,
    caseId: CaseFacts['caseId'],
    kind: Exclude<ItemPlace['kind'], 'moment'>,
  ): Promise<readonly FoundItem[]> {
    switch (kind) {
      case 'session':
      case 'check-in':
        return this.meetings.all(actor, caseId)
      case 'questionnaire':
        return this.meetings.questionnaires(actor, caseId)
      case 'barrier':
        return this.care.barriers(actor, caseId)
      case 'safety-plan':
        return this.care.safetyPlans(actor, caseId)
      case 'ending':
        return this.care.ending(actor, caseId)
      case 'supervisor-said':
        return this.care.supervisorSaid(actor, caseId)
      case 'disclosure':
        return this.care.disclosures(actor, caseId)
    }
  }
}
