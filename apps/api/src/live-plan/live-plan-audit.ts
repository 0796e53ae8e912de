import type { LogId } from '@accord/domain/ids'
import type { RefusalCode } from '@accord/domain/refusal'
import { Injectable } from '@nestjs/common'
import { AuditTrail, type Deed } from '../audit/audit-trail.js'
import type { PlanSession } from './plan-session.js'

/** What the access rule says no with; anything else is about the words, and is told in the plan's own history or not at all. */
const BY_RIGHTS: readonly RefusalCode[] = [
  'not-yours',
  'read-only',
  'not-found',
  'case-closed',
  'foreign-client',
  'governed-fact',
]

/** Writes down who opened a live plan, and what the access rule refused in one. (AU1) */
@Injectable()
export class LivePlanAudit {
  constructor(private readonly trail: AuditTrail) {}

  /** A log of one's own is opened unwatched. (DR4) */
  async joined(session: PlanSession, plan: LogId, code: RefusalCode | null): Promise<void> {
    if (code === null && (session.opened.get(plan) ?? null) === null) return
    const outcome = code === null ? 'done' : 'refused'
    await this.note(session, { action: 'plan.read', outcome, code, about: plan })
  }

  async refused(session: PlanSession, plan: LogId, code: RefusalCode): Promise<void> {
    if (!BY_RIGHTS.includes(code)) return
    await this.note(session, { action: 'plan.write', outcome: 'refused', code, about: plan })
  }

  private note({ actor, address, connection }: PlanSession, deed: Deed): Promise<void> {
    return this.trail.note(actor, deed, { address, request: connection })
  }
}
