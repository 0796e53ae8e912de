import type { Actor } from '@accord/domain/access/subject'
import { livePartyOf } from '@accord/domain/case/party'
import type { CaseFacts } from '@accord/domain/case/relation'
import type { CaseId, LogId, PersonId } from '@accord/domain/ids'
import { isRefusal, refuse, type Refusal } from '@accord/domain/refusal'
import type { CaseConsents, ConsentBody } from '@accord/domain/rest/consent'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { AccessService } from '../access/access.service.js'
import { CaseFileRepository, type LockedCase } from '../case-file/case-file.repository.js'
import { logsOf } from '../case-file/case-file.service.js'
import { Clock } from '../config/clock.js'
import { ClinicTransactions } from '../database/clinic-transactions.js'
import { LivePlanService } from '../live-plan/live-plan.service.js'
import { PartyEntries } from '../plan/party-entries.js'
import { ConsentBook } from './consent-book.js'
import { ConsentTelling } from './consent-telling.js'

/** What clients say yes and no to. (CO3–CO8) */
@Injectable()
export class ConsentService {
  constructor(
    private readonly access: AccessService,
    private readonly cases: CaseFileRepository,
    private readonly entries: PartyEntries,
    private readonly plans: LivePlanService,
    private readonly book: ConsentBook,
    private readonly telling: ConsentTelling,
    private readonly clock: Clock,
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
    const done = await this.cases.within(actor.clinic, (manager) =>
      this.keep(manager, actor, caseId, { client, body }),
    )
    if (isRefusal(done)) return done
    await this.plans.rightsChanged(done)
    return this.read(actor, caseId)
  }

  /** @returns the logs whose rooms have to ask again */
  private async keep(
    manager: EntityManager,
    actor: Actor,
    caseId: CaseId,
    { client, body }: { readonly client: PersonId; readonly body: ConsentBody },
  ): Promise<readonly LogId[] | Refusal> {
    const found = await this.cases.lock(manager, actor.clinic, caseId)
    if (!found) return refuse('not-found')
    await this.lockLogs(manager, actor, found)
    await ClinicTransactions.showTo(manager, [actor.person])
    const at = this.clock.now()
    const no = await this.book.write(manager, { actor, found, client, at }, body)
    return no ?? logsOf(actor, found).map(({ log }) => log)
  }

  /** Whatever is being written is stored before a no, or is decided by it. (CL14) */
  private async lockLogs(manager: EntityManager, actor: Actor, found: LockedCase): Promise<void> {
    for (const log of logsOf(actor, found)) await this.entries.lockedHead(manager, log)
  }
}

/** A client answers for themselves, a guardian for a client of the case. (CO3) */
function mayNotFor({ person }: Actor, { parties }: CaseFacts, client: PersonId): Refusal | null {
  if (livePartyOf(parties, client)?.relation !== 'client') return refuse('not-found')
  const mayAnswer = person === client || livePartyOf(parties, person)?.relation === 'guardian'
  return mayAnswer ? null : refuse('not-found')
}
