import type { Actor } from '@accord/domain/access/subject'
import { isUuid, type CaseId, type LogId } from '@accord/domain/ids'
import { isRefusal, refuse, type Refusal } from '@accord/domain/refusal'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { newUuid } from '../history/new-uuid.js'
import { LivePlanService } from '../live-plan/live-plan.service.js'
import { holdOf, keepHold, liftHold } from './legal-hold.repository.js'
import { RequestBook } from './request-book.js'
import { RequestSeal } from './request-seal.js'
import { liftFates } from './request.repository.js'
import { Restrictions } from './restrictions.js'

/** What an administrator does about a case that is kept: has it worked with again, or forbids to erase it. (DR22, DR32) */
@Injectable()
export class KeptCasesService {
  constructor(
    private readonly book: RequestBook,
    private readonly seal: RequestSeal,
    private readonly restrictions: Restrictions,
    private readonly plans: LivePlanService,
  ) {}

  async liftRestriction(actor: Actor, caseId: CaseId, reason: string): Promise<Refusal | null> {
    const { clinic, person } = actor
    const done = await this.ofCase<readonly LogId[]>(actor, caseId, async (manager) => {
      const at = this.book.now()
      const seal = (request: string) => this.seal.seal(clinic, `lifted ${request} ${caseId}`, reason)
      const askers = await liftFates(manager, caseId, { by: person, at, seal })
      if (askers.length === 0) return refuse('already-exists')
      const logs = await this.restrictions.lift(manager, clinic, caseId)
      await this.book.tell(manager, clinic, 'request-answered', askers)
      return logs
    })
    if (isRefusal(done)) return done
    await this.plans.rightsChanged(done)
    return null
  }

  async hold(actor: Actor, caseId: CaseId, reason: string): Promise<Refusal | null> {
    const { clinic, person } = actor
    return this.ofCase(actor, caseId, async (manager) => {
      if (await holdOf(manager, caseId)) return refuse('already-exists')
      const at = this.book.now()
      const id = newUuid(at)
      const sealed = this.seal.seal(clinic, `hold ${id}`, reason)
      await keepHold(manager, { id, clinic, caseId, reason: sealed, by: person, at })
      return null
    })
  }

  async liftHold(actor: Actor, caseId: CaseId): Promise<Refusal | null> {
    return this.ofCase(actor, caseId, async (manager) => {
      const lifted = await liftHold(manager, caseId, actor.person, this.book.now())
      return lifted ? null : refuse('already-exists')
    })
  }

  /** Nobody else changes the case meanwhile. */
  private async ofCase<T>(
    { clinic, person }: Actor,
    caseId: CaseId,
    work: (manager: EntityManager) => Promise<T | Refusal>,
  ): Promise<T | Refusal> {
    if (!isUuid(caseId)) return refuse('not-found')
    return this.book.within(clinic, person, async (manager) => {
      const found = await manager.query<unknown[]>(
        'SELECT 1 FROM clinic_case WHERE clinic_id = $1 AND case_id = $2 FOR NO KEY UPDATE',
        [clinic, caseId],
      )
      return found.length > 0 ? work(manager) : refuse('not-found')
    })
  }
}
