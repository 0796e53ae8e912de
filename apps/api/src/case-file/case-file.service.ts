import type { Actor } from '@accord/domain/access/subject'
import { partTrouble, type LivePart, type PartChange } from '@accord/domain/case/part'
import { isUuid, type CaseId, type PersonId } from '@accord/domain/ids'
import { isRefusal, refuse, type Refusal } from '@accord/domain/refusal'
import type { CaseFile, CaseFiles } from '@accord/domain/rest/case-file'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { Clock } from '../config/clock.js'
import type { LogPlace } from '../history/entry.repository.js'
import { Refused } from '../http/refused.js'
import { LivePlanService } from '../live-plan/live-plan.service.js'
import { PartyEntries, type PartyPayload } from '../plan/party-entries.js'
import { CaseFileRepository, type LockedCase } from './case-file.repository.js'
import { mustBeFit } from './fitness.js'

/** In whose name something is changed. */
type Onlooker = Pick<Actor, 'clinic' | 'person'>

/** Whose part ends, and whose begins; with a rule where nobody decided it. */
interface Shift {
  readonly ends: LivePart | null
  readonly begins: LivePart | null
  readonly rule?: 'of-age'
}

/** Changes the outside of a case, for those who administer the clinic, as the guard has asked. (CL10–CL14) */
@Injectable()
export class CaseFileService {
  constructor(
    private readonly clock: Clock,
    private readonly repository: CaseFileRepository,
    private readonly entries: PartyEntries,
    private readonly plans: LivePlanService,
  ) {}

  async list({ clinic }: Actor): Promise<CaseFiles> {
    return { cases: await this.repository.all(clinic) }
  }

  async read({ clinic }: Pick<Actor, 'clinic'>, caseId: CaseId): Promise<CaseFile | Refusal> {
    return (isUuid(caseId) ? await this.repository.one(clinic, caseId) : null) ?? refuse('not-found')
  }

  /** Ends somebody's part, begins somebody's, or both in one act. (CL11, CL12) */
  async change(actor: Actor, caseId: CaseId, change: PartChange): Promise<CaseFile | Refusal> {
    return this.locked(actor, caseId, async (manager, found) => {
      if (found.restricted) return refuse('restricted')
      if (found.closed) return refuse('case-closed')
      if (change.begins?.relation === 'supervisor' && found.withheld.supervision)
        return refuse('consent-withheld')
      const ending = found.parts.find(({ person }) => person === change.ends) ?? null
      const trouble = partTrouble(found.parts, change)
      if (trouble) throw new Refused(trouble)
      if (change.begins) await mustBeFit(this.repository, manager, actor.clinic, change.begins)
      await this.store(manager, actor, found, { ends: ending, begins: change.begins })
      return null
    })
  }

  /** Ends a guardian's part because a rule says so, once, in a closed case as well; no-one decides it. (GU4) */
  async endByRule(
    by: Onlooker,
    caseId: CaseId,
    guardian: PersonId,
    note: (manager: EntityManager) => Promise<void>,
  ): Promise<void> {
    await this.locked(by, caseId, async (manager, found) => {
      const part = found.parts.find((one) => one.person === guardian && one.relation === 'guardian')
      if (!part) return refuse('not-found')
      await this.store(manager, by, found, { ends: part, begins: null, rule: 'of-age' })
      await note(manager)
      return null
    })
  }

  /** A closed case is read by those who have a part in it, and nobody writes in it. (CL14) */
  async close(actor: Actor, caseId: CaseId): Promise<CaseFile | Refusal> {
    return this.locked(actor, caseId, async (manager, found) => {
      if (found.closed) return refuse('already-exists')
      // Whatever is being written is stored before the case is closed, or is refused after it.
      for (const log of logsOf(actor, found)) await this.entries.lockedHead(manager, log)
      await this.repository.close(manager, { clinic: actor.clinic, caseId }, new Date(this.clock.now()))
      return null
    })
  }

  async reopen(actor: Actor, caseId: CaseId): Promise<CaseFile | Refusal> {
    return this.locked(actor, caseId, async (manager, found) => {
      if (!found.closed) return refuse('already-exists')
      if (found.restricted) return refuse('restricted')
      if (found.withheld.work) return refuse('consent-withheld')
      await this.repository.close(manager, { clinic: actor.clinic, caseId }, null)
      return null
    })
  }

  /** Relations and the entries of the case's logs, all or none. (CL11, CF4) */
  private async store(
    manager: EntityManager,
    actor: Onlooker,
    found: LockedCase,
    { ends, begins, rule }: Shift,
  ): Promise<void> {
    let at = this.clock.now()
    for (const log of logsOf(actor, found)) {
      const tells = ({ relation }: LivePart) => relation !== 'guardian' || log.confidants === undefined
      const payloads = [
        ends && tells(ends) ? endedOf(ends, rule) : null,
        begins && tells(begins) ? joinedOf(begins) : null,
      ].filter((payload) => payload !== null)
      if (payloads.length > 0)
        at = await this.entries.append(manager, log, { by: actor.person, at, payloads })
    }
    const place = { clinic: actor.clinic, caseId: found.caseId }
    if (ends) await this.repository.end(manager, place, ends, new Date(at))
    if (begins) await this.repository.begin(manager, place, begins, new Date(at))
  }

  /** Does something to a case that nobody else changes meanwhile, and then tells its room. (CL13) */
  private async locked(
    actor: Onlooker,
    caseId: CaseId,
    work: (manager: EntityManager, found: LockedCase) => Promise<Refusal | null>,
  ): Promise<CaseFile | Refusal> {
    if (!isUuid(caseId)) return refuse('not-found')
    const done = await this.repository.within(actor.clinic, async (manager) => {
      const found = await this.repository.lock(manager, actor.clinic, caseId)
      return found ? ((await work(manager, found)) ?? found) : refuse('not-found')
    })
    if (isRefusal(done)) return done
    await this.plans.rightsChanged(logsOf(actor, done).map(({ log }) => log))
    return this.read(actor, caseId)
  }
}

/** In the order in which the commit lane locks them, so that neither waits for the other for ever. (LP1) */
export function logsOf(
  { clinic }: Pick<Actor, 'clinic'>,
  { plan, confidential }: LockedCase,
): readonly LogPlace[] {
  const logs: readonly LogPlace[] = [{ clinic, log: plan }, ...(confidential ? [confidential] : [])]
  return [...logs].sort((a, b) => (a.log < b.log ? -1 : 1))
}

function endedOf({ person, relation }: LivePart, rule: Shift['rule']): PartyPayload | null {
  if (relation === 'supervisor') return null
  return { kind: 'party.ended', person, ...(rule ? { rule } : {}) }
}

function joinedOf({ person, relation }: LivePart): PartyPayload | null {
  return relation === 'supervisor' ? null : { kind: 'party.joined', person, relation }
}
