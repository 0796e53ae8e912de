import type { CaseId, ClinicId, LogId, PersonId } from '@accord/domain/ids'
import { Injectable, type OnApplicationBootstrap } from '@nestjs/common'
import { Clock } from '../config/clock.js'
import { KeyStore } from '../history/key-store.js'
import { LivePlanService } from '../live-plan/live-plan.service.js'
import type { ErasureReason } from './erasure-reason.js'
import { ErasureRepository } from './erasure.repository.js'

/** Erases for good. What was begun is finished, by a later call or by the next start. docs/spec/erasure.md */
@Injectable()
export class ErasingService implements OnApplicationBootstrap {
  constructor(
    private readonly erasures: ErasureRepository,
    private readonly keys: KeyStore,
    private readonly plans: LivePlanService,
    private readonly clock: Clock,
  ) {}

  /** Everything that a case holds: logs, notes, answers, plans for hard times, endings. Its people stay. (ER1) */
  async eraseCase(clinic: ClinicId, caseId: CaseId, why: ErasureReason): Promise<void> {
    const now = this.clock.now()
    if (!(await this.erasures.begin(clinic, caseId, why, now))) return
    // Outside the database and before anything of it: a backup that is restored from before now learns of it here. (ER7)
    this.keys.bury(caseId as string as LogId, now)
    await this.finish(clinic, caseId, why.by)
  }

  /**
   * Who somebody was to a clinic: name, e-mail, how to reach them, how they signed in. An id stays that others name. (ER9)
   * Throws while they are of the staff, or while a case of theirs is not erased.
   */
  async erasePerson(clinic: ClinicId, person: PersonId, why: ErasureReason): Promise<void> {
    const now = this.clock.now()
    const mark = await this.erasures.beginPerson(clinic, person, why, now)
    if (mark === null) return
    this.keys.bury(mark as LogId, now)
    await this.erasures.finishPerson(clinic, person, now)
  }

  /** Finishes what a process began that died, and what a restored database does not know of. (ER2, ER7) */
  async onApplicationBootstrap(): Promise<void> {
    const buried = this.keys.buried()
    if (buried.length > 0) await this.erasures.forgetBuried(buried, this.clock.now())
    for (const { clinic, subject, what, by, mark } of await this.erasures.unfinished()) {
      this.keys.bury(mark as LogId, this.clock.now())
      if (what === 'case') await this.finish(clinic, subject as CaseId, by)
      else await this.erasures.finishPerson(clinic, subject as PersonId, this.clock.now())
    }
  }

  private async finish(clinic: ClinicId, caseId: CaseId, by: PersonId | null): Promise<void> {
    const logs = await this.erasures.finish(clinic, caseId, by, this.clock.now())
    await this.plans.rightsChanged(logs)
  }
}
