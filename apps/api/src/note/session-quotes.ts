import type { Actor } from '@accord/domain/access/subject'
import { quotableChanges, type NoteQuote } from '@accord/domain/note/quote'
import { Injectable } from '@nestjs/common'
import { HistoryService } from '../history/history.service.js'
import { foldedWith } from '../plan/fold-or-broken.js'
import { PlanReader } from '../plan/plan-reader.js'
import type { StoredSession } from '../session/session.repository.js'
import { SessionService } from '../session/session.service.js'

/** What a session changed in the plan, by the entries of its log. (NO6) */
@Injectable()
export class SessionQuotes {
  constructor(
    private readonly sessions: SessionService,
    private readonly plans: PlanReader,
    private readonly history: HistoryService,
  ) {}

  /** Nothing of a session that the log doesn't know, or that is not over. */
  async of(actor: Actor, stored: StoredSession): Promise<readonly NoteQuote[]> {
    const bounds = await this.sessions.bounds(actor, stored)
    if (bounds?.to == null) return []
    const place = { clinic: actor.clinic, log: stored.plan }
    const { plan: before, position } = await this.plans.load(place, bounds.from)
    const { entries } = await this.history.pageFrom(place, position, bounds.to - bounds.from)
    const after = entries.reduce(foldedWith, before)
    const own = entries.filter(({ session }) => session === stored.session)
    return quotableChanges(before, after, own)
  }
}
