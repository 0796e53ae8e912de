import { refusalInLog } from '@accord/domain/access/log-subject'
import type { Actor, OwnLog } from '@accord/domain/access/subject'
import { livePartyOf } from '@accord/domain/case/party'
import type { CaseFacts } from '@accord/domain/case/relation'
import type { CaseId } from '@accord/domain/ids'
import { goalsInOrder } from '@accord/domain/plan/plan'
import { refuse, type Refusal } from '@accord/domain/refusal'
import type { OwnDrafts, OwnLogOpened } from '@accord/domain/rest/own-log'
import { Injectable } from '@nestjs/common'
import { AccessService } from '../access/access.service.js'
import { Clock } from '../config/clock.js'
import { PlanReader } from '../plan/plan-reader.js'
import { draftSummary } from './draft-summary.js'
import type { OwnLogPlace } from './own-log-opening.js'
import { OwnLogRepository } from './own-log.repository.js'

/** What somebody writes for themselves. Nothing here is ever told to anybody else. (DR1, DR2) */
@Injectable()
export class OwnLogService {
  constructor(
    private readonly access: AccessService,
    private readonly logs: OwnLogRepository,
    private readonly plans: PlanReader,
    private readonly clock: Clock,
  ) {}

  /** The asker's drafts of a case, those that were shared included. */
  async drafts(actor: Actor, caseId: CaseId): Promise<OwnDrafts | Refusal> {
    const facts = await this.access.factsOfCase(actor.clinic, caseId)
    const no = refusalOfOwn(actor, 'read', 'draft', facts)
    if (no) return no
    const log = await this.logs.find(placeOf(actor, caseId, 'draft'))
    if (!log) return { log, drafts: [] }
    const plan = await this.plans.read({ clinic: actor.clinic, log, writer: actor.person })
    return { log, drafts: goalsInOrder(plan).map(draftSummary) }
  }

  /** The asker's own log of a case, begun when it is first asked for; in a closed case only found. */
  async open(actor: Actor, caseId: CaseId, audience: OwnLog['log']): Promise<OwnLogOpened | Refusal> {
    const facts = await this.access.factsOfCase(actor.clinic, caseId)
    const unread = refusalOfOwn(actor, 'read', audience, facts)
    if (unread) return unread
    const place = placeOf(actor, caseId, audience)
    const found = await this.logs.find(place)
    if (found) return { log: found }
    const no = refusalOfOwn(actor, 'write', audience, facts)
    const party = facts && livePartyOf(facts.parties, actor.person)
    if (no || !party) return no ?? refuse('not-found')
    return { log: await this.logs.open(place, { at: this.clock.now(), relation: party.relation }) }
  }
}

function refusalOfOwn(
  actor: Actor,
  use: 'read' | 'write',
  log: OwnLog['log'],
  facts: CaseFacts | null,
): Refusal | null {
  if (!facts) return refuse('not-found')
  return refusalInLog(actor, use, { kind: 'own-log', log, writer: actor.person, facts })
}

function placeOf({ clinic, person }: Actor, caseId: CaseId, audience: OwnLog['log']): OwnLogPlace {
  return { clinic, case: caseId, audience, writer: person }
}
