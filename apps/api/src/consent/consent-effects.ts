import { withheldSince, type ConsentEntry } from '@accord/domain/consent/ledger'
import type { ClinicId } from '@accord/domain/ids'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { CaseFileRepository, type LockedCase } from '../case-file/case-file.repository.js'
import { closedAtOf, endedSupervisors, noteWithheld } from './consent.repository.js'

/** The ledger before an act and after it, and when the act is, in ms. */
interface Act {
  readonly before: readonly ConsentEntry[]
  readonly after: readonly ConsentEntry[]
  readonly at: number
}

/** What answers do to a case, in the transaction that keeps them. (CO6, CO7) */
@Injectable()
export class ConsentEffects {
  constructor(private readonly cases: CaseFileRepository) {}

  async follow(manager: EntityManager, clinic: ClinicId, found: LockedCase, act: Act): Promise<void> {
    const work = withheldSince(act.after, 'working-together') !== null
    const supervision = withheldSince(act.after, 'supervision') !== null
    const place = { clinic, caseId: found.caseId }
    // A case whose work is withheld is closed at every moment: PostgreSQL asks after each statement.
    if (work && !found.closed) await this.cases.close(manager, place, new Date(act.at))
    await noteWithheld(manager, found.caseId, { work, supervision })
    if (!work) await this.reopen(manager, clinic, found, act)
    await (supervision
      ? this.endSupervision(manager, clinic, found, act)
      : this.giveSupervisionBack(manager, clinic, found, act))
  }

  /** What a no closed is open again; what was closed for another reason stays closed. */
  private async reopen(manager: EntityManager, clinic: ClinicId, found: LockedCase, act: Act): Promise<void> {
    const since = withheldSince(act.before, 'working-together')
    if (found.restricted || since === null || (await closedAtOf(manager, found.caseId)) !== since) return
    await this.cases.close(manager, { clinic, caseId: found.caseId }, null)
  }

  private async endSupervision(manager: EntityManager, clinic: ClinicId, found: LockedCase, act: Act) {
    for (const part of found.parts) {
      if (part.relation !== 'supervisor') continue
      await this.cases.end(manager, { clinic, caseId: found.caseId }, part, new Date(act.at))
    }
  }

  private async giveSupervisionBack(manager: EntityManager, clinic: ClinicId, found: LockedCase, act: Act) {
    const since = withheldSince(act.before, 'supervision')
    if (since === null) return
    for (const { person } of await endedSupervisors(manager, found.caseId, since)) {
      const part = { person, relation: 'supervisor' as const }
      await this.cases.begin(manager, { clinic, caseId: found.caseId }, part, new Date(act.at))
    }
  }
}
