import type { Actor } from '@accord/domain/access/subject'
import type { CaseId } from '@accord/domain/ids'
import type { LivePart } from '@accord/domain/case/part'
import type { OpenCaseBody } from '@accord/domain/rest/case-file'
import { Injectable } from '@nestjs/common'
import { Clock } from '../config/clock.js'
import { newUuid } from '../history/new-uuid.js'
import { PlanOpening } from '../plan/plan-opening.js'
import { CaseFileRepository } from './case-file.repository.js'
import { CasePhaseRepository } from './case-phase.repository.js'
import { mustBeFit } from './fitness.js'

/** Opens a case: its parties, its plan and its first phase, all or nothing. (CL10) */
@Injectable()
export class CaseOpeningService {
  constructor(
    private readonly clock: Clock,
    private readonly repository: CaseFileRepository,
    private readonly phases: CasePhaseRepository,
    private readonly opening: PlanOpening,
  ) {}

  async open({ clinic, person: by }: Actor, body: OpenCaseBody): Promise<CaseId> {
    const now = this.clock.now()
    const at = new Date(now)
    const { discipline, parties, phase } = body
    const caseId = newUuid(now) as CaseId
    const supervisors = body.supervisors.map((person): LivePart => ({ person, relation: 'supervisor' }))
    const parts: readonly LivePart[] = [...parties, ...supervisors]
    await this.repository.within(clinic, async (manager) => {
      for (const part of parts) await mustBeFit(this.repository, manager, clinic, part)
      await this.repository.add(manager, clinic, { id: caseId, discipline, at })
      for (const part of parts) await this.repository.begin(manager, { clinic, caseId }, part, at)
      await this.opening.open({ clinic, case: caseId, parties, at: now, by }, manager)
      const first = { id: newUuid(now), clinic, caseId, phase, at, by, keyVersion: 1, reason: null }
      await this.phases.add(manager, first)
    })
    return caseId
  }
}
