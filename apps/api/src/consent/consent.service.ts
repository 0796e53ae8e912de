import type { Actor } from '@accord/domain/access/subject'
import { livePartyOf } from '@accord/domain/case/party'
import type { CaseFacts } from '@accord/domain/case/relation'
import type { CaseId, PersonId } from '@accord/domain/ids'
import { isRefusal, refuse, type Refusal } from '@accord/domain/refusal'
import type { CaseConsents, ConsentBody } from '@accord/domain/rest/consent'
import { Injectable } from '@nestjs/common'
import { AccessService } from '../access/access.service.js'
import { LivePlanService } from '../live-plan/live-plan.service.js'
import { ConsentTelling } from './consent-telling.js'
import { LockedAnswers } from './locked-answers.js'

/** What clients say yes and no to. (CO3–CO8) */
@Injectable()
export class ConsentService {
  constructor(
    private readonly access: AccessService,
    private readonly plans: LivePlanService,
    private readonly answers: LockedAnswers,
    private readonly telling: ConsentTelling,
  ) {}

  async read(actor: Actor, caseId: CaseId): Promise<CaseConsents | Refusal> {
    const facts = await this.access.factsOfCase(actor.clinic, caseId)
    const no = this.access.refusal(actor, 'consent.read', facts)
    if (no || !facts) return no ?? refuse('not-found')
    return this.telling.of(actor, facts)
  }

  /** All answers are kept and followed, or none; then everybody who has the plan open is asked who they are by now. (CO3) */
  async answer(
    actor: Actor,
    caseId: CaseId,
    client: PersonId,
    body: ConsentBody,
  ): Promise<CaseConsents | Refusal> {
    const facts = await this.access.factsOfCase(actor.clinic, caseId)
    const no =
      this.access.refusal(actor, 'consent.answer', facts) ?? (facts && mayNotFor(actor, facts, client))
    if (no || !facts) return no ?? refuse('not-found')
    const done = await this.answers.keep(actor, caseId, client, body)
    if (isRefusal(done)) return done
    await this.plans.rightsChanged(done)
    return this.read(actor, caseId)
  }
}

/** A client answers for themselves, a guardian for a client of the case. (CO3) */
function mayNotFor({ person }: Actor, { parties }: CaseFacts, client: PersonId): Refusal | null {
  if (livePartyOf(parties, client)?.relation !== 'client') return refuse('not-found')
  const mayAnswer = person === client || livePartyOf(parties, person)?.relation === 'guardian'
  return mayAnswer ? null : refuse('not-found')
}
